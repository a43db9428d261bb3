"""What hides in a picture beside the picture."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from malangnews.media.images import MAX_BYTES, STOWAWAY, master
from malangnews.media.stowaways import MARKUP, OVERLAP, has_stowaway
from tests.factories import image_file
from tests.media import hostile_files as hostile

JPEG = hostile.like_a_photo(120, 90)
PNG = hostile.like_a_photo(120, 90, "PNG")
CHUNK = SimpleUploadedFile.DEFAULT_CHUNK_SIZE
HIDING = {
    "page behind": JPEG + hostile.PAGE,
    "capital letters": JPEG + b"<SCRIPT src=//x>",
    "comment": hostile.with_comment(JPEG, hostile.PAGE),
    "php": JPEG + b"<?php system($_GET[0]); ?>",
    "frame": PNG + b"<iframe src=x>",
    "zip behind": hostile.with_archive(PNG),
    "zip behind a jpeg": hostile.with_archive(JPEG),
    "pdf": hostile.with_comment(JPEG, b"%PDF-1.7 1 0 obj"),
}
HONEST = {
    "jpeg": JPEG,
    "png": PNG,
    "xmp": hostile.with_comment(JPEG, b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">'),
    "a caption in angles": hostile.with_comment(JPEG, b"Piagam <b>dua</b> & <kecil>"),
    "half a zip": JPEG + b"PK\x05\x06" + bytes(18),
    "a film": JPEG + b"\x00\x00\x00\x18ftypmp42" + bytes(900),
}


def sent(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("foto.jpg", content)


@pytest.mark.parametrize("name", HIDING)
def test_a_picture_that_is_more_than_a_picture_is_refused(name):
    with pytest.raises(ValidationError) as refused:
        master(sent(HIDING[name]))
    assert refused.value.messages == [STOWAWAY]


@pytest.mark.parametrize("name", HONEST)
def test_what_cameras_and_picture_desks_write_is_taken(name):
    assert master(sent(HONEST[name])).image.size == (120, 90)


@pytest.mark.parametrize("words", MARKUP)
@pytest.mark.parametrize("before", range(1, OVERLAP + 1, 3))
def test_words_across_two_chunks_are_found(words, before):
    assert has_stowaway(sent(bytes(CHUNK - before) + words + bytes(9)))


def test_noise_is_no_stowaway():
    """Compressed pixels are noise: the largest upload of it raises no alarm."""
    noise = image_file(size=(1, 1)).read() + hostile.noise(MAX_BYTES // 2)
    assert not has_stowaway(sent(noise))
