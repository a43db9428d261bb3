"""Certificates: what a file must be, and the words by which a number is found again."""

import re
import secrets

from django.core.exceptions import ValidationError

MOST_BYTES = 10 * 1024 * 1024
# What a PDF can carry that acts by itself when it is opened.
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm)\b")
LOOSE = re.compile(r"[^0-9a-z]+")


def certificate_name(award, filename: str) -> str:
    """Return a storage name that nobody can guess; the uploaded name is not kept."""
    return f"piagam/{secrets.token_hex(16)}.pdf"


def check_pdf(file) -> None:
    """Raise ValidationError unless ``file`` is a PDF of at most MOST_BYTES without active parts."""
    if file.size > MOST_BYTES:
        raise ValidationError("Berkas piagam lebih dari 10 MB. Pindai lagi lebih kecil.")
    file.seek(0)
    content = file.read()
    file.seek(0)
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-2048:]:
        raise ValidationError(
            "Ini bukan PDF yang utuh. Simpan piagam sebagai PDF lalu unggah lagi."
        )
    if ACTIVE.search(content):
        raise ValidationError(
            "PDF ini memuat skrip, formulir aktif, atau lampiran. Cetak ulang sebagai PDF biasa "
            "lalu unggah lagi."
        )


def loose(number: str) -> str:
    """Return a certificate number as it is compared: without case, spaces and punctuation."""
    return LOOSE.sub("", number.lower())
