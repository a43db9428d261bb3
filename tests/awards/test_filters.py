"""The registry's filters and the options that they offer. Their counts: test_facets_property.py."""

import random

import pytest
from django.http import QueryDict

from awards.facets import MOST_OPTIONS, facets
from awards.filters import LABELS, rank_name, read_filters
from awards.models import Award, FormerAddress, Merge
from awards.survey import Survey
from tests.factories import (
    STATES,
    kelurahan,
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_work,
)

pytestmark = pytest.mark.django_db

RANKS = ("Terbaik I", "Terbaik II", "Juara III", "Juara Harapan I", "Gold Winner", "Juara Umum")


def read(query=""):
    return read_filters(QueryDict(query))


def narrowed(query=""):
    return read(query).narrow(Award.objects.published())


@pytest.fixture
def registry():
    """Forty awards of three years, with one to three recipients of all kinds; one is a draft."""
    chance = random.Random(7)
    dinas = make_organization(name="Dinas A")
    programmes = [
        make_programme(name=f"Ajang {letter}", level=level, organizer=dinas)
        for letter, level in (("A", "nasional"), ("B", "provinsi"), ("C", "provinsi"))
    ]
    editions = [make_edition(programme=p, year=y) for p in programmes for y in (2021, 2022, 2023)]
    targets = [
        dinas,
        make_organization(name="Dinas B"),
        make_kim(published=True, name="KIM Satu"),
        make_kim(published=True, name="KIM Dua"),
        kelurahan("Samaan"),
        make_person(name="Siti"),
    ]
    for _ in range(40):
        make_award(
            published=True,
            edition=chance.choice(editions),
            rank_label=chance.choice(RANKS),
            category=chance.choice(["Video", "Situs web", ""]),
            recipients=chance.sample(targets, chance.randint(1, 3)),
        )
    make_award(edition=editions[0], recipients=[make_kim(name="KIM Rahasia")])
    return list(Award.objects.published().for_card())


def test_facets_offer_every_value_that_leads_somewhere(registry):
    offered = {
        facet["name"]: [o["label"] for o in facet["options"]] for facet in facets(Survey(read()))
    }
    assert offered["tahun"] == ["2023", "2022", "2021"]
    assert offered["tingkat"] == ["Nasional", "Provinsi"]
    assert sorted(offered["jenis"]) == ["KIM", "Kelurahan", "Lembaga", "Perorangan"]
    assert "Kelurahan Samaan" in offered["penerima"]
    assert offered["peringkat"][0] == "Semua peringkat pertama"
    assert {"Terbaik (semua)", "Terbaik I", "Terbaik II", "Juara III"} <= set(offered["peringkat"])


def test_facets_cost_four_queries(registry, django_assert_num_queries):
    filters = read("tahun=2022")
    with django_assert_num_queries(4):
        facets(Survey(filters))


def test_facets_of_an_empty_registry_are_none():
    assert facets(Survey(read())) == []


def test_facets_keep_a_chosen_option_that_is_not_among_the_most_frequent():
    for n in range(MOST_OPTIONS + 2):
        programme = make_programme(name=f"Ajang {n:02}")
        make_award(published=True, edition=make_edition(programme=programme))
    survey = Survey(read(f"ajang=ajang-{MOST_OPTIONS + 1:02}"))
    options = next(f["options"] for f in facets(survey) if f["name"] == "ajang")
    assert len(options) == MOST_OPTIONS + 1
    assert [o["count"] for o in options if o["selected"]] == [1]


def test_facets_keep_a_chosen_option_that_leaves_nothing(registry):
    options = next(f["options"] for f in facets(Survey(read("tahun=1999"))) if f["name"] == "tahun")
    assert {"label": "1999", "count": 0, "selected": True, "url": "/penghargaan/"} in options


@pytest.mark.parametrize(
    "query",
    [
        *("tahun=²", "tahun=-1", f"tahun={10**30}", "tahun=20x3", "tahun=0202", "tahun=٢٠٢٣"),
        *("tingkat=dunia", "ajang=tidak-ada", "ajang=%27%22", "jenis=hewan", "jenis=kim_id"),
        *("penerima=kim", "penerima=kim-tidak-ada", "penerima=-", "penerima=hewan-x"),
        *("peringkat=terbaik-0", "peringkat=terbaik-", "peringkat=terbaik-²", "peringkat=x"),
        *("peringkat=terbaik-9999999999", "peringkat=-1", "peringkat=terbaik-01"),
    ],
)
def test_unknown_value_is_named_and_ignored(query):
    make_award(published=True)
    filters = read(query)
    (notice,) = filters.notices
    assert notice.startswith(f"Saringan {LABELS[query.partition('=')[0]]} “")
    assert notice.endswith("” tidak dikenal dan diabaikan.")
    assert filters.chosen == {}
    assert narrowed(query).count() == 1


def test_recipient_without_a_public_award_is_unknown():
    make_award(published=True)
    make_award(recipients=[make_kim(name="KIM Rahasia")])
    filters = read("penerima=kim-kim-rahasia")
    assert filters.chosen == {}
    assert "KIM Rahasia" not in str(facets(Survey(filters)))


@pytest.mark.parametrize("value", ["", "   "])
def test_empty_value_is_no_filter_and_no_notice(value):
    filters = read(f"tahun={value}&q={value}")
    assert (filters.chosen, filters.notices) == ({}, [])


def test_words_are_cut_to_six_of_a_hundred_characters():
    assert read("q=a b c d e f g h").words == "a b c d e f"
    assert read(f"q={'x' * 300}").words == "x" * 100


@pytest.mark.parametrize("words", ["gelaran", "GELARAN malang", "publik relation", "humas 2023"])
def test_words_find_work_alias_and_year(words):
    programme = make_programme(name="Anugerah Humas", aliases="Jatim Publik Relation Award")
    award = make_award(
        published=True,
        edition=make_edition(programme=programme, year=2023),
        work=make_work(title="Gelaran Malang"),
    )
    make_award(published=True)
    assert list(narrowed(f"q={words}")) == [award]


@pytest.mark.parametrize("words", ["%25", "_", "'", '"', "\\"])
def test_words_are_no_patterns(words):
    make_award(published=True)
    assert narrowed(f"q={words}").count() == 0


def test_kinds_are_understood_by_their_field_names_too():
    make_award(published=True, recipients=[make_person(name="Siti")])
    assert read("jenis=organization").value("jenis") == "lembaga"
    assert read("penerima=person-siti").value("penerima") == "orang-siti"


def test_address_names_the_filters_in_one_order_and_drops_the_page():
    filters = read("q=humas&page=3&tingkat=kota&tahun=2023&utm=x")
    assert filters.address() == "/penghargaan/?tahun=2023&tingkat=kota&q=humas"
    assert filters.address(tahun="") == "/penghargaan/?tingkat=kota&q=humas"
    assert read().address() == "/penghargaan/"


def test_chips_say_what_is_chosen_and_lead_to_the_list_without_it():
    assert read("tahun=2023&tingkat=provinsi").chips == [
        {"label": "Tahun 2023", "url": "/penghargaan/?tingkat=provinsi", "selected": True},
        {"label": "Tingkat provinsi", "url": "/penghargaan/?tahun=2023", "selected": True},
    ]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Penghargaan Kota Malang"),
        ("tahun=2023", "Penghargaan 2023"),
        (
            "tahun=2023&tingkat=provinsi&jenis=kim",
            "Penghargaan 2023, tingkat provinsi, penerima: KIM",
        ),
        ("peringkat=pertama", "Penghargaan Kota Malang, semua peringkat pertama"),
        ("peringkat=terbaik-1", "Penghargaan Kota Malang, Terbaik I"),
    ],
)
def test_title_is_the_choice_in_words(query, title):
    assert read(query).title == title


@pytest.mark.parametrize(
    ("scheme", "order", "name"),
    [
        ("terbaik", 1, "Terbaik I"),
        ("harapan", 2, "Juara harapan II"),
        ("medal", 1, "Medali emas"),
        ("medal", 9, "Medali IX"),
        ("stars", 4, "Bintang 4"),
        ("peringkat", 12, "Peringkat 12"),
        ("predikat", None, "Predikat"),
        ("", None, "Tanpa jenis peringkat"),
    ],
)
def test_rank_has_a_name(scheme, order, name):
    assert rank_name(scheme, order) == name


def test_published_and_hidden_awards_are_all_awards():
    made = {make_award(state=state) for state in STATES} | {make_award(published=True)}
    hidden, public = set(Award.objects.hidden()), set(Award.objects.published())
    assert hidden | public == made
    assert not hidden & public
    assert len(public) == 2


@pytest.mark.parametrize(
    "query", ["penyelenggara=x", "kategori=x", "kelurahan=tidak-ada", f"kategori={'x' * 5000}"]
)
def test_unknown_name_is_set_aside(query):
    make_award(published=True)
    filters = read(query)
    assert filters.chosen == {}
    assert "tidak dikenal" in filters.notices[0]


def test_names_of_an_address_cost_one_query(award, django_assert_num_queries):
    query = (
        "penyelenggara=komdigi&ajang=anugerah-media-humas&penerima=kim-kim-samaan"
        "&kategori=Media+Audiovisual&kelurahan=samaan"
    )
    with django_assert_num_queries(1):
        filters = read(query)
    assert [chip["label"] for chip in filters.chips] == [
        "Penyelenggara: Komdigi",
        "Anugerah Media Humas",
        "KIM Samaan",
        "Kategori Media Audiovisual",
        "Wilayah: Kelurahan Samaan",
    ]
    assert list(filters.narrow(Award.objects.published())) == [award]


def test_words_are_sought_once(award, django_assert_num_queries):
    filters = read("q=humas")
    with django_assert_num_queries(3):
        for _ in range(2):
            assert filters.narrow(Award.objects.published()).count() == 1


def test_co_organizer_counts_as_organizer_once():
    host = make_organization(name="Tuan Rumah")
    edition = make_edition(programme=make_programme(organizer=host), co_organizers=[host])
    make_award(published=True, edition=edition)
    make_award(published=True, edition=make_edition(co_organizers=[host]))
    assert narrowed("penyelenggara=tuan-rumah").count() == 2
    survey = Survey(read())
    assert survey.counts("penyelenggara")["tuan-rumah"] == 2


def test_kelurahan_is_that_of_the_recipient_or_of_its_kim():
    samaan, kauman = kelurahan("Samaan"), kelurahan("Kauman")
    both = make_award(
        published=True, recipients=[samaan, make_kim(published=True, kelurahan=samaan)]
    )
    by_kim = make_award(published=True, recipients=[make_kim(published=True, kelurahan=samaan)])
    make_award(published=True, recipients=[kauman])
    assert set(narrowed("kelurahan=samaan")) == {both, by_kim}
    assert Survey(read()).shares.kelurahan == {samaan.pk: 2, kauman.pk: 1}


def test_former_address_of_a_merged_row_still_filters(award):
    kept = award.edition.programme
    merge = Merge.objects.create(kind="programme", kept_id=kept.pk, gone_id=0, record={})
    FormerAddress.objects.create(
        kind="programme", address="ajang-kembar", merge=merge, leads_to=kept.pk
    )
    filters = read("ajang=ajang-kembar")
    assert filters.address() == "/penghargaan/?ajang=anugerah-media-humas"
    assert list(filters.narrow(Award.objects.published())) == [award]
    other = make_programme(name="Ajang Kembar")
    make_award(published=True, edition=make_edition(programme=other))
    assert read("ajang=ajang-kembar").chips[0]["label"] == "Ajang Kembar"
