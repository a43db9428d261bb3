"""`manage.py make_avif`: fills in what photos lack, and may be stopped and run again."""

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.management import CommandError, call_command

from malangnews.media.management.commands import make_avif
from malangnews.media.models import Photo
from tests.factories import image_file, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(monkeypatch):
    """A library of its own for each test."""
    storage = InMemoryStorage()
    monkeypatch.setattr(default_storage, "_wrapped", storage)
    return storage


def run(capsys, **options) -> str:
    call_command("make_avif", **options)
    return capsys.readouterr().out


def formats(photo) -> list[tuple]:
    photo.refresh_from_db()
    return sorted((row["shape"], row["format"], row["width"]) for row in photo.renditions)


def complete(*widths: int) -> list[tuple]:
    return sorted(
        (shape, kind, width)
        for shape in ("full", "cover")
        for kind in ("avif", "webp")
        for width in widths
    )


def test_photos_get_avif_files_and_pages_offer_them(capsys):
    photo = make_photo(file=image_file(size=(400, 300)))
    words = run(capsys)
    assert f"1/1  foto {photo.pk}: 4 berkas" in words
    assert formats(photo) == complete(360, 400)
    assert [source.type for source in photo.cover_sources] == ["image/avif", "image/webp"]
    assert all(default_storage.exists(name) for name in photo.file_names())


def test_second_run_has_nothing_to_do(capsys):
    photo = make_photo()
    run(capsys)
    before = formats(photo), photo.file_names()
    assert run(capsys) == "Semua foto sudah lengkap.\n"
    assert (formats(photo), photo.file_names()) == before


def test_stopped_run_is_continued(capsys):
    photos = [make_photo() for _ in range(3)]
    assert "1/2" in run(capsys, limit=2)
    assert formats(photos[0]) != complete(6)  # newest first
    assert f"1/1  foto {photos[0].pk}" in run(capsys)
    assert formats(photos[0])[0][1] == "avif"


def test_photos_from_before_renditions_get_both_formats(capsys):
    photo = make_photo(file=image_file(size=(40, 30)))
    Photo.objects.update(renditions=[])
    run(capsys)
    assert formats(photo) == complete(40)


def test_covers_after_a_new_focal_point_get_avif_again(capsys):
    photo = make_photo(file=image_file(size=(40, 60)))
    run(capsys)
    photo.refresh_from_db()
    photo.focal_y = 0
    photo.save()
    assert ("cover", "avif", 40) not in formats(photo)
    run(capsys)
    assert formats(photo) == complete(40)


def test_covers_that_a_bulk_update_left_behind_are_replaced(capsys):
    photo = make_photo(file=image_file(size=(40, 60)))
    old = {row["name"] for row in photo.renditions if row["shape"] == "cover"}
    Photo.objects.update(focal_y=0)
    run(capsys)
    assert formats(photo) == complete(40)
    assert not any(default_storage.exists(name) for name in old)


def test_two_runs_at_once_keep_one_set_of_files(monkeypatch, capsys, storage):
    photo, reading = make_photo(), make_avif.open_master

    def slowly(file):
        monkeypatch.setattr(make_avif, "open_master", reading)
        make_avif.complete(photo.pk)
        return reading(file)

    monkeypatch.setattr(make_avif, "open_master", slowly)
    assert "0 berkas" in run(capsys)
    assert formats(photo) == complete(6)
    folder = photo.file.name.rpartition("/")[0]
    assert {f"{folder}/{name}" for name in storage.listdir(folder)[1]} == photo.file_names()


def test_lost_master_is_told_and_does_not_stop_the_others(capsys):
    good, lost = make_photo(), make_photo()
    default_storage.delete(lost.file.name)
    with pytest.raises(CommandError, match="1 foto gagal"):
        run(capsys)
    assert f"foto {lost.pk}: gagal, FileNotFoundError" in capsys.readouterr().out
    assert ("full", "avif", 6) in formats(good)


@pytest.mark.parametrize(
    ("meanwhile", "words"),
    [
        (lambda photo: Photo.objects.filter(pk=photo.pk).update(focal_x=1), "dilewati"),
        (lambda photo: Photo.objects.filter(pk=photo.pk).delete(), "dilewati"),
    ],
)
def test_photo_that_changes_while_it_is_drawn_keeps_no_wrong_files(
    monkeypatch, capsys, storage, meanwhile, words
):
    photo = make_photo()
    drawn, reading = photo.file_names(), make_avif.open_master

    def slowly(file):
        meanwhile(photo)
        return reading(file)

    monkeypatch.setattr(make_avif, "open_master", slowly)
    assert words in run(capsys)
    folder = photo.file.name.rpartition("/")[0]
    assert {f"{folder}/{name}" for name in storage.listdir(folder)[1]} == drawn


def test_words_written_while_a_photo_is_drawn_are_kept(monkeypatch, capsys):
    photo, reading = make_photo(), make_avif.open_master

    def slowly(file):
        Photo.objects.filter(pk=photo.pk).update(caption="Keterangan baru")
        return reading(file)

    monkeypatch.setattr(make_avif, "open_master", slowly)
    run(capsys)
    assert formats(photo) == complete(6)
    assert photo.caption == "Keterangan baru"


def test_photo_deleted_before_its_turn_is_passed_over():
    assert make_avif.complete(0) == "sudah dihapus"
