"""The pages of awards, and of what stands around them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.factories import (
    kelurahan,
    make_article,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_person,
    make_programme,
    make_recipient,
    make_stated_award_figure,
    make_user,
    make_work,
)

pytestmark = pytest.mark.django_db
LIST = "/penghargaan/"
MOST_QUERIES = 12


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# An award


def test_award_detail_tells_every_fact(client, award):
    text = text_of(client, award.get_absolute_url())
    for words in (
        *("Anugerah Media Humas 2023 · Media Audiovisual", "Terbaik I", "roundel-gold"),
        *("penyelenggaraan ke-16", "Kementerian Komunikasi dan Informatika", "Humas Provinsi"),
        *("kini bernama Kementerian Komunikasi dan Digital", "Nasional", "Pemerintah kota"),
        *("Gelaran Malang", "Diputuskan", "September 2023", "Dianugerahkan", "30 Oktober 2023"),
        *("Surabaya", "12/AMH/2023", "Satu piagam untuk keduanya.", "Berita penganugerahan"),
    ):
        assert words in text
    for row in (*award.organizations.all(), *award.kims.all(), award.work, award.edition):
        assert f'href="{row.get_absolute_url()}"' in text


def test_award_detail_shows_its_handovers_and_stories(client, award):
    handover = make_handover(published=True, awards=[award], occasion="Apel pagi kota")
    hidden = make_handover(awards=[award], occasion="Apel rahasia")
    story = make_article(published=True, awards=[award], title="Tujuh piagam pulang")
    make_article(awards=[award], title="Berita rahasia")
    text = text_of(client, award.get_absolute_url())
    assert "Diserahkan" in text
    assert handover.get_absolute_url() in text
    assert story.title in text
    assert "rahasia" not in text
    assert hidden.get_absolute_url() not in text


def test_award_detail_leads_through_the_edition(client, amh, award):
    second = make_award(published=True, edition=amh, rank_label="Terbaik II", category="Situs web")
    third = make_award(published=True, edition=amh, rank_label="Terbaik III", category="Kampanye")
    make_award(edition=amh, rank_label="Terbaik II", category="Kategori rahasia")
    response = client.get(second.get_absolute_url())
    assert response.context["around"].previous == award
    assert response.context["around"].following == third
    assert response.context["around"].others == [award, third]
    assert "rahasia" not in response.content.decode()


def test_award_detail_names_a_kim_that_is_not_public_without_a_link(client, award):
    kim = make_kim(name="KIM Belum Terbit")
    make_recipient(award, kim, position=9)
    text = text_of(client, award.get_absolute_url())
    assert "KIM Belum Terbit" in text
    assert kim.get_absolute_url() not in text


def test_award_detail_says_when_the_day_and_the_organizer_are_unknown(client):
    edition = make_edition(programme=make_programme(organizer=None))
    text = text_of(client, make_award(published=True, edition=edition).get_absolute_url())
    assert text.count("Belum diketahui") == 2


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
@pytest.mark.parametrize("make", [make_award, make_handover])
def test_pages_of_what_is_not_public_are_not_found(client, make, state):
    assert client.get(make(state=state).get_absolute_url()).status_code == 404


@pytest.mark.parametrize("make", [make_award, make_handover])
def test_pages_of_what_was_withdrawn_are_gone_with_the_reason(client, make):
    row = factories.bring_to(make(), "published")
    factories.bring_to(row, "withdrawn", reason="Penerimanya keliru.")
    response = client.get(row.get_absolute_url())
    assert response.status_code == 410
    assert "Penerimanya keliru." in response.content.decode()


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
@pytest.mark.parametrize("make", [make_award, make_handover])
def test_pages_show_staff_what_is_not_public_and_keep_it_private(client, make, state):
    row = make(state=state)
    client.force_login(make_user(is_superuser=True))
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    assert "Hanya staf yang melihat halaman ini" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_award_detail_is_closed_to_users_without_the_permission(client):
    client.force_login(make_user(is_staff=False))
    assert client.get(make_award().get_absolute_url()).status_code == 404


# What stands around it


def test_programme_detail_lists_its_awards_by_edition(client, amh, award):
    make_award(published=True, edition=make_edition(programme=amh.programme, year=2022))
    make_award(edition=make_edition(programme=amh.programme, year=2021), category="Rahasia")
    response = client.get(amh.programme.get_absolute_url())
    text = response.content.decode()
    assert [(c["label"], c["count"]) for c in response.context["editions"]] == [
        ("2023", 1),
        ("2022", 1),
    ]
    for words in (
        "Juga ditulis",
        "Anugerah Humas Indonesia",
        "AMH",
        "Nasional",
        "Penghargaan 2022",
    ):
        assert words in text
    assert amh.programme.organizer.get_absolute_url() in text
    assert award.get_absolute_url() in text
    assert "2021" not in text
    assert "Rahasia" not in text


def test_edition_detail_tells_its_facts_and_results(client, amh, award):
    make_award(published=True, edition=make_edition(programme=amh.programme, year=2022))
    story = make_article(published=True, awards=[award])
    text = text_of(client, amh.get_absolute_url())
    for words in (
        *("Humas yang Bekerja", "ke-16", "Kementerian Komunikasi dan Informatika", "Surabaya"),
        *("Humas Provinsi", "30 Oktober 2023", award.get_absolute_url(), story.title),
        reverse("awards:edition_detail", args=[amh.programme.slug, 2022]),
    ):
        assert words in text


def test_organization_detail_tells_what_it_won(client, award, office):
    make_recipient(award, office, detail="Bidang Humas")
    response = client.get(office.get_absolute_url())
    assert response.context["page"].paginator.count == 1
    assert award.get_absolute_url() in response.content.decode()


def test_organization_detail_tells_what_it_gave_and_its_other_names(client, amh, award):
    text = text_of(client, amh.programme.organizer.get_absolute_url())
    assert "Kementerian Komunikasi dan Informatika" in text
    assert "sampai 20 Oktober 2024" in text
    assert amh.programme.get_absolute_url() in text
    assert "1 penghargaan tercatat" in text
    co_organizer = amh.co_organizers.get()
    assert amh.get_absolute_url() in text_of(client, co_organizer.get_absolute_url())


def test_person_detail_tells_what_they_won(client):
    person = make_person(name="Siti", known_as="Pegiat KIM")
    award = make_award(published=True, recipients=[person])
    story = make_article(published=True, awards=[award])
    text = text_of(client, person.get_absolute_url())
    for words in ("Siti", "Pegiat KIM", award.get_absolute_url(), story.title):
        assert words in text


def test_work_detail_tells_what_it_won(client, award):
    award.work.url = "https://example.org/gelaran"
    award.work.save()
    story = make_article(published=True, awards=[award])
    text = text_of(client, award.work.get_absolute_url())
    for words in ("Gelaran Malang", "Video", "https://example.org/gelaran", story.title):
        assert words in text
    assert award.get_absolute_url() in text


def test_handover_detail_tells_when_where_and_by_whom(client, award):
    handover = make_handover(
        published=True,
        awards=[award, make_award(category="Kategori rahasia")],
        occasion="Sebelum apel pagi",
        presenter="Wahyu Hidayat",
        presenter_office="Penjabat Wali Kota Malang",
    )
    story = make_article(published=True, awards=[award])
    text = text_of(client, handover.get_absolute_url())
    for words in (
        *("Senin, 6 November 2023", "Halaman Balai Kota Malang", "Sebelum apel pagi"),
        *("Wahyu Hidayat", "Jabatan saat itu", "Penjabat Wali Kota Malang", "Portal Kota Malang"),
        *(award.get_absolute_url(), story.title),
    ):
        assert words in text
    assert "rahasia" not in text


def test_pages_around_an_award_are_not_found_while_it_is_a_draft(client, amh, office):
    person = make_person()
    work = make_work()
    make_award(edition=amh, recipients=[office, person], work=work)
    for row in (amh, amh.programme, office, amh.programme.organizer, person, work):
        assert client.get(row.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["ajang/x/", "ajang/x/2023/", "ajang/x/0202/", "lembaga/x/", "orang/x/", "karya/x/", "x/"],
)
def test_pages_of_what_is_not_there_are_not_found(client, address):
    assert client.get(LIST + address).status_code == 404


def addresses(award, amh, office, person, handover):
    state = (
        "tahun=2023&tingkat=nasional&ajang=anugerah-media-humas&jenis=lembaga&q=media"
        f"&penerima=lembaga-{office.slug}&peringkat=pertama"
    )
    rows = (
        award,
        amh,
        amh.programme,
        office,
        amh.programme.organizer,
        person,
        award.work,
        handover,
    )
    return [LIST, f"{LIST}?{state}", *(row.get_absolute_url() for row in rows)]


def test_pages_cost_the_same_for_one_and_for_ten_and_at_most_twelve_queries(
    client, amh, award, office
):
    person = make_person()
    make_recipient(award, person)
    handover = make_handover(published=True, awards=[award])
    make_stated_award_figure()

    def costs():
        found = []
        for address in addresses(award, amh, office, person, handover):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append((address, len(queries)))
        return found

    make_article(published=True, awards=[award])
    make_award(published=True, edition=amh, recipients=[office])
    few = costs()
    for _ in range(9):
        work_award = make_award(
            published=True,
            edition=amh,
            recipients=[office, person, kelurahan(), make_kim(published=True)],
            work=award.work,
        )
        handover.awards.add(work_award)
        make_handover(published=True, awards=[award])
        make_article(published=True, awards=[award])
    assert costs() == few
    assert [cost for cost in few if cost[1] > MOST_QUERIES] == []
