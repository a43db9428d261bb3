"""What may hide in a picture file beside the picture: a page, a script, an archive.

The library draws every picture anew, so nothing of it would be kept. But who sends such a file
should hear of it, and an honest camera makes none. Films and depth maps that telephones append to
their photos are no stowaways: they are dropped without a word.
"""

from django.core.files.base import File

# All of six letters or more: shorter ones turn up in compressed pixels by chance.
MARKUP = (b"<script", b"<!doctype", b"<iframe", b"<html>", b"<html ", b"<?php ", b"<?php\n")
OVERLAP = max(map(len, MARKUP)) - 1
ZIP_ENTRY, ZIP_END, ZIP_END_WITHIN = b"PK\x03\x04", b"PK\x05\x06", 65_557
PDF, PDF_WITHIN = b"%PDF-", 1024


def has_stowaway(upload: File) -> bool:
    """True when the bytes of ``upload`` also read as a web page, a script, a ZIP or a PDF."""
    before, end, has_entry = b"", b"", False
    upload.seek(0)
    if PDF in upload.read(PDF_WITHIN):
        return True
    for chunk in upload.chunks():
        text = before + chunk
        if any(words in text.lower() for words in MARKUP):
            return True
        has_entry = has_entry or ZIP_ENTRY in text
        before, end = text[-OVERLAP:], (end + chunk)[-ZIP_END_WITHIN:]
    return has_entry and ZIP_END in end
