"""The portal for programs: what is public, as JSON to read, and the pages that explain it.

Each resource says in one file what goes out of it (a schema is the allow-list), which rows the
public may see, and what may be asked. ``door`` is what every answer passes; nothing here writes.
"""
