"""The awards registry: who won what, where, when, and how we know.

Knows KIM and kelurahan as recipients. Does not know news: a story points at awards.
"""
