"""The coverage board at the desk: who sees it, where its numbers lead, its CSV, its list."""

import csv
import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from malangnews.core.quarters import Quarter
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db

BOARD, CSV = "admin:kim_kelurahan_board", "admin:kim_kelurahan_board_csv"
EDITORS = ["Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM"]


@pytest.fixture
def enter(client):
    def log_in(role, **fields):
        client.force_login(make.make_user(group=role, **fields))
        return client

    return log_in


def page(client, query="", status=200, name=BOARD):
    answer = client.get(reverse(name) + query)
    assert answer.status_code == status
    return answer.content.decode()


def link(text: str, label: str) -> str:
    """Return the address of the link with that accessible name."""
    found = re.search(rf'href="([^"]+)" aria-label="{re.escape(label)}"', text)
    assert found, label
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("name", [BOARD, CSV])
@pytest.mark.parametrize("role", EDITORS)
def test_every_role_of_the_newsroom_sees_the_board(enter, role, name):
    assert enter(role).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", [BOARD, CSV])
@pytest.mark.parametrize("role", ["Kontributor KIM", ""])
def test_who_may_not_see_stories_does_not_see_the_board(enter, role, name):
    client = enter(role)
    assert client.get(reverse(name)).status_code == 403
    assert "Kelurahan lama tak diberitakan" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("codename", ["kim.view_kelurahan", "news.view_article"])
def test_one_of_the_two_rights_is_not_enough(client, codename):
    user = make.make_user()
    user.user_permissions.add(make.permission(codename))
    client.force_login(user)
    assert client.get(reverse(BOARD)).status_code == 403


@pytest.mark.parametrize("name", [BOARD, CSV])
def test_nobody_logged_in_is_sent_to_the_login(client, name):
    assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("name", [BOARD, CSV])
def test_the_board_is_only_read(enter, name):
    assert enter("Penyunting").post(reverse(name)).status_code == 405


@pytest.mark.parametrize(
    "query",
    ["?triwulan=%27", "?triwulan=9999-9", "?kecamatan=%2E%2E&urut=%F0%9F%8E%89", "?urut=--x"]
    + ["?ukuran=" + "x" * 3000, "?triwulan=1900-1", "?kecamatan=klojen&kecamatan=sukun"],
)
@pytest.mark.parametrize("name", [BOARD, CSV])
def test_junk_in_the_address_is_answered(enter, query, name):
    assert enter("Penyunting").get(reverse(name) + query).status_code == 200


def test_the_page_of_an_empty_portal_says_what_is_missing(enter):
    text = page(enter("Penyunting"))
    assert "Belum ada rubrik mingguan" in text
    assert text.count('<tr id="kelurahan-') == 57
    assert text.count("belum pernah diberitakan") >= 57


def test_numbers_lead_to_the_lists_that_they_counted(enter):
    samaan, today = make.kelurahan("Samaan"), timezone.localtime()
    weekly = make.make_rubric(name="UMKM", cadence="weekly")
    potential = make.make_potential(published=True, kelurahan=samaan, name="Lumpia Samaan")
    make.make_potential(published=True, kelurahan=samaan, name="Belum Diangkat")
    stories = [
        make.make_article(published=True, title="Lewat kelurahan", kelurahan=[samaan]),
        make.make_article(published=True, title="Lewat potensi", potentials=[potential]),
        make.make_article(published=True, title="Episode", kelurahan=[samaan], rubric=weekly),
    ]
    Article.objects.filter(pk__in=[row.pk for row in stories[:2]]).update(published_at=today)
    make.make_article(published=True, title="Tempat lain", kelurahan=[make.kelurahan("Kauman")])
    make.make_article(title="Draf Samaan", kelurahan=[samaan])
    client = enter("Penyunting")
    text = page(client)
    now = Quarter.of(today.date())
    told = client.get(link(text, f"2 berita Samaan, {now}")).content.decode()
    assert "Lewat kelurahan" in told and "Lewat potensi" in told
    assert not any(title in told for title in ("Episode<", "Tempat lain", "Draf Samaan"))
    every = client.get(link(text, "0 hari, semua berita Samaan")).content.decode()
    assert "Episode" in every and "Tempat lain" not in every
    episodes = client.get(link(text, "1 episode UMKM Samaan")).content.decode()
    assert "Episode" in episodes and "Lewat kelurahan" not in episodes
    assert "1 dari 2" in text and "Belum Diangkat" in text and "Lumpia Samaan" not in text
    assert client.get(link(text, "0 penghargaan Samaan")).status_code == 200
    assert client.get(link(text, "KIM Samaan: Belum tercatat")).status_code == 200


def test_a_story_for_a_kelurahan_begins_with_it_chosen(enter):
    client = enter("Penulis")
    address = link(page(client), "Tulis berita untuk Kelurahan Samaan")
    form = client.get(address).context["adminform"].form
    assert form["kelurahan"].value() == [str(make.kelurahan("Samaan").pk)]


def test_who_may_not_write_is_not_asked_to(enter):
    assert "Tulis berita untuk" not in page(enter("Pembina KIM"))


@pytest.mark.parametrize("query", ["?wilayah=x", "?wilayah=", "?wilayah=" + "9" * 30, "?wilayah=0"])
@pytest.mark.parametrize("more", ["", "&triwulan=x", "&triwulan=2026-4", "&triwulan=0000-1"])
def test_filters_of_the_list_of_stories_take_anything(enter, query, more):
    answer = enter("Penyunting").get(reverse("admin:news_article_changelist") + query + more)
    assert answer.status_code in (200, 302)


def test_a_chosen_place_is_named_beside_the_list(enter):
    place = make.kelurahan("Samaan")
    make.make_article(kelurahan=[place])
    client = enter("Penyunting")
    address = reverse("admin:news_article_changelist")
    text = client.get(f"{address}?wilayah={place.pk}&triwulan=2026-4").content.decode()
    assert "Samaan" in text and "Triwulan IV 2026" in text
    assert "triwulan terbit" not in client.get(address).content.decode()


def test_the_file_has_the_rows_of_the_page_in_its_order(enter):
    samaan = make.kelurahan("Samaan")
    make.make_article(published=True, kelurahan=[samaan])
    make.make_potential(published=True, kelurahan=samaan, name="=2+2")
    make.make_kim(published=True, kelurahan=samaan, name="KIM Samaan")
    answer = enter("Penulis").get(reverse(CSV) + "?kecamatan=klojen&urut=-kim&triwulan=2023-4")
    assert answer.headers["Content-Disposition"].endswith('"papan-liputan-2023-4.csv"')
    assert "private" in answer.headers["Cache-Control"]
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 11
    first = rows[0]
    assert (first["kelurahan"], first["kim"], first["keadaan_kim"]) == (
        "Samaan",
        "KIM Samaan",
        "Terbentuk",
    )
    assert first["berita_triwulan"] == "1" and first["berita_terakhir"] == "2023-11-06"
    assert first["nama_potensi_belum_diangkat"] == "'=2+2"
    assert rows[1]["hari_sejak_berita_terakhir"] == ""


def test_columns_are_sorted_by_links_that_say_so(enter):
    text = page(enter("Penyunting"), "?urut=-penghargaan")
    assert 'class="is-penghargaan" aria-sort="descending"' in text
    assert text.count("aria-sort=") == 1
    assert "urut=penghargaan#board-table" in text


def test_the_atlas_takes_the_chosen_measure(enter):
    make.make_article(published=True, kelurahan=[make.kelurahan("Samaan")])
    text = page(enter("Penyunting"), "?ukuran=berita&triwulan=2023-4")
    assert 'aria-label="Samaan, Kecamatan Klojen: 1 berita pada triwulan itu"' in text
    assert text.count('class="board-hex level-0"') == 56 + 1  # tiles, and the legend


def test_the_page_costs_the_same_for_many_rows(enter):
    client, samaan = enter("Penyunting"), make.kelurahan("Samaan")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            page(client)
        return len(queries)

    def add():
        potential = make.make_potential(published=True, kelurahan=samaan)
        make.make_article(published=True, kelurahan=[samaan], potentials=[potential])
        make.make_kim(published=True, kelurahan=samaan)
        make.make_award(published=True, recipients=[samaan])

    add()
    page(client)
    few = cost()
    for _ in range(6):
        add()
    assert cost() == few <= 20


def test_first_screen_names_those_longest_out_of_the_news(enter):
    recent = make.make_article(published=True, kelurahan=[make.kelurahan("Samaan")])
    Article.objects.filter(pk=recent.pk).update(published_at=timezone.now())
    old = make.make_article(published=True, kelurahan=[make.kelurahan("Arjosari")])
    before = timezone.now() - dt.timedelta(days=200)
    Article.objects.filter(pk=old.pk).update(published_at=before)
    lists = enter("Penyunting").get("/admin/").context["desk_lists"]
    found = next(row for row in lists if row.title == "Kelurahan lama tak diberitakan")
    assert found.counts[0]["count"] == 56
    assert found.rows[0]["moment"] == "belum pernah diberitakan"
    assert all(row["title"] not in ("Samaan", "Arjosari") for row in found.rows)


def test_the_list_of_kelurahan_leads_to_the_board(enter):
    text = enter("Penulis").get(reverse("admin:kim_kelurahan_changelist")).content.decode()
    assert f'href="{reverse(BOARD)}"' in text
