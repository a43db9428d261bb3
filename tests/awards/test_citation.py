"""core/citation.py and awards/citation.py: how a record is cited."""

import datetime as dt
import re

import pytest

from awards.citation import citation_of
from awards.models import Award
from kim.models import Kelurahan
from malangnews.core.citation import READ_ON, Citation
from malangnews.core.short import short_code
from tests import factories
from tests.factories import make_award, make_edition, make_handover, make_person, make_programme

pytestmark = pytest.mark.django_db

HARD = 'Ter{baik} \\ 100% & "R&B" #1_$~^\nTY  - JOUR\r\nER  - \u2028@misc{x,'


def made(title: str, **fields) -> Citation:
    defaults = {"code": "a12", "container": "Registri", "address": "https://contoh.id/p/a12/"}
    return Citation(title=title, **{**defaults, **fields})


def saved(row, day: dt.datetime):
    type(row).objects.filter(pk=row.pk).update(updated_at=day)
    row.refresh_from_db()
    return row


@pytest.fixture
def request_at(rf):
    return rf.get("/", headers={"host": "testserver"})


def test_citation_of_an_award_is_a_sentence(request_at, award):
    # Still the fifth in London, already the sixth in Malang.
    saved(award, dt.datetime(2023, 11, 5, 20, 0, tzinfo=dt.UTC))
    Award.objects.filter(pk=award.pk).update(published_at=dt.datetime(2023, 11, 1, tzinfo=dt.UTC))
    award.refresh_from_db()
    assert citation_of(request_at, award).text == (
        "Diskominfo Kota Malang. “Terbaik I Media Audiovisual, Anugerah Media Humas 2023.” "
        "Registri Penghargaan Kota Malang. Dimutakhirkan 6 November 2023. "
        f"http://testserver/p/a{award.pk}/. Diakses {READ_ON}."
    )


def test_citation_of_an_award_without_category_has_no_gap(request_at):
    edition = make_edition(programme=make_programme(name="Adipura"), year=2022)
    award = make_award(published=True, edition=edition, category="", rank_label="Adipura Kencana")
    assert "“Adipura Kencana, Adipura 2022.”" in citation_of(request_at, award).text


def test_every_kind_is_cited_under_its_own_name(request_at, client, award, amh, office):
    person = make_person(name="Siti")
    factories.make_recipient(award, person)
    handover = make_handover(published=True, awards=[award], occasion="Apel pagi")
    titles = {
        award: "Terbaik I Media Audiovisual, Anugerah Media Humas 2023",
        amh: "Anugerah Media Humas 2023",
        amh.programme: "Anugerah Media Humas",
        office: "Penghargaan Dinas Komunikasi dan Informatika Kota Malang",
        person: "Penghargaan Siti",
        award.work: "Penghargaan karya Gelaran Malang",
        handover: "Serah terima penghargaan 6 November 2023: Apel pagi",
        award.kims.get(): "KIM Samaan",
        factories.kelurahan(): "Kelurahan Samaan",
    }
    for row, title in titles.items():
        assert citation_of(request_at, row).title == title
        text = client.get(f"/p/{short_code(row)}/kutipan.bib").content.decode()
        assert "title = {{" + title + "}}," in text


def test_rows_around_awards_are_as_fresh_as_their_latest_award(client, amh, award):
    saved(award, dt.datetime(2024, 5, 6, tzinfo=dt.UTC))
    for row in (amh, amh.programme, award.work):
        assert "2024/05/06" in client.get(f"/p/{short_code(row)}/kutipan.ris").content.decode()


def test_no_day_is_claimed_where_none_is_known(request_at):
    citation = citation_of(request_at, Kelurahan.objects.get(name="Samaan"))
    assert "Dimutakhirkan" not in citation.text
    assert "year" not in citation.bibtex
    assert "DA  -" not in citation.ris


def test_title_that_ends_a_sentence_gets_no_second_stop():
    assert "“Siapa juara?” Registri." in made("Siapa juara?").text
    assert "“Juara Jr.” Registri." in made("Juara Jr.").text


def test_bibtex_is_an_entry_that_nothing_breaks_out_of(request_at, award):
    award.category = HARD
    entry = citation_of(request_at, award).bibtex
    assert entry.startswith(f"@misc{{malangnews-a{award.pk},\n")
    assert entry.endswith("}\n")
    bare = re.sub(r"\\[\\{}&%$#_~^]", "", entry.replace(r"\textbackslash{}", ""))
    depth = 0
    for number, sign in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or number in (*range(bare.index("{")), len(bare) - 2, len(bare) - 1)
    assert depth == 0
    fields = re.findall(r"^  (\w+) = ", entry, re.MULTILINE)
    assert len(fields) == len(set(fields)) == entry.count("\n") - 2
    assert r"100\% \& " in entry


def test_bibtex_tells_the_month_by_its_name():
    entry = made("Judul", updated=dt.date(2023, 5, 6)).bibtex
    assert "  month = may,\n" in entry
    assert "  year = {2023},\n" in entry
    assert "  note = {Dimutakhirkan 6 Mei 2023},\n" in entry


def test_ris_has_one_field_a_line_whatever_the_title(request_at, award):
    award.category = HARD
    lines = citation_of(request_at, award).ris.split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines[:-1])
    tags = [line[:2] for line in lines[:-1]]
    assert len(tags) == len(set(tags))
    assert {"AU", "TI", "T2", "PY", "DA", "UR", "ID"} <= set(tags)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kutipan.bib", "application/x-bibtex; charset=utf-8"),
        ("kutipan.ris", "application/x-research-info-systems; charset=utf-8"),
    ],
)
def test_citation_comes_as_a_file(client, award, name, kind):
    response = client.get(f"/p/A{award.pk}/{name}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    suffix = name.rpartition(".")[2]
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="malangnews-a{award.pk}.{suffix}"'
    )
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.content == client.get(f"/p/a{award.pk}/{name}").content
