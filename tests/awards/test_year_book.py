"""The year book: everything of a year, its sources numbered, its gaps named."""

import datetime as dt
import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from awards import annual
from awards.cards.shapes import SHAPES
from awards.cards.shelf import year_sheet
from tests.factories import (
    make_article,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_organization,
    make_photo,
    make_programme,
    make_source,
    make_stated_award_figure,
    make_work,
)

pytestmark = pytest.mark.django_db


def book(client, year=2023):
    return client.get(reverse("awards:year_book", args=[year]))


def words(response) -> str:
    return " ".join(response.content.decode().split())


def add_year(year: int, level: str = "provinsi", **fields):
    programme = make_programme(level=level)
    return make_award(
        published=True, edition=make_edition(programme=programme, year=year), **fields
    )


def test_year_book_list_has_each_year_with_awards_newest_first(client):
    for year in (2019, 2023, 2023):
        add_year(year)
    make_award(edition=make_edition(year=2021))
    page = words(client.get(reverse("awards:year_book_list")))
    years = re.findall(r'href="/penghargaan/laporan/(\d{4})/"', page)
    assert years == ["2023", "2019"]
    assert "2 penghargaan" in page


def test_year_book_list_stands_on_an_empty_registry(client):
    response = client.get(reverse("awards:year_book_list"))
    assert response.status_code == 200
    assert "Belum ada buku" in words(response)


def test_year_book_shows_every_fact_of_a_record(client, award):
    page = words(book(client))
    for fact in (
        "Anugerah Media Humas 2023",
        "Terbaik I",
        "Media Audiovisual",
        "Pemerintah kota",
        "Karya: Gelaran Malang",
        "Piagam nomor 12/AMH/2023",
        "Diskominfo Kota Malang dan KIM Samaan",
        "30 Oktober 2023",
        "Surabaya",
        # the name that the organiser bore that day
        "Kementerian Komunikasi dan Informatika; Humas Provinsi",
    ):
        assert fact in page, fact


def test_year_book_goes_from_the_highest_level_down(client):
    for level in ("kota", "internasional", "provinsi"):
        add_year(2023, level)
    make_award(published=True, edition=make_edition(year=2022))
    response = book(client)
    chapters = response.context["book"].chapters
    assert [chapter.level for chapter in chapters] == ["internasional", "provinsi", "kota"]
    assert response.context["total"] == sum(chapter.count for chapter in chapters) == 3
    page = words(response)
    for chapter in chapters:
        assert f'href="#tingkat-{chapter.level}"' in page
        assert f'id="tingkat-{chapter.level}"' in page


def test_year_book_puts_the_best_of_an_edition_first(client):
    edition = make_edition(year=2023)
    for label in ("Juara Harapan I", "Terbaik III", "Terbaik I", "Nominator", "Terbaik II"):
        make_award(published=True, edition=edition, rank_label=label)
    (chapter,) = book(client).context["book"].chapters
    (results,) = chapter.results
    labels = [entry.award.rank_label for entry in results.entries]
    ordered = ["Terbaik I", "Terbaik II", "Terbaik III", "Juara Harapan I", "Nominator"]
    assert labels == ordered


def test_year_book_numbers_each_source_once(client):
    edition = make_edition(year=2023)
    first = make_award(published=True, edition=edition, rank_label="Terbaik I")
    second = make_award(published=True, edition=edition, rank_label="Terbaik II")
    for award in (first, second):
        award.sources.all().delete()
        make_source(award, title="Berita bersama", url="https://contoh.id/bersama")
    make_source(second, title="Piagam", publisher="Panitia")
    response = book(client)
    notes = response.context["book"].notes
    assert [(note.number, note.title) for note in notes] == [(1, "Berita bersama"), (2, "Piagam")]
    entries = response.context["book"].chapters[0].results[0].entries
    assert [entry.notes for entry in entries] == [[1], [1, 2]]
    page = words(response)
    assert page.count('id="sumber-1"') == page.count('id="sumber-2"') == 1
    assert page.count('href="#sumber-1"') == 2


def test_year_book_has_the_hand_overs_of_its_awards_and_their_source(client):
    award, other = add_year(2023), add_year(2022)
    make_handover(
        published=True,
        awards=[award, other],
        occasion="Apel awal tahun",
        held_on=dt.date(2024, 1, 8),
        source_name="Portal uji",
        source_url="https://contoh.id/apel",
    )
    make_handover(published=True, awards=[other], occasion="Acara lain")
    make_handover(awards=[award], occasion="Rahasia dulu")
    response = book(client)
    (occasion,) = response.context["book"].occasions
    assert occasion.handover.occasion == "Apel awal tahun"
    assert occasion.count == 1
    page = words(response)
    assert "Senin, 8 Januari 2024" in page
    assert "1 penghargaan tahun ini diserahkan" in page
    assert "Acara lain" not in page
    assert "Rahasia dulu" not in page
    assert response.context["book"].notes[occasion.note - 1].title == "Portal uji"


def test_year_book_has_pictures_of_its_stories_and_certificates_each_once(client):
    photo, paper = make_photo(alt="Penyerahan piala"), make_photo(alt="Piagam uji")
    award = add_year(2023, certificate=paper)
    for title in ("Berita satu", "Berita dua"):
        make_article(published=True, title=title, awards=[award], lead_photo=photo)
    make_article(awards=[award], lead_photo=make_photo(alt="Foto draf"), title="Belum terbit")
    response = book(client)
    pictures = response.context["book"].pictures
    assert [picture.photo for picture in pictures] == [photo, paper]
    page = words(response)
    assert 'alt="Penyerahan piala"' in page
    assert "Foto: Diskominfo Kota Malang" in page
    assert "Foto draf" not in page
    assert "Belum terbit" not in page


def test_year_book_marks_a_disputed_record(client):
    add_year(2023, dispute="Peserta lain menyanggah.")
    assert "Disanggah" in words(book(client))


def test_year_book_tells_its_gaps(client):
    add_year(2023)
    add_year(2022)
    make_stated_award_figure(value_min=12, value_max=12)
    page = words(book(client))
    assert "pejabat menyebut 12, tercatat 1; selisih 11." in page
    assert "tercatat pada tahun lain, tidak pada 2023." in page
    assert "1 penghargaan tercatat tanpa tanggal penganugerahan." in page


def test_year_book_says_when_and_how_to_cite_it(client):
    add_year(2023)
    page = words(book(client))
    address = "http://testserver/penghargaan/laporan/2023/"
    assert f"Keadaan per {timezone.localdate().day} " in page
    assert "<cite>Buku Tahunan Penghargaan Kota Malang 2023</cite>. Keadaan per" in page
    assert page.count(address) >= 3
    assert "CC BY 4.0" in page


def test_year_book_leads_to_the_years_beside_it(client):
    for year in (2019, 2022, 2023):
        add_year(year)
    page = words(book(client, 2022))
    assert 'rel="prev" href="/penghargaan/laporan/2019/"' in page
    assert 'rel="next" href="/penghargaan/laporan/2023/"' in page


def test_year_book_of_a_year_without_records_says_so(client):
    add_year(2023)
    response = book(client, 2999)
    assert response.status_code == 200
    page = words(response)
    assert "Belum ada buku tahun 2999" in page
    assert 'name="robots" content="noindex, follow"' in page
    assert 'name="robots"' not in words(book(client, 2023))


@pytest.mark.parametrize("path", ["abc", "23", "20230", "3000", "2023x", "²023"])
def test_year_book_of_no_year_is_not_found(client, path):
    assert client.get(f"/penghargaan/laporan/{path}/").status_code == 404


def test_year_book_is_only_read(client):
    assert client.post(reverse("awards:year_book", args=[2023])).status_code == 405


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_year_book_leaves_out_what_is_not_public(client, state):
    add_year(2023)
    secret = make_organization(name="Lembaga rahasia")
    make_award(
        state=state, edition=make_edition(year=2023), recipients=[secret], category="Rahasia"
    )
    response = book(client)
    assert response.context["total"] == 1
    assert "ahasia" not in words(response)


def test_year_book_of_a_large_year_sums_up_by_programme(client, monkeypatch):
    monkeypatch.setattr(annual, "MOST_RECORDS", 3)
    programme = make_programme(name="Ajang Besar")
    edition = make_edition(programme=programme, year=2023)
    awards = [make_award(published=True, edition=edition) for _ in range(3)]
    awards.append(add_year(2023, "kota"))
    make_handover(published=True, awards=awards[:2], occasion="Serah terima besar")
    response = book(client)
    made = response.context["book"]
    assert made.is_summed_up
    lines = [(chapter.level, chapter.summaries[0].count) for chapter in made.chapters]
    assert lines == [("provinsi", 3), ("kota", 1)]
    assert [occasion.count for occasion in made.occasions] == [2]
    page = words(response)
    assert "terlalu banyak untuk dicetak satu per satu" in page
    link = re.search(r'<th scope="row">Ajang Besar</th><td><a href="([^"]+)">3</a>', page)
    listed = client.get(link[1].replace("&amp;", "&"))
    assert listed.context["page"].paginator.count == 3


@pytest.mark.parametrize("most", [500, 1], ids=["printed", "summed up"])
def test_year_book_costs_the_same_however_many(
    client, monkeypatch, django_assert_max_num_queries, most
):
    monkeypatch.setattr(annual, "MOST_RECORDS", most)
    for _ in range(12):
        edition = make_edition(year=2023, co_organizers=[make_organization(), make_organization()])
        award = make_award(
            published=True,
            edition=edition,
            work=make_work(),
            certificate=make_photo(),
            recipients=[make_kim(published=True), make_organization()],
            sources=2,
        )
        make_article(published=True, awards=[award], lead_photo=make_photo())
        make_handover(published=True, awards=[award])
    make_stated_award_figure()
    with django_assert_max_num_queries(12):
        assert book(client).status_code == 200


@pytest.mark.parametrize("most", [500, 1], ids=["printed", "summed up"])
def test_year_book_is_shared_with_the_card_of_its_year(client, monkeypatch, most):
    monkeypatch.setattr(annual, "MOST_RECORDS", most)
    for _ in range(2):
        add_year(2023)
    wide = SHAPES["lebar"]
    version = year_sheet(2023).digest(wide)[:8]
    page = words(book(client))
    assert 'property="og:image" content="http://testserver/penghargaan/' in page
    assert f"?v={version}" in page
    assert "share.jpg" not in page


def test_year_book_describes_itself_to_machines(client):
    award = add_year(2023)
    page = book(client).content.decode()
    blocks = json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])
    (report,) = [block for block in blocks if block["@type"] == "Report"]
    assert report["temporalCoverage"] == "2023"
    assert report["url"] == "http://testserver/penghargaan/laporan/2023/"
    award.refresh_from_db()
    assert dt.datetime.fromisoformat(report["dateModified"]) == award.updated_at
    assert "Report" not in book(client, 2001).content.decode()
