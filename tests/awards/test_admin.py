"""Awards at the desk: one form for one, one form for the results of an edition."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from awards.models import Award, Edition, Organization
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengelola(client):
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    return client


@pytest.fixture
def penulis(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    return client


def rows(prefix, given=(), stored=0):
    """The management form and the rows of an inline."""
    data = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": stored}
    for number, row in enumerate(given):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def award_form(award, recipients, sources, **fields):
    return {
        "edition": award.edition_id,
        "category": award.category,
        "rank_label": award.rank_label,
        "rank_scheme": award.rank_scheme,
        "rank_order": award.rank_order or "",
        "decided_on_precision": "day",
        "conferred_on_precision": "day",
        **rows("recipients", recipients, sum("id" in row for row in recipients)),
        **rows("sources", sources, sum("id" in row for row in sources)),
        **fields,
    }


def stored_rows(award, **last):
    recipient, source = award.recipients.get(), award.sources.get()
    return (
        {"id": recipient.pk, "organization": recipient.organization_id, "position": 1},
        {"id": source.pk, "title": source.title},
    )


def change(row):
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])


def test_one_form_makes_an_award_with_recipients_and_sources(pengelola):
    edition, office, kim = (
        make.make_edition(),
        make.make_organization(),
        make.make_kim(published=True),
    )
    data = {
        "edition": edition.pk,
        "category": "Video Kreatif",
        "rank_label": "Terbaik II",
        "decided_on_precision": "day",
        "conferred_on": "2023-10-30",
        "conferred_on_precision": "month",
        "_submit": "1",
        **rows(
            "recipients",
            [{"organization": office.pk, "position": 1}, {"kim": kim.pk, "position": 2}],
        ),
        **rows("sources", [{"url": "https://malangkota.go.id/berita"}]),
    }
    assert pengelola.post(reverse("admin:awards_award_add"), data).status_code == 302
    award = Award.objects.in_review().get()
    assert (award.rank_scheme, award.rank_order) == ("terbaik", 2)
    assert award.conferred_on.isoformat() == "2023-10-31"
    assert award.recipients.count() == 2
    assert award.created_by.username == "sari"


def test_four_results_take_one_visit(penulis):
    edition, office = make.make_edition(), make.make_organization()
    kim = make.make_kim()
    results = [
        {
            "rank_label": f"Terbaik {rank}",
            "category": category,
            "participant_class": "Diskominfo Kabupaten/Kota",
            "recipient_organization": office.pk,
            "source_url": "https://malangkota.go.id/berita",
        }
        for category, rank in (("Website", "I"), ("Video", "II"), ("Media Sosial", "II"))
    ]
    results.append({"rank_label": "Juara III", "recipient_kim": kim.pk, "source_title": "Piagam"})
    data = {
        "programme": edition.programme_id,
        "year": 2023,
        "conferred_on_precision": "day",
        **rows("awards", results),
    }
    assert penulis.post(change(edition), data).status_code == 302
    awards = Award.objects.order_by("pk")
    assert [award.rank_label for award in awards] == [
        "Terbaik I",
        "Terbaik II",
        "Terbaik II",
        "Juara III",
    ]
    assert [award.rank_order for award in awards] == [1, 2, 2, 3]
    assert all(not award.missing_for_publication() for award in awards[:3])
    assert awards[3].recipient_names == str(kim)
    assert {award.created_by.username for award in awards} == {"dina"}
    assert not Award.objects.published().exists()


def test_quick_recipients_and_sources_are_added_once(pengelola):
    award = make.make_award()
    edition = award.edition
    row = {
        "id": award.pk,
        "rank_label": award.rank_label,
        "category": award.category,
        "recipient_organization": award.recipients.get().organization_id,
        "source_title": award.sources.get().title,
    }
    data = {
        "programme": edition.programme_id,
        "year": edition.year,
        "conferred_on_precision": "day",
        **rows("awards", [row], 1),
    }
    for _ in range(2):
        assert pengelola.post(change(edition), data).status_code == 302
    assert award.recipients.count() == 1
    assert award.sources.count() <= 2


def test_an_edition_refuses_what_is_no_address(pengelola):
    edition = make.make_edition()
    data = {
        "programme": edition.programme_id,
        "year": 2023,
        "conferred_on_precision": "day",
        **rows("awards", [{"rank_label": "Juara I", "source_url": "javascript:alert(1)"}]),
    }
    answer = pengelola.post(change(edition), data)
    assert answer.status_code == 200
    assert not Award.objects.exists()


def test_a_published_award_keeps_a_source_and_a_recipient(pengelola):
    award = make.make_award(published=True)
    recipient, source = stored_rows(award)
    for gone in ("recipient", "source"):
        data = award_form(
            award,
            [recipient | ({"DELETE": "on"} if gone == "recipient" else {})],
            [source | ({"DELETE": "on"} if gone == "source" else {})],
            category="Kategori baru",
        )
        answer = pengelola.post(change(award), data)
        assert answer.status_code == 200
        words = "sumber" if gone == "source" else "penerima"
        assert f"tambahkan sedikitnya satu {words}" in answer.content.decode()
        fresh = Award.objects.get(pk=award.pk)
        assert fresh.category == award.category
        assert fresh.recipients.count() == fresh.sources.count() == 1


def test_an_award_that_lacks_something_already_can_still_be_corrected(pengelola):
    """A KIM withdrawn later must not lock the awards that it won."""
    kim = make.make_kim(published=True)
    award = make.make_award(published=True, recipients=[kim])
    type(kim).objects.filter(pk=kim.pk).withdraw("Bubar.")
    recipient = {"id": award.recipients.get().pk, "kim": kim.pk, "position": 1}
    source = {"id": award.sources.get().pk, "title": "Piagam"}
    data = award_form(award, [recipient], [source], category="Dibetulkan")
    assert pengelola.post(change(award), data).status_code == 302
    assert Award.objects.get().category == "Dibetulkan"


def test_a_new_printed_rank_is_read_again(pengelola):
    award = make.make_award(rank_label="Terbaik I")
    recipient, source = stored_rows(award)
    data = award_form(award, [recipient], [source], rank_label="Juara III")
    assert pengelola.post(change(award), data).status_code == 302
    award.refresh_from_db()
    assert (award.rank_scheme, award.rank_order) == ("juara", 3)


def test_results_of_an_edition_that_are_released_cannot_be_deleted_there(pengelola):
    award = make.make_award(published=True)
    row = {"id": award.pk, "rank_label": award.rank_label, "DELETE": "on"}
    data = {
        "programme": award.edition.programme_id,
        "year": award.edition.year,
        "conferred_on_precision": "day",
        **rows("awards", [row], 1),
    }
    pengelola.post(change(award.edition), data)
    assert Award.objects.filter(pk=award.pk).exists()


def test_an_edition_is_no_way_to_delete_the_drafts_of_others(penulis):
    edition = make.make_edition()
    own = make.make_award(edition=edition, created_by=get_user_model().objects.get(username="dina"))
    other = make.make_award(edition=edition)
    results = [
        {"id": award.pk, "rank_label": award.rank_label, "category": award.category, "DELETE": "on"}
        for award in Award.objects.filter(pk__in=[own.pk, other.pk])
    ]
    data = {
        "programme": edition.programme_id,
        "year": edition.year,
        "conferred_on_precision": "day",
        **rows("awards", results, 2),
    }
    assert penulis.post(change(edition), data).status_code == 302
    assert list(Award.objects.all()) == [other]


def test_a_writer_cannot_reach_a_released_award_through_its_edition(penulis):
    award = make.make_award(state="scheduled", rank_label="Terbaik I")
    row = {"id": award.pk, "rank_label": "Terbaik II"}
    data = {
        "programme": award.edition.programme_id,
        "year": award.edition.year,
        "conferred_on_precision": "day",
        **rows("awards", [row], 1),
    }
    assert penulis.post(change(award.edition), data).status_code == 403
    assert Award.objects.get().rank_label == "Terbaik I"


def test_a_recipient_is_exactly_one(pengelola):
    award = make.make_award()
    recipient, source = stored_rows(award)
    recipient["kim"] = make.make_kim().pk
    text = pengelola.post(change(award), award_form(award, [recipient], [source])).content.decode()
    assert "Pilih tepat satu: lembaga, KIM, kelurahan, atau orang." in text


def test_a_handover_that_is_public_keeps_its_awards(pengelola):
    handover = make.make_handover(published=True)
    data = {
        "occasion": handover.occasion,
        "held_on": "2023-11-06",
        "place": handover.place,
        "awards": [],
    }
    answer = pengelola.post(change(handover), data)
    assert "pilih penghargaan yang diserahkan" in answer.content.decode()
    assert handover.awards.count() == 1


def test_searches_find_an_edition_by_other_spellings(pengelola):
    programme = make.make_programme(name="Jatim Public Relations Award", abbreviation="JPRA")
    make.make_edition(programme=programme, year=2023)
    make.make_edition(programme=programme, year=2022)
    found = pengelola.get(reverse("admin:awards_edition_changelist"), {"q": "jpra 2023"})
    assert [row.year for row in found.context["cl"].result_list] == [2023]


def test_the_awards_room_sees_no_more_of_the_others(pengelola):
    assert pengelola.get(reverse("admin:news_article_add")).status_code == 403
    assert pengelola.get(reverse("admin:kim_kim_add")).status_code == 403
    assert pengelola.get(reverse("admin:news_article_changelist")).status_code == 200
    assert Edition.objects.count() == Organization.objects.count() == 0
