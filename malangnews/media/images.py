"""What may enter the photo library, and in which shape it is kept.

Every upload is decoded and written anew: turned upright, without GPS or other metadata, under a
random name. What cannot be decoded is refused with a word that helps.
"""

import io
import uuid
import warnings

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_PIXELS = 40_000_000
MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 2400
QUALITY = 86


def open_upload(upload: File) -> Image.Image:
    """Decode an upload, upright, in RGB. Raises ValidationError with an Indonesian message."""
    if upload.size > MAX_BYTES:
        raise ValidationError("Berkas lebih dari 20 MB. Perkecil dahulu, lalu unggah lagi.")
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(upload, formats=FORMATS)
        if image.width * image.height > MAX_PIXELS:
            raise ValidationError("Gambar lebih dari 40 megapiksel. Perkecil dahulu ukurannya.")
        image.load()
        upright = ImageOps.exif_transpose(image)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise ValidationError(
            "Berkas ini bukan gambar JPEG, PNG, WebP atau AVIF yang dapat dibaca."
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError("Gambar rusak atau terpotong. Unggah ulang dari aslinya.") from error


def master(upload: File) -> tuple[ContentFile, int, int]:
    """Return the clean picture to keep as (file, width, height), at most 2400 px a side."""
    image = open_upload(upload)
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    kind, extension = ("PNG", "png") if image.mode == "RGBA" else ("JPEG", "jpg")
    buffer = io.BytesIO()
    options = {"optimize": True} if kind == "PNG" else {"quality": QUALITY, "progressive": True}
    image.save(buffer, kind, **options)
    return ContentFile(buffer.getvalue(), f"{uuid.uuid4().hex}.{extension}"), *image.size
