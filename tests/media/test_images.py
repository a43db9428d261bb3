import io
import struct
import zlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from malangnews.media import images
from malangnews.media.images import MAX_BYTES, MAX_SIDE, master, open_upload
from tests.factories import image_file

SAMPLES = Path(__file__).parent / "damaged"
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
NO_PICTURE = "Berkas ini bukan gambar JPEG, PNG, WebP atau AVIF yang dapat dibaca."


def phone_exif(orientation: int = 6) -> bytes:
    """What a telephone writes: turned on its side, maker, and where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Telepon Uji"
    exif.get_ifd(GPS).update({1: "S", 2: (7.0, 58.0, 37.0), 3: "E", 4: (112.0, 38.0, 0.0)})
    return exif.tobytes()


def upload(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def kept(file):
    """Return the picture that the library keeps of an upload."""
    clean, pixels, _ = master(file)
    image = Image.open(clean)
    assert (image.size, image.mode) == (pixels.size, pixels.mode)
    image.load()
    return image


def png_claiming(width: int, height: int) -> bytes:
    """A few bytes of PNG that say they are a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_four_formats_are_taken(kind):
    image = kept(image_file(kind=kind))
    assert (image.format, image.size) == ("JPEG", (6, 4))


def test_place_and_camera_are_removed():
    file = image_file(kind="JPEG", size=(60, 40), exif=phone_exif())
    assert Image.open(file).getexif().get_ifd(GPS)
    clean, *_ = master(file)
    assert not Image.open(clean).getexif()
    assert b"Telepon Uji" not in clean.read()


def test_words_in_a_png_are_removed():
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Nama orang")
    image = Image.new("RGBA", (6, 4), (1, 2, 3, 40))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=words, exif=phone_exif(1))
    clean, *_ = master(upload(buffer.getvalue(), "foto.png"))
    assert b"Nama orang" not in clean.read()
    assert not Image.open(clean).getexif()
    assert not Image.open(clean).text


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned_upright(orientation):
    file = image_file(kind="JPEG", size=(60, 40), exif=phone_exif(orientation))
    assert kept(file).size == ((60, 40) if orientation < 5 else (40, 60))


def test_upright_picture_is_really_turned():
    image = Image.new("RGB", (64, 32), "white")
    image.paste((200, 0, 0), (0, 0, 32, 32))  # left half red
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=phone_exif(6), quality=95)
    upright = kept(upload(buffer.getvalue()))
    assert upright.size == (32, 64)
    assert upright.getpixel((16, 8))[1] < 60  # red is above
    assert upright.getpixel((16, 56))[1] > 200


def test_large_picture_is_made_smaller():
    image = kept(image_file(kind="JPEG", size=(3000, 1500)))
    assert image.size == (MAX_SIDE, MAX_SIDE // 2)


def test_huge_jpeg_is_decoded_at_a_fraction_of_its_size(monkeypatch):
    sizes = []
    colour = images._in_colour
    monkeypatch.setattr(
        images, "_in_colour", lambda image: sizes.append(image.size) or colour(image)
    )
    assert kept(image_file(kind="JPEG", size=(7200, 5400))).size == (2400, 1800)
    assert sizes == [(3600, 2700)]


def test_same_picture_has_the_same_digest_whatever_is_written_around_it():
    plain, phone = image_file(kind="JPEG"), image_file("b.jpg", kind="JPEG", exif=phone_exif(1))
    turned = image_file(kind="JPEG", exif=phone_exif(6))
    digests = [master(file).digest for file in (plain, phone, turned)]
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == 64


def test_small_picture_is_not_blown_up():
    assert kept(image_file(size=(6, 4))).size == (6, 4)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "RGBA", "I;16"])
def test_every_kind_of_colour_is_taken(mode):
    image = Image.new(mode, (6, 4))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG" if mode == "CMYK" else "PNG")
    picture = kept(upload(buffer.getvalue()))
    assert picture.mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")


def test_transparent_parts_stay_transparent():
    image = Image.new("P", (6, 4), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    buffer = io.BytesIO()
    image.save(buffer, "PNG", transparency=0)
    assert kept(upload(buffer.getvalue())).getpixel((0, 0))[3] == 0


def test_name_is_random_and_tells_nothing():
    names = {master(image_file("rahasia keluarga.png")).file.name for _ in range(2)}
    assert len(names) == 2
    assert all(len(name) == 36 and name.endswith(".jpg") for name in names)


@pytest.mark.parametrize("size", [(50_000, 50_000), (10_000, 10_000), (2**31 - 1, 1)])
def test_bomb_is_refused_before_it_is_unpacked(size):
    with pytest.raises(ValidationError):
        master(upload(png_claiming(*size), "bom.png"))


def test_too_many_pixels_are_refused_with_a_hint(monkeypatch):
    monkeypatch.setattr(images, "MAX_PIXELS", 20)
    with pytest.raises(ValidationError, match="megapiksel"):
        master(image_file(size=(6, 4)))


def test_too_many_bytes_are_refused_with_a_hint():
    file = image_file()
    file.size = MAX_BYTES + 1
    with pytest.raises(ValidationError, match="20 MB"):
        master(file)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_truncated_picture_is_refused_with_a_hint(kind):
    buffer = io.BytesIO()
    Image.effect_noise((200, 200), 90).convert("RGB").save(buffer, kind)
    content = buffer.getvalue()
    with pytest.raises(ValidationError):
        master(upload(content[: len(content) // 2]))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kosong.jpg", b""),
        ("teks.jpg", b"bukan gambar"),
        ("gambar.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("halaman.jpg", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("dokumen.jpg", b"%PDF-1.7\n"),
    ],
)
def test_what_is_no_picture_is_refused(name, content):
    with pytest.raises(ValidationError) as refused:
        master(upload(content, name))
    assert refused.value.messages == [NO_PICTURE]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_other_format_is_refused_whatever_its_name(kind):
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16)).save(buffer, kind)
    with pytest.raises(ValidationError) as refused:
        master(upload(buffer.getvalue(), "foto.jpg"))
    assert refused.value.messages == [NO_PICTURE]


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow warns of damaged EXIF
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=9))
def test_damaged_picture_is_taken_or_refused_but_never_breaks(kind, places):
    content = bytearray(DAMAGED[kind])
    for place, byte in places:
        content[int(place * len(content))] = byte
    try:
        taken = master(upload(bytes(content)))
    except ValidationError as refused:
        assert refused.messages
    else:
        assert Image.open(taken.file).size == taken.image.size


def _whole(kind: str) -> bytes:
    return image_file(kind=kind, size=(40, 30), exif=phone_exif()).read()


DAMAGED = {kind: _whole(kind) for kind in ("JPEG", "PNG", "WEBP")}


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_damaged_file_is_refused_whatever_the_decoder_raises(sample):
    with pytest.raises(ValidationError, match=r"rusak|dapat dibaca"):
        open_upload(SimpleUploadedFile(sample.name, sample.read_bytes()))


# Telephones


def test_the_first_of_a_telephones_pictures_is_taken():
    """MPO: the photo, then a smaller one or a map of depth, in one file."""
    buffer = io.BytesIO()
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (30, 20), "blue")
    first.save(buffer, "MPO", save_all=True, append_images=[second])
    assert Image.open(buffer).format == "MPO"
    image = kept(upload(buffer.getvalue(), "foto.mpo"))
    assert (image.format, image.size) == ("JPEG", (60, 40))
    assert image.getpixel((5, 5))[0] > 200


def test_a_film_behind_a_photo_is_dropped_without_a_word():
    film = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 40
    clean, *_ = master(upload(image_file(kind="JPEG").read() + film))
    assert b"ftypmp42" not in clean.read()
