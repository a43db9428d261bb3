"""Share pictures of stories, KIM, places and lists: their own batik with a label upon it.

What a picture tells is said by the rooms (``cover`` functions, core/share.py); here it is drawn
with the parts of the award cards, kept, and served. Only of what is public.
"""
