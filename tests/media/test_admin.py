"""The photo library at the desk."""

import pytest
from django.urls import reverse

from malangnews.media.models import Photo
from tests import factories as make
from tests.media.hostile_files import SVG, truncated_heic
from tests.media.test_images import png_claiming

pytestmark = pytest.mark.django_db


@pytest.fixture
def penulis(client):
    client.force_login(make.make_user(group="Penulis"))
    return client


def photo_form(**fields):
    return {
        "file": make.image_file(size=(60, 40)),
        "alt": "Dua piagam.",
        "credit": "Diskominfo Kota Malang",
        "licence": "office",
        "focal_x": 50,
        "focal_y": 50,
        **fields,
    }


def test_a_writer_uploads_a_photo_and_sees_it_small(penulis):
    answer = penulis.post(reverse("admin:media_photo_add"), photo_form(), follow=True)
    assert answer.status_code == 200
    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (60, 40)
    assert f'src="{photo.small_url}"' in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"licence": "lain"}, "lain"),
        ({"focal_x": 101}, "100"),
        ({"file": make.SimpleUploadedFile("foto.jpg", b"bukan gambar")}, "gambar"),
        ({"file": make.SimpleUploadedFile("IMG_1.HEIC", truncated_heic())}, "Paling Kompatibel"),
        (
            {"file": make.SimpleUploadedFile("bom.png", png_claiming(20_000, 20_000))},
            "bukan gambar JPEG, PNG",
        ),
        ({"file": make.SimpleUploadedFile("skrip.svg", SVG)}, "bukan gambar JPEG, PNG"),
    ],
)
def test_bad_photos_get_a_message(penulis, fields, words):
    answer = penulis.post(reverse("admin:media_photo_add"), photo_form(**fields))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Photo.objects.exists()


def test_a_long_name_is_no_reason_to_refuse_a_photo(penulis):
    name = f"WhatsApp Image {'x' * 180}.png"
    answer = penulis.post(
        reverse("admin:media_photo_add"), photo_form(file=make.image_file(name, size=(60, 40)))
    )
    assert answer.status_code == 302
    assert Photo.objects.get().width == 60


def test_the_form_asks_for_what_the_library_takes(penulis):
    page = penulis.get(reverse("admin:media_photo_add")).content.decode()
    assert 'accept="image/jpeg,image/png,image/webp,image/avif"' in page


def test_a_photo_in_use_cannot_be_deleted(client):
    photo = make.make_photo()
    make.make_article(lead_photo=photo)
    client.force_login(make.make_user(group="Penyunting"))
    client.post(reverse("admin:media_photo_delete", args=[photo.pk]), {"post": "yes"})
    assert Photo.objects.exists()
