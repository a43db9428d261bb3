"""The registry's list: figures, filters, awards, and officials' figures beside them."""

import datetime as dt

import pytest

from tests.factories import (
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_programme,
    make_stated_award_figure,
)

pytestmark = pytest.mark.django_db
LIST = "/penghargaan/"


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_award_list_counts_the_year_and_links_each_figure_to_its_awards(client, office):
    national = make_edition(programme=make_programme(level="nasional"))
    provincial = make_edition(programme=make_programme(level="provinsi"))
    make_award(published=True, edition=national, recipients=[office])
    for label in ("Terbaik I", "Terbaik I", "Terbaik II", "Terbaik II"):
        make_award(published=True, edition=provincial, rank_label=label, recipients=[office])
    for name in ("KIM Samaan", "KIM Lestari"):
        kim = make_kim(published=True, name=name)
        make_award(published=True, edition=provincial, rank_label="Juara III", recipients=[kim])
    make_award(published=True, edition=make_edition(year=2022))
    figures = client.get(f"{LIST}?tahun=2023").context["figures"]
    assert [(f["value"], f["label"], f["url"]) for f in figures] == [
        (7, "penghargaan tercatat dan bersumber", f"{LIST}?tahun=2023"),
        (1, "tingkat nasional", f"{LIST}?tahun=2023&tingkat=nasional"),
        (6, "tingkat provinsi", f"{LIST}?tahun=2023&tingkat=provinsi"),
        (3, "peringkat pertama", f"{LIST}?tahun=2023&peringkat=pertama"),
        (5, "diraih lembaga", f"{LIST}?tahun=2023&jenis=lembaga"),
        (2, "diraih KIM", f"{LIST}?tahun=2023&jenis=kim"),
    ]
    for figure in figures:
        assert client.get(figure["url"]).context["page"].paginator.count == figure["value"]


def test_award_list_shows_the_awards_newest_first(client, amh, award):
    make_award(published=True, edition=make_edition(programme=amh.programme, year=2024))
    late = make_award(published=True, edition=amh, conferred_on=dt.date(2023, 12, 1))
    make_award(published=True, edition=make_edition(programme=amh.programme, year=2020))
    page = client.get(LIST).context["page"]
    assert [row.edition.year for row in page] == [2024, 2023, 2023, 2020]
    assert list(page)[1:3] == [late, award]
    text = text_of(client, LIST)
    for words in ("Anugerah Media Humas 2023", "Media Audiovisual", "Terbaik I", "Nasional"):
        assert words in text
    assert "Diskominfo Kota Malang dan KIM Samaan" in text
    assert "30 Oktober 2023" in text


def test_award_list_shows_chips_to_remove_and_the_words(client, award):
    text = text_of(client, f"{LIST}?tahun=2023&q=humas")
    assert "Tahun 2023" in text
    assert "Kata: humas" in text
    assert 'name="tahun" value="2023"' in text
    assert '<meta name="robots" content="noindex, follow">' in text
    assert "Hapus semua saringan" in text


def test_award_list_names_unknown_filters(client, award):
    text = text_of(client, f"{LIST}?tahun=²&tingkat=<b>")
    assert "Saringan tahun “²” tidak dikenal dan diabaikan." in text
    assert "Saringan tingkat “&lt;b&gt;” tidak dikenal dan diabaikan." in text
    assert "Anugerah Media Humas 2023" in text


@pytest.mark.parametrize("page", ["²", "-1", "0", str(10**30), "x", "99"])
def test_award_list_takes_any_page(client, award, page):
    assert client.get(LIST, {"page": page}).context["page"].number == 1


def test_award_list_keeps_the_filters_on_its_pages(client, amh):
    for _ in range(26):
        make_award(published=True, edition=amh)
    response = client.get(f"{LIST}?tahun=2023&page=2")
    text = response.content.decode()
    assert response.context["page"].number == 2
    assert response.context["canonical"] == f"{LIST}?tahun=2023&page=2"
    assert "?tahun=2023" in text
    assert "halaman 2" in text


def test_award_list_says_what_will_stand_here(client):
    assert "Belum ada penghargaan" in text_of(client, LIST)


def test_award_list_says_that_nothing_matches(client, award):
    assert "Tidak ada yang cocok" in text_of(client, f"{LIST}?tahun=1999")


def test_award_list_puts_stated_figures_beside_its_own(client, award):
    make_stated_award_figure(value_min=31, value_max=31, level="nasional", stated_by="Kepala dinas")
    make_stated_award_figure(value_min=28, value_max=29, level="nasional", stated_by="Laporan kota")
    make_stated_award_figure(value_min=1, value_max=1, measure="penghargaan dinas")
    make_stated_award_figure(year=2022, stated_by="Pejabat lain")
    response = client.get(f"{LIST}?tahun=2023")
    groups = response.context["stated"]
    assert [(g.title, g.recorded, str(g.gap), g.gap.is_short) for g in groups] == [
        ("Penghargaan Pemerintah Kota Malang, tingkat nasional, 2023", 1, "27–30", True),
        ("Penghargaan dinas, 2023", 1, "", False),
    ]
    text = response.content.decode()
    assert "Selisih 27–30: registri ini hanya memuat" in text
    assert "Catatan di sini sejalan dengan angka pejabat." in text
    assert "Laporan kota" in text
    assert "Pejabat lain" not in text
    assert "Menurut pejabat" not in text_of(client, LIST)


def test_award_list_says_when_more_are_recorded_than_stated(client, amh):
    for _ in range(3):
        make_award(published=True, edition=amh)
    make_stated_award_figure(value_min=1, value_max=1)
    assert "Selisih 2: yang tercatat di sini lebih banyak" in text_of(client, f"{LIST}?tahun=2023")


def test_award_list_offers_every_facet_with_counts(client, award):
    facets = {f["name"]: f for f in client.get(LIST).context["facets"]}
    offered = {
        name: [(o["label"], o["count"]) for o in facet["options"]] for name, facet in facets.items()
    }
    assert offered == {
        "tahun": [("2023", 1)],
        "tingkat": [("Nasional", 1)],
        "penyelenggara": [("Humas Provinsi", 1), ("Komdigi", 1)],
        "ajang": [("Anugerah Media Humas", 1)],
        "jenis": [("Lembaga", 1), ("KIM", 1)],
        "penerima": [("Diskominfo Kota Malang", 1), ("KIM Samaan", 1)],
        "kelurahan": [("Samaan", 1)],
        "peringkat": [("Semua peringkat pertama", 1), ("Terbaik I", 1)],
        "kategori": [("Media Audiovisual", 1)],
    }
    for facet in facets.values():
        for option in facet["options"]:
            page = client.get(option["url"]).context["page"]
            assert list(page) == [award], option["url"]


def test_award_list_says_what_stands_behind_more(client):
    for n in range(8):
        programme = make_programme(name=f"Ajang {n}")
        make_award(published=True, edition=make_edition(programme=programme))
    text = text_of(client, LIST)
    assert '2 lainnya<span class="visually-hidden">, Ajang</span>' in text
    assert "Ajang 7" in text


def test_award_list_carries_the_order_through_every_link(client, award):
    response = client.get(f"{LIST}?tahun=2023&urut=nama")
    filters, text = response.context["filters"], response.content.decode()
    urls = [chip["url"] for chip in filters.chips] + [filters.without_all]
    urls += [o["url"] for f in response.context["facets"] for o in f["options"]]
    assert all(url.endswith("urut=nama") for url in urls)
    assert '<option value="nama" selected>Nama ajang</option>' in text
    assert "1 penghargaan, urutan: nama ajang." in text
    assert response.context["canonical"] == f"{LIST}?tahun=2023&urut=nama"


def test_award_list_names_an_unknown_order(client, award):
    text = text_of(client, f"{LIST}?urut=acak")
    assert "Urutan “acak” tidak dikenal dan diabaikan." in text
    assert "urutan: terbaru." in text


def test_award_list_offers_the_nearest_wider_choice_first(client, award):
    for _ in range(3):
        make_award(published=True, edition=make_edition(year=2020))
    response = client.get(f"{LIST}?tahun=2020&tingkat=nasional&urut=nama")
    assert [(w.label, w.count, w.url) for w in response.context["wider"]] == [
        ("Tanpa “Tahun 2020”", 1, f"{LIST}?tingkat=nasional&urut=nama"),
        ("Tanpa “Tingkat nasional”", 3, f"{LIST}?tahun=2020&urut=nama"),
    ]
    text = response.content.decode()
    assert "Tidak ada penghargaan yang cocok." in text
    assert text.index("Tanpa “Tahun 2020”") < text.index("Tanpa “Tingkat nasional”")


def test_award_list_offers_single_filters_when_one_less_is_not_enough(client, award):
    url = f"{LIST}?tahun=1999&tingkat=kota&jenis=kim"
    assert [w.label for w in client.get(url).context["wider"]] == ["Hanya “Penerima: KIM”"]


def test_award_list_keeps_unpublished_kim_and_awards_out_of_every_facet(client, award):
    make_award(
        edition=make_edition(programme=make_programme(name="Ajang Rahasia")),
        category="Kategori Rahasia",
        recipients=[make_kim(name="KIM Rahasia")],
    )
    for query in ("", "?q=rahasia", "?kategori=Kategori+Rahasia", "?jenis=kim"):
        facets = str(client.get(LIST + query).context["facets"])
        assert "Rahasia" not in facets, query
    assert "tidak dikenal" in text_of(client, f"{LIST}?kategori=Kategori+Rahasia")
    hidden = make_programme(organizer=make_organization(name="Lembaga Rahasia"))
    make_award(edition=make_edition(programme=hidden))
    assert "tidak dikenal" in text_of(client, f"{LIST}?penyelenggara=lembaga-rahasia")
