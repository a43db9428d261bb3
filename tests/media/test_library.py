"""What the library keeps beside a photo's row: made on save, replaced, and taken away."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import InMemoryStorage, default_storage
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.urls import reverse
from PIL import Image

from malangnews.media.models import Photo
from tests import factories as make
from tests.factories import image_file, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(monkeypatch):
    """A library of its own for each test."""
    storage = InMemoryStorage()
    monkeypatch.setattr(default_storage, "_wrapped", storage)
    return storage


def files(storage, folder: str = "") -> set[str]:
    folders, names = storage.listdir(folder)
    found = {f"{folder}{name}" for name in names}
    return found.union(*(files(storage, f"{folder}{name}/") for name in folders))


def kinds(photo) -> set[tuple]:
    return {(row["shape"], row["format"], row["width"]) for row in photo.renditions}


def covers(photo) -> set[str]:
    return {row["name"] for row in photo.renditions if row["shape"] == "cover"}


def test_saved_photo_has_its_webp_files_and_knows_them(storage):
    photo = make_photo(file=image_file(size=(800, 600)))
    photo.refresh_from_db()
    steps = (360, 480, 720, 800)
    assert kinds(photo) == {(shape, "webp", step) for shape in ("full", "cover") for step in steps}
    assert files(storage) == photo.file_names()
    stem = photo.file.name.removesuffix(".jpg")
    assert all(name.startswith(f"{stem}-") for name in photo.file_names() - {photo.file.name})


def test_new_words_draw_nothing(monkeypatch):
    photo = Photo.objects.get(pk=make_photo().pk)
    monkeypatch.setattr("malangnews.media.pictures.make", None)
    before = photo.file_names()
    photo.caption = "Keterangan baru"
    photo.save()
    photo.alt = "Tiga piagam"
    photo.save(update_fields=["alt"])
    photo.refresh_from_db()
    assert (photo.alt, photo.file_names()) == ("Tiga piagam", before)


@pytest.mark.parametrize("options", [{}, {"update_fields": ["focal_x", "focal_y"]}])
def test_new_focal_point_is_new_covers_and_the_old_ones_go_on_commit(
    storage, options, django_capture_on_commit_callbacks
):
    photo = Photo.objects.get(pk=make_photo(file=image_file(size=(400, 600))).pk)
    old, whole = covers(photo), photo.file_names() - covers(photo)
    photo.focal_y = 10
    with django_capture_on_commit_callbacks(execute=True):
        photo.save(**options)
        assert old <= files(storage)
    photo.refresh_from_db()
    assert covers(photo).isdisjoint(old)
    assert all("-50-10.webp" in name for name in covers(photo))
    assert files(storage) == whole | covers(photo)


def test_new_upload_replaces_all_files(storage, django_capture_on_commit_callbacks):
    photo = make_photo(file=image_file(size=(400, 600)))
    old = photo.file_names()
    photo.file = image_file(size=(30, 20))
    with django_capture_on_commit_callbacks(execute=True):
        photo.save()
    photo.refresh_from_db()
    assert (photo.width, photo.height) == (30, 20)
    assert photo.file_names().isdisjoint(old)
    assert files(storage) == photo.file_names()


def test_photo_whose_master_is_lost_still_takes_new_words(storage):
    photo = Photo.objects.get(pk=make_photo().pk)
    storage.delete(photo.file.name)
    photo.focal_x, photo.caption = 10, "Keterangan baru"
    photo.save()
    photo = Photo.objects.get(pk=photo.pk)
    assert (photo.caption, covers(photo)) == ("Keterangan baru", set())


def test_row_that_is_refused_leaves_no_file(storage, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("django.db.models.Model.save_base", refuse)
    with pytest.raises(DatabaseError):
        make_photo()
    assert files(storage) == set()


@pytest.mark.parametrize(
    "delete", [lambda photo: photo.delete(), lambda _: Photo.objects.all().delete()]
)
def test_deleted_photo_takes_its_files_along_on_commit(
    storage, delete, django_capture_on_commit_callbacks
):
    photo = make_photo()
    with django_capture_on_commit_callbacks(execute=True):
        delete(photo)
        assert files(storage)
    assert files(storage) == set()


def test_same_picture_twice_is_said_in_the_form_but_not_refused_by_the_database():
    first = make_photo(file=image_file(size=(60, 40)), caption="Serah terima piagam")
    again = Photo(file=image_file("lain.png", (60, 40)), alt="Piagam", credit="Diskominfo")
    with pytest.raises(ValidationError) as refused:
        again.full_clean()
    [words] = refused.value.message_dict["file"]
    assert "sudah ada" in words
    assert str(first) in words
    again.save()
    assert again.digest == first.digest


def test_other_picture_and_the_same_photo_again_are_fine():
    photo = make_photo(file=image_file(size=(60, 40)))
    Photo(file=image_file(size=(60, 41)), alt="Piagam", credit="Diskominfo").full_clean()
    photo.file = image_file(size=(60, 40))
    photo.full_clean()
    assert not Photo.objects.same_picture_as(photo).exists()


def test_photos_older_than_digests_are_no_twins():
    make_photo()
    Photo.objects.update(digest="")
    assert not Photo.objects.same_picture_as(make_photo()).exists()
    assert not Photo.objects.same_picture_as(Photo()).exists()


def test_writer_is_told_of_the_twin(client):
    client.force_login(make.make_user(group="Penulis"))
    make_photo(caption="Serah terima piagam")
    form = {"file": image_file(), "alt": "x", "credit": "x", "focal_x": 50, "focal_y": 50}
    answer = client.post(reverse("admin:media_photo_add"), form)
    assert "Foto ini sudah ada di pustaka: “Serah terima piagam”." in answer.content.decode()
    assert Photo.objects.count() == 1


# In templates


def figure(photo, **inputs) -> str:
    return render_to_string("components/photo_figure.html", {"photo": photo, **inputs})


def cover(photo, **inputs) -> str:
    article = make.make_article(lead_photo=photo)
    return render_to_string("components/cover.html", {"article": article, **inputs})


@pytest.mark.parametrize(("markup", "shape"), [(figure, "full"), (cover, "cover")])
def test_picture_offers_the_ladder_and_falls_back_to_the_master(markup, shape):
    photo = make_photo(file=image_file(size=(1300, 900)), alt="Dua piagam")
    html = markup(photo, lazy=True)
    assert html.count("<source") == 1
    assert '<source type="image/webp" srcset="/media/foto/' in html
    assert f"-{shape}-360" in html
    assert " 1280w" in html
    assert "dppx) 66vw, (min-width: " in html
    assert f'<img src="{photo.file.url}" width="1300" height="900" alt="Dua piagam"' in html
    assert 'loading="lazy"' in html


def test_lead_asks_for_a_wider_file_than_a_card():
    photo = make_photo()
    assert "48rem" in cover(photo, priority=True)
    assert 'fetchpriority="high"' in cover(photo, priority=True)
    assert "48rem" not in cover(photo)


@pytest.mark.parametrize("markup", [figure, cover])
def test_photo_without_renditions_is_still_shown(markup):
    photo = make_photo()
    photo.renditions = []
    photo.save()
    html = markup(photo)
    assert "<source" not in html
    assert f'<img src="{photo.file.url}"' in html


def test_story_page_offers_renditions(client):
    photo = make_photo(file=image_file(size=(1300, 900)))
    article = make.make_article(published=True, lead_photo=photo)
    html = client.get(article.get_absolute_url()).content.decode()
    assert photo.full_sources[0].srcset in html


@pytest.mark.parametrize("kind", ["webp", "avif"])
def test_rendition_is_sent_as_what_it_is(client, kind):
    photo = make_photo()
    photo.draw(Image.new("RGB", (6, 4)), photo.plans(kind))
    name = next(row["name"] for row in photo.renditions if row["format"] == kind)
    response = client.get(f"/media/{name}")
    assert (response.status_code, response["Content-Type"]) == (200, f"image/{kind}")
    assert "immutable" in response["Cache-Control"]


def test_small_file_stands_for_the_photo_where_room_is_short():
    photo = make_photo(file=image_file(size=(800, 600)))
    assert "-full-360" in photo.small_url
    photo.renditions = []
    assert photo.small_url == photo.file.url
