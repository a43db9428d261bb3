"""awards/yearly.py, neighbours.py, evidence.py, records.py: what stands beside a record's facts."""

import datetime as dt
import re

import pytest

from awards.models import Award
from awards.neighbours import MOST_OTHERS, editions_around, neighbours
from awards.records import MOST_SOURCES, STORIES
from awards.yearly import yearly
from malangnews.core.short import short_code
from tests.factories import (
    bring_to,
    kelurahan,
    make_article,
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db


def html_of(client, row) -> str:
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def listed(client, address: str) -> int:
    """How many awards the registry lists at an address, without setting a filter aside."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.context["filters"].notices == []
    return response.context["page"].paginator.count


# Figures over the years


@pytest.fixture
def several_years(amh, office):
    """Awards of one programme and one office in 2020, 2022 and 2023; what else there is, hidden."""
    person, kim = make_person(), make_kim(published=True, kelurahan=kelurahan("Kasin"))
    winners = [office, person, kim, kelurahan("Kasin")]
    rows = {amh.year: amh}
    for year in (2020, 2022):
        rows[year] = make_edition(programme=amh.programme, year=year)
    for year, rank in ((2020, "Terbaik I"), (2022, "Terbaik II"), (2022, "Terbaik I")):
        make_award(published=True, edition=rows[year], rank_label=rank, recipients=winners)
    # To the kelurahan belongs what its KIM won alone.
    make_award(
        published=True, edition=amh, rank_label="Juara Harapan I", recipients=[office, person, kim]
    )
    make_award(edition=make_edition(programme=amh.programme, year=2019), recipients=winners)
    make_award(published=True, edition=make_edition(year=2022))
    return {"office": office, "programme": amh.programme, "person": person, "kim": kim}


def test_yearly_draws_every_year_from_the_first_to_the_last(several_years):
    programme = several_years["programme"]
    awards = Award.objects.published().filter(edition__programme=programme)
    drawn = yearly(awards, "x", "Judul", ajang=programme.slug)
    bars = [(bar.label, bar.value, bar.parts[0].value) for bar in drawn.chart.bars]
    assert bars == [("2020", 1, 1), ("2021", 0, 0), ("2022", 2, 1), ("2023", 1, 0)]
    assert (drawn.count, drawn.first, drawn.earliest, drawn.latest) == (4, 2, 2020, 2023)
    assert drawn.chart.bars[1].url == ""


def test_yearly_draws_only_years_with_awards_when_they_lie_far_apart(amh):
    make_award(published=True, edition=make_edition(programme=amh.programme, year=1900))
    make_award(published=True, edition=amh)
    drawn = yearly(Award.objects.published(), "x", "Judul")
    assert [bar.label for bar in drawn.chart.bars] == ["1900", "2023"]


def test_yearly_of_nothing_is_nothing():
    assert yearly(Award.objects.none(), "x", "Judul") is None


@pytest.mark.parametrize("name", ["programme", "office", "person", "organizer"])
def test_every_figure_leads_to_as_many_awards(client, several_years, name):
    """The records behind every column, every part, every total."""
    programme = several_years["programme"]
    row = programme.organizer if name == "organizer" else several_years[name]
    context = client.get(row.get_absolute_url()).context
    drawn = context["given" if name == "organizer" else "won" if name == "office" else "yearly"]
    assert listed(client, drawn.address) == drawn.count == 4
    assert listed(client, drawn.first_address) == drawn.first == 2
    followed = 0
    for bar in drawn.chart.bars:
        for figure in (bar, *bar.parts):
            if figure.url and figure.value:
                assert listed(client, figure.url) == figure.value, (bar.label, figure)
                followed += 1
    assert followed == 5


@pytest.mark.parametrize("name", ["kim", "kelurahan"])
def test_every_year_of_a_group_or_place_leads_to_as_many_awards(client, several_years, name):
    row = kelurahan("Kasin") if name == "kelurahan" else several_years[name]
    honours = client.get(row.get_absolute_url()).context["honours"]
    assert [(chip["label"], chip["count"]) for chip in honours.years] == [
        ("2023", 1),
        ("2022", 2),
        ("2020", 1),
    ]
    for chip in honours.years:
        assert listed(client, chip["url"]) == chip["count"]
    assert listed(client, honours.address) == honours.count == 4


def test_years_of_more_awards_than_are_shown_are_all_counted(client, monkeypatch, several_years):
    monkeypatch.setattr("kim.honours.SHOWN", 1)
    honours = client.get(several_years["kim"].get_absolute_url()).context["honours"]
    assert len(honours.awards) == 1
    assert honours.count == 4
    assert [chip["count"] for chip in honours.years] == [1, 2, 1]
    page = html_of(client, several_years["kim"])
    assert "Semua 4 penghargaan di registri" in page
    assert "Sumbernya ada pada halaman tiap penghargaan." in page


def test_one_year_is_told_in_words_and_not_drawn(client, amh, office):
    make_award(published=True, edition=amh, recipients=[office], rank_label="Terbaik II")
    text = " ".join(re.sub(r"<[^>]*>", "", html_of(client, amh.programme)).split())
    assert "1 penghargaan dari tahun 2023." in text
    for rank in ("Terbaik I", "Terbaik I"):
        make_award(published=True, edition=amh, recipients=[office], rank_label=rank)
    for row in (amh.programme, office):
        page = html_of(client, row)
        text = " ".join(re.sub(r"<[^>]*>", "", page).split())
        assert "3 penghargaan semuanya dari tahun 2023, 2 di antaranya peringkat pertama." in text
        assert "chart-columns" not in page
        assert "charts.css" not in page


def test_columns_are_drawn_on_the_page(client, several_years):
    page = html_of(client, several_years["programme"])
    assert 'class="chart-columns' in page
    assert "css/charts.css" in page
    assert "4 penghargaan</a> dari tahun 2020 sampai 2023" in page


# Previous and next


def test_neighbours_are_those_of_the_results_as_they_are_read(client, amh):
    ranks = ["Terbaik III", "Terbaik I", "Terbaik II", "Favorit"]
    rows = [make_award(published=True, edition=amh, rank_label=rank) for rank in ranks]
    third, first, second, last = rows
    for before, row, after in ((None, first, second), (second, third, last), (third, last, None)):
        around = neighbours(row)
        assert (around.previous, around.following) == (before, after)
        page = html_of(client, row)
        for name, other in (("prev", before), ("next", after)):
            link = f'<link rel="{name}" href="{other.get_absolute_url()}">' if other else ""
            assert link in page
            assert (f'rel="{name}"' in page) == bool(other)
    assert neighbours(first).others == [second, third, last]


def test_neighbours_of_a_draft_are_none_and_of_others_no_draft(amh):
    draft = make_award(edition=amh)
    row = make_award(published=True, edition=amh)
    assert (neighbours(draft).previous, neighbours(draft).following) == (None, None)
    assert neighbours(draft).others == [row]
    assert neighbours(row).others == []


def test_page_of_a_large_edition_lists_some_results_and_leads_to_all(
    client, amh, django_assert_num_queries
):
    rows = [
        make_award(published=True, edition=amh, rank_label=f"Peringkat {n}")
        for n in range(1, MOST_OTHERS + 6)
    ]
    last = Award.objects.for_page().get(pk=rows[-1].pk)
    with django_assert_num_queries(3):
        around = neighbours(last)
    assert around.others == rows[:MOST_OTHERS]
    assert around.previous == rows[-2]
    page = html_of(client, last)
    assert f"Semua {len(rows)} hasil edisi ini" in page
    assert "hasil edisi ini" not in html_of(client, make_award(published=True))


def test_edition_leads_to_the_editions_before_and_after(client, amh):
    years = {2023: amh}
    for year in (2019, 2025):
        years[year] = make_edition(programme=amh.programme, year=year)
    for edition in years.values():
        make_award(published=True, edition=edition)
    make_award(edition=make_edition(programme=amh.programme, year=2022))
    page = html_of(client, amh)
    assert f'rel="prev" href="{years[2019].get_absolute_url()}"' in page
    assert f'rel="next" href="{years[2025].get_absolute_url()}"' in page
    assert "Edisi sebelumnya: 2019" in page
    assert "Edisi berikutnya: 2025" in page
    for edge, missing in ((2019, "prev"), (2025, "next")):
        assert f'rel="{missing}"' not in html_of(client, years[edge])


def test_edition_that_is_not_among_the_chips_has_no_neighbours():
    assert editions_around([]) == {"previous": None, "following": None}


# Sources and stories


def test_sources_are_told_once_with_how_many_awards_they_carry(amh):
    first, second = (make_award(edition=amh, sources=0) for _ in range(2))
    shared = {"title": "Piagam", "publisher": "Kota", "url": "", "published_on": None}
    for award in (first, first, second):
        make_source(award, **shared)
    for day in (1, 2):
        make_source(first, title="Berita", published_on=dt.date(2023, 11, day))
    for award in (first, second):
        bring_to(award, "published")
    make_source(make_award(edition=amh, sources=0), title="Rahasia")
    found = list(amh.awards.published().sources())
    told = [(row["title"], row["published_on"], row["awards"], row["total"]) for row in found]
    assert told == [
        ("Piagam", None, 2, 3),
        ("Berita", dt.date(2023, 11, 2), 1, 3),
        ("Berita", dt.date(2023, 11, 1), 1, 3),
    ]
    assert found[0].keys() == {"title", "publisher", "url", "published_on", "awards", "total"}


def test_sources_stand_on_every_page_around_an_award(client, amh, office):
    person, kim = make_person(), make_kim(published=True)
    award = make_award(published=True, edition=amh, recipients=[office, person, kim, kelurahan()])
    make_source(award, title="Piagam asli", url="https://contoh.id/piagam")
    hidden = make_award(edition=amh, recipients=[office, person, kim, kelurahan()])
    make_source(hidden, title="Sumber rahasia")
    story = make_article(published=True, awards=[award], title="Piagam pulang")
    pages = [amh, amh.programme, amh.programme.organizer, office, person, kim, kelurahan()]
    for row in pages:
        page = html_of(client, row)
        assert "Piagam asli" in page, row
        assert 'href="https://contoh.id/piagam"' in page
        assert "Sumber rahasia" not in page
    for row in pages[:5]:
        assert story.title in html_of(client, row), row


def test_many_sources_are_cut_off_with_their_number(client, amh):
    award = make_award(edition=amh, sources=0)
    for number in range(MOST_SOURCES + 3):
        make_source(award, title=f"Berita {number}")
    bring_to(award, "published")
    page = html_of(client, amh)
    assert f"{MOST_SOURCES} dari {MOST_SOURCES + 3} sumber." in page
    assert len(client.get(amh.get_absolute_url()).context["sources"]) == MOST_SOURCES
    # The award itself names every one.
    assert f"Berita {MOST_SOURCES + 2}" in html_of(client, award)
    assert "sumber. Selebihnya" not in html_of(client, award)


def test_many_stories_are_cut_off_and_lead_to_the_search(client, amh):
    award = make_award(published=True, edition=amh)
    stories = [make_article(published=True, awards=[award]) for _ in range(STORIES)]
    assert "Cari berita lainnya" not in html_of(client, amh)
    make_article(published=True, awards=[award])
    page = html_of(client, amh)
    assert "Cari berita lainnya" in page
    assert 'href="/cari/?q=Anugerah%20Media%20Humas"' in page
    assert sum(story.title in page for story in stories) <= STORIES
    assert len(client.get(amh.get_absolute_url()).context["stories"]) == STORIES


# Permanent address and citation


def test_every_page_of_a_record_shows_its_permanent_address_and_citation(client, amh, office):
    person, kim = make_person(), make_kim(published=True)
    award = make_award(published=True, edition=amh, recipients=[office, person, kim])
    rows = [award, amh, amh.programme, office, amh.programme.organizer, person, kim, kelurahan()]
    for row in rows:
        page = html_of(client, row)
        address = f"http://testserver/p/{short_code(row)}/"
        assert f'<link rel="shortlink" href="{address}">' in page
        assert f'<span data-copy="alamat tetap">{address}</span>' in page
        assert "Diskominfo Kota Malang. “" in page
        assert f"@misc{{malangnews-{short_code(row)}," in page
        assert f'href="/p/{short_code(row)}/kutipan.ris"' in page
        assert "js/copy-words.js" in page


def test_organization_that_only_gives_has_no_figures_of_what_it_won(client, amh):
    make_award(published=True, edition=amh, recipients=[make_organization()])
    context = client.get(amh.programme.organizer.get_absolute_url()).context
    assert context["won"] is None
    assert context["given"].count == 1
