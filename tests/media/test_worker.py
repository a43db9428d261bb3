"""Hostile files against a worker of gunicorn: a message each, nothing left behind, memory back."""

import pytest

from tests.media import hostile_files as hostile
from tests.media.worker import Worker

# One worker for all of them.
pytestmark = pytest.mark.xdist_group("photo-worker")

# How far from where it was the memory may be, in MB; 3 were measured. The smallest of these files
# takes more than this when it is drawn, the largest 150.
MARGIN = 12
NO_PICTURE = "bukan gambar JPEG, PNG, WebP atau AVIF"
TOO_LARGE = "lebih dari 40 megapiksel"
STOWAWAY = "ada hal lain, yaitu kode halaman atau arsip"


def small(kind: str = "JPEG") -> bytes:
    return hostile.like_a_photo(640, 480, kind)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


# Name of the file, what makes it, and what its sender is told.
REFUSED = {
    "bom.png": (hostile.png_bomb, NO_PICTURE),
    "41-megapiksel.jpg": (lambda: hostile.like_a_photo(7400, 5600, quality=60), TOO_LARGE),
    "terpotong.heic": (hostile.truncated_heic, "Paling Kompatibel"),
    "terpotong.jpg": (lambda: cut(hostile.like_a_photo(4000, 3000)), "rusak atau terpotong"),
    "terpotong.png": (lambda: cut(hostile.like_a_photo(3000, 2000, "PNG")), "rusak atau terpotong"),
    "skrip.svg": (lambda: hostile.SVG, NO_PICTURE),
    "halaman.jpg": (lambda: hostile.PAGE, NO_PICTURE),
    "jpeg-dan-halaman.jpg": (lambda: small() + hostile.PAGE, STOWAWAY),
    "jpeg-bersisip.jpg": (lambda: hostile.with_comment(small(), hostile.PAGE), STOWAWAY),
    "gif-dan-skrip.gif": (hostile.gif_and_script, NO_PICTURE),
    "png-dan-zip.png": (lambda: hostile.with_archive(small("PNG")), STOWAWAY),
    "webp-dan-halaman.webp": (lambda: small("WEBP") + hostile.PAGE, STOWAWAY),
}
# Within the limits, and costly to decode.
TAKEN = {
    "40-megapiksel.jpg": lambda: hostile.like_a_photo(7296, 5472, quality=80),
    "bertahap.jpg": lambda: hostile.like_a_photo(7296, 5472, quality=70, progressive=True),
    "besar.png": lambda: hostile.like_a_photo(3400, 1700, "PNG", compress_level=1),
}


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    """A worker that has taken two ordinary photos, so that all it needs is loaded."""
    worker = Worker(tmp_path_factory.mktemp("worker"))
    try:
        worker.log_in()
        for number in range(2):
            content = hostile.like_a_photo(2000, 1200 + number)
            assert "Tersimpan" in worker.upload("biasa.jpg", content)
        worker.warm = worker.memory()
        yield worker
    finally:
        worker.stop()


def test_each_gets_its_message_and_leaves_nothing_behind(worker):
    photos, files = worker.photos(), worker.files()
    assert photos == 2
    for name, (made, words) in REFUSED.items():
        page = worker.upload(name, made())
        assert name in page
        assert words in page, name
        assert "Tersimpan" not in page, name
        assert (worker.photos(), worker.files()) == (photos, files), name
        left = worker.memory() - worker.warm
        assert left < MARGIN, f"{name} left {left:.0f} MB"


def test_the_largest_that_are_taken_give_their_memory_back(worker):
    photos = worker.photos()
    for name, made in TAKEN.items():
        page = worker.upload(name, made())
        assert "Tersimpan" in page, name
        left = worker.memory() - worker.warm
        assert left < MARGIN, f"{name} left {left:.0f} MB"
    assert worker.photos() == photos + len(TAKEN)
    assert not list(worker.temporary.rglob("*"))
