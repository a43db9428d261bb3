"""Reads award results out of Indonesian news: rules only, and nothing of Django.

The door is `awards.reading.reader.read`. Each module holds one noun; records, pages and forms do
not belong here.
"""
