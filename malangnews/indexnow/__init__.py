"""Tells search engines which public pages changed, by the IndexNow protocol; off without a key.

No page ever waits for it: ``manage.py announce``, run by a timer, reads what changed from the
sitemap and sends the addresses. Nothing is remembered between two runs.
"""
