import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from malangnews.media.models import Photo
from tests.constraints import assert_database_refuses, messages_for
from tests.factories import image_file, make_photo

pytestmark = pytest.mark.django_db

BROKEN = {
    "media_photo_focal_point_inside": lambda: Photo(
        file=image_file(), credit="Diskominfo", alt="Piagam", focal_x=101
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"alt": ""}, "teks alternatif"),
        ({"alt": "IMG_2031.jpg"}, "teks alternatif"),
        ({"alt": "WhatsApp Image"}, "teks alternatif"),
        ({"credit": ""}, "kredit"),
    ],
)
def test_words_may_come_after_the_picture_but_are_asked_for_before_publication(fields, lacks):
    photo = make_photo(**fields)
    assert messages_for(photo) == []
    assert [lacks in words for words in photo.missing_for_publication()] == [True]


def test_a_decoration_needs_no_alternative_text():
    assert make_photo(alt="", is_decorative=True).missing_for_publication() == []


def test_form_keeps_the_focal_point_inside():
    assert len(messages_for(BROKEN["media_photo_focal_point_inside"]())) == 1


def test_decorative_picture_needs_no_alternative_text():
    photo = Photo(file=image_file(), credit="Diskominfo", is_decorative=True)
    assert messages_for(photo) == []


def test_saved_picture_is_clean_whether_a_form_looked_at_it_or_not():
    for look_first in (True, False):
        photo = Photo(file=image_file("asli.png", (3000, 20)), credit="D", alt="Piagam")
        if look_first:
            photo.full_clean()
        photo.save()
        assert "asli" not in photo.file.name
        photo.refresh_from_db()
        assert (photo.width, photo.height) == Image.open(photo.file).size
        assert photo.width == 2400


def test_picture_is_written_anew_only_once():
    photo = make_photo()
    name = photo.file.name
    photo.caption = "Keterangan baru"
    photo.full_clean()
    photo.save()
    photo.refresh_from_db()
    assert photo.file.name == name


def test_unreadable_upload_is_said_beside_the_file():
    photo = Photo(file=SimpleUploadedFile("foto.jpg", b"bukan gambar"), credit="D", alt="Piagam")
    with pytest.raises(ValidationError) as refused:
        photo.full_clean()
    assert list(refused.value.message_dict) == ["file"]


def test_unreadable_upload_is_never_saved():
    with pytest.raises(ValidationError):
        make_photo(file=SimpleUploadedFile("foto.svg", b"<svg/>"))
    assert not Photo.objects.exists()


def test_picture_is_called_by_its_words():
    assert str(make_photo(caption="Serah terima")) == "Serah terima"
    assert str(make_photo(alt="Dua piagam")) == "Dua piagam"
    photo = make_photo(alt="", is_decorative=True)
    assert str(photo) == f"Foto {photo.pk}"
