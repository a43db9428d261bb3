"""The desk's reader (pemeriksa naskah): points at words of a story that look wrong.

Rules are pure functions from a ``Manuscript`` to ``Finding``s, one file a noun; ``reading.py``
lists them. A new rule is one function and one line there. Nothing here changes a story, and a
rule that speaks on a clean story is worse than none. Only ``manuscript.py`` knows the tables.
"""
