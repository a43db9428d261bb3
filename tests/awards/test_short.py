"""awards/short.py: permanent short addresses, and what they must not give away."""

import pytest

from awards.merging import merge
from awards.models import Award
from awards.short import BY_LETTER
from awards.unmerging import undo
from malangnews.core.short import LETTERS, read_code, short_code
from tests import factories
from tests.factories import (
    kelurahan,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_user,
)

pytestmark = pytest.mark.django_db
FILES = ("kutipan.bib", "kutipan.ris")


def led_to(client, code: str) -> str:
    response = client.get(f"/p/{code}/")
    assert response.status_code == 301, code
    return response.headers["Location"]


def test_every_kind_has_a_letter_of_its_own():
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert {model._meta.model_name for model in BY_LETTER.values()} == set(LETTERS)


def test_short_address_leads_to_the_page_of_every_kind(client, award, amh, office):
    person = make_person()
    factories.make_recipient(award, person)
    handover = make_handover(published=True, awards=[award])
    kim = award.kims.get()
    rows = (award, amh, amh.programme, office, person, award.work, handover, kim, kelurahan())
    assert {type(row) for row in rows} == set(BY_LETTER.values())
    for row in rows:
        assert led_to(client, short_code(row)) == row.get_absolute_url()
        assert client.get(row.get_absolute_url()).status_code == 200


def test_short_address_follows_a_page_that_moves(client, award):
    code = short_code(award)
    Award.objects.filter(pk=award.pk).update(slug="alamat-baru")
    assert led_to(client, code) == "/penghargaan/alamat-baru/"


def test_short_address_of_what_was_withdrawn_leads_to_the_reason(client, award):
    factories.bring_to(award, "withdrawn", reason="Penerimanya keliru.")
    response = client.get(f"/p/{short_code(award)}/", follow=True)
    assert response.status_code == 410
    assert "Penerimanya keliru." in response.content.decode()
    for name in FILES:
        response = client.get(f"/p/{short_code(award)}/{name}", follow=True)
        assert response.status_code == 410


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "never_public"])
@pytest.mark.parametrize("make", [make_award, make_handover, make_kim])
@pytest.mark.parametrize("user", ["nobody", "superuser"])
def test_number_of_what_is_not_public_answers_as_one_never_given(client, make, state, user):
    """The one address that anybody can count through must not tell how much is being prepared."""
    row = make(state="scheduled" if state == "never_public" else state)
    if state == "never_public":
        type(row).objects.filter(pk=row.pk).withdraw("Batal.")
    if user == "superuser":
        client.force_login(make_user(is_superuser=True))
    code, never = short_code(row), f"{LETTERS[row._meta.model_name]}{row.pk + 1000}"
    for end in ("", *FILES):
        answers = [client.get(f"/p/{tried}/{end}") for tried in (code, never)]
        assert [answer.status_code for answer in answers] == [404, 404]
        # The page repeats the address that it was asked for, and has its length.
        hidden, missing = (
            answer.content.decode().replace(f"/p/{tried}/", "")
            for answer, tried in zip(answers, (code, never), strict=True)
        )
        assert hidden == missing
        of_the_body = {"Content-Length": "", "ETag": ""}
        assert {**answers[0].headers, **of_the_body} == {**answers[1].headers, **of_the_body}


def test_number_of_a_draft_costs_what_a_number_never_given_costs(client, django_assert_num_queries):
    draft = make_award()
    for code in (short_code(draft), f"a{draft.pk + 1000}"):
        with django_assert_num_queries(2):
            client.get(f"/p/{code}/")


def test_what_only_a_draft_names_has_no_short_address_yet(client):
    person, office, programme = make_person(), make_organization(), make_programme()
    edition = make_edition(programme=programme)
    work = factories.make_work()
    make_award(edition=edition, recipients=[person, office], work=work)
    for row in (person, office, programme, programme.organizer, edition, work):
        assert client.get(f"/p/{short_code(row)}/").status_code == 404


@pytest.mark.parametrize(
    "code",
    [
        *("a", "12", "a0", "a01", "a-1", "a+1", "a1.0", "a1e3", "z1", "aa1", "a1a", "a 1"),
        *("a" + "9" * 18, "a" + "9" * 19, "a" + "9" * 4000, "a²", "а1", "ａ1", "a１", "a%0a1"),
        *("%27", "<b>", "..", "kutipan.bib"),
    ],
)
def test_codes_that_nobody_gave_are_not_found(client, award, code):
    for end in ("", *FILES):
        assert client.get(f"/p/{code}/{end}").status_code == 404


def test_code_with_nul_is_refused(client):
    assert client.get("/p/a%00/").status_code == 400


def test_code_is_read_in_either_case():
    assert read_code("A12") == read_code("a12") == ("a", 12)


@pytest.mark.parametrize("end", ["", *FILES])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_short_addresses_are_only_read(client, award, method, end):
    assert getattr(client, method)(f"/p/{short_code(award)}/{end}").status_code == 405


def test_short_address_may_be_kept_but_not_for_long(client, award):
    """A browser that kept the answer for ever would miss the next move of the page."""
    response = client.get(f"/p/{short_code(award)}/")
    assert response.headers["Cache-Control"].startswith("public, max-age=30")
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]


def public(programme, year=2023):
    """An edition of the programme with a public award."""
    edition = make_edition(programme=programme, year=year)
    make_award(published=True, edition=edition)
    return edition


def test_short_addresses_of_merged_rows_lead_to_the_row_that_stayed(client):
    offices = [make_organization() for _ in range(3)]
    for office in offices:
        make_award(published=True, recipients=[office])
    codes, last = [short_code(office) for office in offices], offices[2]
    first_merge = merge(offices[1], offices[0])
    merge(last, offices[1])
    for code in codes:
        assert led_to(client, code) == last.get_absolute_url()
        assert client.get(f"/p/{code}/kutipan.bib").status_code == 200
    assert client.get(f"/p/o{codes[0][1:]}/").status_code == 404
    assert first_merge.gone_id == int(codes[0][1:])


def test_short_addresses_go_home_when_a_merge_is_undone(client):
    kept, gone = make_organization(), make_organization()
    make_award(published=True, recipients=[kept, gone])
    code = short_code(gone)
    row = merge(kept, gone)
    assert led_to(client, code) == kept.get_absolute_url()
    undo(row)
    assert led_to(client, code) == gone.get_absolute_url()


def test_short_address_of_a_merged_row_does_not_lead_to_what_is_hidden(client):
    kept, gone = make_organization(), make_organization()
    code = short_code(gone)
    merge(kept, gone)
    assert client.get(f"/p/{code}/").status_code == 404


def test_short_address_of_an_edition_survives_the_merge_of_its_programme(client):
    """Both programmes were held in 2023: one edition goes, and has no merge of its own."""
    programmes = [make_programme() for _ in range(3)]
    first, second, third = (public(programme) for programme in programmes)
    other = public(programmes[0], 2022)
    codes = [short_code(row) for row in (first, second, other)]
    merge(programmes[1], programmes[0])
    assert led_to(client, codes[0]) == second.get_absolute_url()
    row = merge(programmes[2], programmes[1])
    for code in codes[:2]:
        assert led_to(client, code) == third.get_absolute_url()
    other.refresh_from_db()
    assert led_to(client, codes[2]) == other.get_absolute_url()
    assert other.programme == programmes[2]
    undo(row)
    assert led_to(client, codes[1]) == second.get_absolute_url()
    second.awards.withdraw("Keliru.")  # on its own again, it has nothing to show
    assert client.get(f"/p/{codes[1]}/").status_code == 404
    assert client.get(f"/p/e{third.pk + 1000}/").status_code == 404
    # A number that another one begins with is another number.
    assert client.get(f"/p/e{first.pk}0/").status_code == 404
