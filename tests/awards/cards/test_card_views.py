"""Cards in public: who gets one, how long it is kept, when it is drawn anew."""

import io
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.urls import reverse
from PIL import Image

from awards.cards import shelf
from awards.cards.drawing import card_png
from awards.cards.shapes import SHAPES
from awards.cards.shelf import award_sheet, clear, picture
from awards.models import Award
from tests import factories as make

pytestmark = pytest.mark.django_db
EVERY_SHAPE = pytest.mark.parametrize("shape", SHAPES)


def address(award, shape="lebar"):
    return f"/penghargaan/{award.slug}/kartu-{shape}.png"


def kept(award):
    try:
        return default_storage.listdir(f"kartu/penghargaan/{award.pk}")[1]
    except FileNotFoundError:
        return []


def sheet_of(award):
    return award_sheet(Award.objects.for_page().get(pk=award.pk))


@pytest.fixture(autouse=True)
def _empty_shelf(settings, tmp_path):
    """Cards of other tests are not found: their awards had the same numbers."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


@EVERY_SHAPE
def test_award_card_is_a_picture_of_its_size(client, award, shape):
    answer = client.get(address(award, shape))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == SHAPES[shape].size
    assert len(answer.content) < 250_000
    assert answer["Content-Disposition"] == (f'inline; filename="kartu-{award.slug}-{shape}.png"')
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


@EVERY_SHAPE
def test_year_card_is_a_picture_of_its_size(client, award, shape):
    answer = client.get(f"/penghargaan/kartu/2023-{shape}.png")
    assert Image.open(io.BytesIO(answer.content)).size == SHAPES[shape].size
    assert client.get(f"/penghargaan/kartu/2001-{shape}.png").status_code == 404


def test_unknown_shapes_and_years_are_no_addresses(client, award):
    for wrong in (
        address(award, "bulat"),
        address(award, "LEBAR"),
        "/penghargaan/kartu/99-lebar.png",
        "/penghargaan/kartu/20233-lebar.png",
        "/penghargaan/tidak-ada/kartu-lebar.png",
        f"/penghargaan/{'x' * 900}/kartu-lebar.png",
    ):
        assert client.get(wrong).status_code == 404, wrong
    assert client.post(address(award)).status_code == 405


def test_card_kept_by_a_browser_is_not_sent_again(client, award):
    answer = client.get(address(award))
    again = client.get(address(award), headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert client.head(address(award)).status_code == 200


def test_card_is_drawn_once_and_kept(client, award, monkeypatch):
    first = client.get(address(award)).content
    assert len(kept(award)) == 1
    monkeypatch.setattr(shelf, "card_png", lambda *_: pytest.fail("drawn again"))
    assert client.get(address(award)).content == first


@pytest.mark.parametrize(
    "change",
    [
        lambda award: Award.objects.filter(pk=award.pk).update(category="Siaran Pers"),
        lambda award: type(award.edition.programme).objects.update(name="Anugerah Humas"),
        lambda award: type(award.edition.programme).objects.update(slug="slug-lain"),
        lambda award: make.make_recipient(award, make.make_organization()),
        lambda award: award.edition.programme.organizer.names.all().delete(),
    ],
    ids=["category", "programme", "cloth", "recipient", "organiser"],
)
def test_card_is_drawn_anew_when_what_it_tells_changes(client, award, change):
    first, tag = client.get(address(award)), kept(award)
    change(award)
    second = client.get(address(award))
    assert second.content != first.content
    assert second["ETag"] != first["ETag"]
    assert len(kept(award)) == 1
    assert kept(award) != tag


def test_card_stays_when_something_else_changes(client, award):
    first = client.get(address(award))
    Award.objects.filter(pk=award.pk).update(remarks="Keterangan lain.", certificate_number="9")
    assert client.get(address(award))["ETag"] == first["ETag"]


def test_half_written_card_is_drawn_again(client, award):
    whole = client.get(address(award)).content
    [name] = kept(award)
    path = f"kartu/penghargaan/{award.pk}/{name}"
    default_storage.delete(path)
    default_storage.save(path, ContentFile(whole[:500]))
    assert client.get(address(award)).content == whole
    with default_storage.open(path) as file:
        assert file.read() == whole
    assert kept(award) == [name]


def test_card_that_cannot_be_kept_is_shown_all_the_same(client, award, monkeypatch, caplog):
    def full(*args):
        raise OSError("disk full")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    assert client.get(address(award)).status_code == 200
    assert "could not be kept" in caplog.text


def test_two_who_draw_at_once_leave_one_card(award):
    sheet, shape = sheet_of(award), SHAPES["lebar"]
    with ThreadPoolExecutor(4) as several:
        drawn = set(several.map(lambda _: picture(sheet, shape), range(4)))
    assert len(drawn) == 1
    assert len(kept(award)) == 1


# Who gets one


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_card_of_what_is_not_public_is_for_staff_and_kept_by_nobody(client, state):
    award = make.make_award(state=state)
    assert client.get(address(award)).status_code == 404
    client.force_login(make.make_user(group="Pengelola Penghargaan"))
    answer = client.get(address(award))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert kept(award) == []
    client.force_login(make.make_user(is_staff=False))
    assert client.get(address(award)).status_code == 404


def test_withdrawn_award_has_no_card_any_more(client, award):
    client.get(address(award))
    Award.objects.filter(pk=award.pk).withdraw("Angkanya keliru.")
    answer = client.get(address(award))
    assert answer.status_code == 410
    assert "Angkanya keliru." in answer.content.decode()
    clear(award)
    assert kept(award) == []
    clear(award)


# What pages say of it


def meta(page, name):
    return re.findall(rf'<meta (?:property|name)="{name}" content="([^"]*)">', page)


def test_page_of_an_award_names_its_wide_card(client, award):
    page = client.get(award.get_absolute_url()).content.decode()
    [image] = meta(page, "og:image")
    assert image.startswith(f"http://testserver{address(award)}?v=")
    assert meta(page, "twitter:image") == [image]
    assert meta(page, "og:image:width") == ["1200"]
    assert meta(page, "og:image:height") == ["630"]
    [alt] = meta(page, "og:image:alt")
    assert alt.startswith("Kartu penghargaan: Terbaik I kategori Media Audiovisual")
    assert client.get(image).status_code == 200
    Award.objects.filter(pk=award.pk).update(category="Siaran Pers")
    changed = client.get(award.get_absolute_url()).content.decode()
    assert meta(changed, "og:image") != [image]


def test_page_of_a_draft_and_other_pages_name_the_portals_own_picture(client, award):
    draft = make.make_award()
    client.force_login(make.make_user(group="Pengelola Penghargaan"))
    for path in (draft.get_absolute_url(), reverse("home")):
        page = client.get(path).content.decode()
        assert meta(page, "og:image") == ["http://testserver/static/img/share.jpg"]
        assert meta(page, "og:image:width") == ["1200"]


def test_year_book_names_the_card_of_its_year(client, award):
    page = client.get(reverse("awards:year_book", args=[2023])).content.decode()
    [image] = meta(page, "og:image")
    assert image.startswith("http://testserver/penghargaan/kartu/2023-lebar.png?v=")
    assert meta(page, "og:image:alt")[0].startswith("Kartu tahun 2023: 1 penghargaan Kota Malang")
    empty = client.get(reverse("awards:year_book", args=[2001])).content.decode()
    assert meta(empty, "og:image") == ["http://testserver/static/img/share.jpg"]


def test_same_words_make_the_same_picture(award):
    sheet = sheet_of(award)
    art = shelf.art_for(sheet.cloth, sheet.subject.roundel)
    one, other = (card_png(sheet.subject, SHAPES["lebar"], art) for _ in range(2))
    assert one == other
