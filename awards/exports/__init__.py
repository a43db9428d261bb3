"""Giving the registry's data out, as files, and taking it in again.

``columns`` is the allow-list of what a reader may download; ``csv_file``, ``json_file`` and
``xlsx_file`` write it. ``tables`` is the allow-list of the full exchange between two portals;
``exchange`` writes it and ``intake`` reads it. Nothing here decides what is public: rows come in
through the gate.
"""
