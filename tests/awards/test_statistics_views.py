"""The statistics: every number counted rightly, and the records behind every bar."""

import datetime as dt
import random
import re
from html import unescape

import pytest
from django.urls import reverse

from awards.models import Award
from tests.factories import (
    kelurahan,
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_stated_award_figure,
)

pytestmark = pytest.mark.django_db
MARK = re.compile(
    r'<a class="chart-mark" href="([^"]+)"[^>]* aria-label="([^"]+): ([\d.]+) penghargaan"'
)
CELL = re.compile(r'<td><a href="([^"]+)">([\d.]+)</a></td>')
FIGURE = re.compile(
    r'<p class="figure-value">([\d.]+)</p>\s*<p class="figure-label"><a href="([^"]+)">'
)


def statistics(client, query=""):
    return client.get(reverse("awards:statistics") + query)


def number(text: str) -> int:
    return int(text.replace(".", ""))


def ways(page: str) -> dict[str, int]:
    """Return every way that the page offers to records, with the number that it promises."""
    found = {unescape(url): number(count) for url, _, count in MARK.findall(page)}
    found |= {unescape(url): number(count) for url, count in CELL.findall(page)}
    found |= {unescape(url): number(count) for count, url in FIGURE.findall(page)}
    return found


@pytest.fixture
def registry():
    """Awards of all kinds over some years, made at random, always the same."""
    dice = random.Random(7)
    kims = [make_kim(published=True, kelurahan=kelurahan(name)) for name in ("Samaan", "Kasin")]
    targets = [
        *kims,
        kelurahan("Samaan"),
        kelurahan("Purwantoro"),
        make_person(),
        *(make_organization() for _ in range(3)),
    ]
    hosts = [make_organization() for _ in range(3)]
    levels = ["internasional", "nasional", "provinsi", "kota", "regional"]
    editions = []
    for level in levels:
        programme = make_programme(level=level, organizer=dice.choice([None, *hosts]))
        for year in dice.sample(range(2018, 2025), 3):
            partners = dice.sample(hosts, dice.randrange(3))
            editions.append(make_edition(programme=programme, year=year, co_organizers=partners))
    ranks = ["Terbaik I", "Terbaik II", "Juara 3", "Harapan I", "Bintang 2", "Medali Emas"]
    ranks += ["Juara Umum", "Predikat A", "Terbaik", "Terbaik IV"]
    for _ in range(30):
        make_award(
            published=True,
            edition=dice.choice(editions),
            rank_label=dice.choice(ranks),
            recipients=dice.sample(targets, dice.choice([1, 1, 2, 3])),
        )
    make_award(edition=editions[0])
    return editions


@pytest.mark.parametrize("query", ["", "?tahun=2023"])
def test_statistics_has_the_records_behind_every_bar(client, registry, query):
    make_award(published=True, edition=make_edition(year=2023))
    found = ways(statistics(client, query).content.decode())
    parameters = "tahun tingkat peringkat jenis ajang penyelenggara penerima kelurahan".split()
    for name in parameters:
        assert any(f"{name}=" in url for url in found), name
    wrong = {}
    for url, count in found.items():
        listed = client.get(url).context["page"].paginator.count
        if listed != count:
            wrong[url] = (count, listed)
    assert wrong == {}
    assert len(found) > 15


def test_statistics_says_the_same_number_in_chart_and_table(client, registry):
    page = statistics(client).content.decode()
    drawn = {unescape(url): number(count) for url, _, count in MARK.findall(page)}
    tabled = {unescape(url): number(count) for url, count in CELL.findall(page)}
    assert drawn == tabled


def test_statistics_by_level_adds_up_to_the_total_each_year(client, registry):
    response = statistics(client)
    charts = response.context["charts"]
    assert sum(bar.value for bar in charts["tahun"].bars) == response.context["total"] == 30
    assert sum(bar.value for bar in charts["tingkat"].bars) == 30
    years = [int(bar.label) for bar in charts["tahun"].bars]
    assert years == list(range(min(years), max(years) + 1))


def test_statistics_of_one_year_counts_that_year_only(client):
    for year in (2022, 2023, 2023):
        make_award(published=True, edition=make_edition(year=year))
    response = statistics(client, "?tahun=2023")
    assert response.context["total"] == 2
    assert "Penghargaan dalam angka 2023" in response.content.decode()
    assert [bar.value for bar in response.context["charts"]["tingkat"].bars] == [2]
    chips = response.context["years"]
    assert [(chip["label"], chip["count"]) for chip in chips] == [
        ("Semua tahun", 3),
        ("2023", 2),
        ("2022", 1),
    ]
    assert [chip["selected"] for chip in chips] == [False, True, False]
    assert 'href="/penghargaan/laporan/2023/"' in response.content.decode()


def test_statistics_sets_an_unknown_year_aside_and_says_so(client):
    make_award(published=True)
    response = statistics(client, "?tahun=lalu&tingkat=nasional")
    assert response.context["total"] == 1
    assert "“lalu” tidak dikenal dan diabaikan" in response.content.decode()


def test_statistics_counts_a_shared_programme_for_each_host_once(client):
    host, partner = make_organization(name="Tuan Rumah"), make_organization(name="Mitra")
    programme = make_programme(organizer=host)
    edition = make_edition(programme=programme, co_organizers=[host, partner])
    make_award(published=True, edition=edition)
    orphan = make_edition(programme=make_programme(organizer=None), co_organizers=[partner])
    make_award(published=True, edition=orphan)
    bars = statistics(client).context["charts"]["penyelenggara"].bars
    assert [(bar.label, bar.value) for bar in bars] == [("Mitra", 2), ("Tuan Rumah", 1)]


def test_statistics_counts_a_kelurahan_once_for_itself_and_its_kim(client):
    kim = make_kim(published=True, kelurahan=kelurahan("Samaan"))
    make_award(published=True, recipients=[kim, kelurahan("Samaan")])
    make_award(published=True, recipients=[kim])
    bars = statistics(client).context["charts"]["kelurahan"].bars
    assert [(bar.label, bar.value) for bar in bars] == [("Samaan", 2)]


def test_statistics_puts_stated_figures_beside_the_counted_ones(client):
    make_award(published=True)
    make_stated_award_figure(value_min=5, value_max=7, stated_by="Kepala dinas uji")
    make_stated_award_figure(year=2014, value_min=26, value_max=26)
    page = statistics(client).content.decode()
    assert "Kepala dinas uji" in page
    assert "pejabat menyebut 5 sampai 7, tercatat 1; selisih 4–6." in page
    assert "pejabat menyebut 26, tercatat 0; selisih 26." in page
    only = statistics(client, "?tahun=2023").content.decode()
    assert "Kepala dinas uji" in only
    assert "pejabat menyebut 26" not in only


def test_statistics_does_not_call_a_figure_within_the_records_a_gap(client):
    make_award(published=True)
    make_stated_award_figure(value_min=1, value_max=1)
    assert "pejabat menyebut" not in statistics(client).content.decode()


def test_statistics_names_what_may_be_missing(client):
    programme = make_programme(name="Ajang Berselang", organizer=None)
    for year in (2019, 2022):
        edition = make_edition(programme=programme, year=year)
        make_award(published=True, edition=edition, category="")
    once = make_edition(programme=make_programme(name="Ajang Sekali"), year=2023)
    make_award(published=True, edition=once, conferred_on=dt.date(2023, 5, 1))
    page = " ".join(statistics(client).content.decode().split())
    assert "Ajang Berselang</a>: tercatat pada tahun lain, tidak pada 2020 dan 2021." in page
    assert "Ajang Sekali</a>: tercatat" not in page
    assert "2 penghargaan tercatat tanpa tanggal penganugerahan." in page
    assert "2 penghargaan tercatat tanpa penyelenggara yang diketahui." in page
    assert "2 penghargaan tercatat tanpa kategori." in page
    assert "Tahun tanpa catatan:</strong> 2020, 2021, 2024" in page
    beside = " ".join(statistics(client, "?tahun=2024").content.decode().split())
    assert "Ajang Sekali</a>: tercatat pada tahun lain, tidak pada 2024." in beside
    assert "Ajang Berselang</a>" not in beside


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_statistics_leaves_out_what_is_not_public(client, state):
    hidden = make_programme(name="Ajang Rahasia")
    make_award(state=state, edition=make_edition(programme=hidden, year=2022))
    make_award(published=True, edition=make_edition(year=2023))
    response = statistics(client)
    assert response.context["total"] == 1
    assert "Ajang Rahasia" not in response.content.decode()
    assert "tahun=2022" not in response.content.decode()


def test_statistics_stands_on_an_empty_registry(client):
    response = statistics(client)
    assert response.status_code == 200
    assert "Belum ada yang dihitung" in response.content.decode()


def test_statistics_costs_the_same_however_many(client, registry, django_assert_num_queries):
    with django_assert_num_queries(8):
        statistics(client)
    for _ in range(10):
        make_award(published=True, recipients=[make_person(), make_organization()])
    with django_assert_num_queries(8):
        statistics(client)


def test_statistics_offers_the_most_and_says_how_many_others(client):
    for _ in range(17):
        make_award(published=True, edition=make_edition(year=2023))
    page = statistics(client).content.decode()
    assert "15 terbanyak; 2 lainnya dapat disaring di daftar." in page
    assert Award.objects.published().count() == 17
