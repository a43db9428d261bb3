"""What may enter the photo library, and in which shape it is kept.

Every upload is decoded and written anew: turned upright, without GPS or other metadata, under a
random name. What cannot be decoded is refused with a word that helps.
"""

import hashlib
import io
import uuid
import warnings
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, UnidentifiedImageError

from malangnews.media.stowaways import has_stowaway

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_PIXELS = 40_000_000
MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 2400
QUALITY = 86

HEAD = 64
HEIC = (
    "Ini foto HEIC dari iPhone, yang belum dapat dibaca semua peramban. Di iPhone: Pengaturan > "
    "Kamera > Format > Paling Kompatibel. Foto yang sudah ada: kirim lewat WhatsApp atau surel, "
    "lalu unggah hasilnya (JPEG)."
)
STOWAWAY = (
    "Di dalam berkas gambar ini ada hal lain, yaitu kode halaman atau arsip, jadi tidak disimpan. "
    "Buka fotonya di aplikasi foto, simpan sebagai berkas baru, lalu unggah hasilnya."
)
NO_PICTURE = "Berkas ini bukan gambar JPEG, PNG, WebP atau AVIF yang dapat dibaca."
BROKEN = "Gambar rusak atau terpotong. Unggah ulang dari aslinya."
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}


class Master(NamedTuple):
    """The clean picture: its file to keep, its pixels to draw from, and what tells it apart."""

    file: ContentFile
    image: Image.Image
    #: SHA-256 of the pixels, 64 hex digits: the same for the same picture under another name.
    digest: str


def is_heic(head: bytes) -> bool:
    """True when a file's first 64 bytes are of HEIC or HEIF (ISO/IEC 23008-12), and not AVIF."""
    return head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS and b"avif" not in head


def open_upload(upload: File) -> Image.Image:
    """Decode an upload: upright, RGB or RGBA, at most 2400 px a side, without metadata.

    A large JPEG is decoded at a fraction of its size, so that 40 megapixels cost the memory of ten.
    Raises ValidationError with an Indonesian message.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError("Berkas lebih dari 20 MB. Perkecil dahulu, lalu unggah lagi.")
    upload.seek(0)
    if is_heic(upload.read(HEAD)):
        raise ValidationError(HEIC)
    words = BROKEN
    try:
        return _decode(upload)
    except ValidationError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        words = NO_PICTURE
    except Exception:  # noqa: S110 - on damaged files the decoders raise what they stumble over
        pass
    # Raised here and not above: a failure of a decoder holds on to the pixels it stumbled over.
    raise ValidationError(words)


def _decode(upload: File) -> Image.Image:
    upload.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        opened = Image.open(upload, formats=FORMATS)
    try:
        if opened.width * opened.height > MAX_PIXELS:
            raise ValidationError("Gambar lebih dari 40 megapiksel. Perkecil dahulu ukurannya.")
        if has_stowaway(upload):
            raise ValidationError(STOWAWAY)
        upload.seek(0)
        opened.draft(None, (MAX_SIDE, MAX_SIDE))
        opened.load()
        image = _in_colour(opened)
        image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
        upright = ImageOps.exif_transpose(image)
        upright.info.clear()
        return upright
    finally:
        opened.close()


def master(upload: File) -> Master:
    """Return the clean picture to keep of an upload. Raises ValidationError as open_upload does."""
    image = open_upload(upload)
    digest = hashlib.sha256(f"{image.mode} {image.width} {image.height} ".encode())
    digest.update(image.tobytes())
    kind, extension = ("PNG", "png") if image.mode == "RGBA" else ("JPEG", "jpg")
    buffer = io.BytesIO()
    options = {"optimize": True} if kind == "PNG" else {"quality": QUALITY, "progressive": True}
    image.save(buffer, kind, **options)
    file = ContentFile(buffer.getvalue(), f"{uuid.uuid4().hex}.{extension}")
    return Master(file, image, digest.hexdigest())


def open_master(file: File) -> Image.Image:
    """Decode a picture that the library keeps. Raises OSError when it is lost or unreadable."""
    with file.storage.open(file.name) as content:
        image = Image.open(content, formats=FORMATS)
        image.load()
    return _in_colour(image)


def _in_colour(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)
