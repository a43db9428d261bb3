"""Share cards: an award or a year of awards as a picture to send on.

``record`` and ``words`` know the portal's rows, ``shelf`` its storage; everything else draws with
Pillow alone and knows nothing of Django (docs/decisions/0013).
"""
