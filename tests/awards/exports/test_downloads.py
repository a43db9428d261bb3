"""What a filter shows is what its files hold, and nothing that the public may not see."""

import json
import tracemalloc

import pytest
from django.utils import timezone

from awards.exports.columns import COLUMNS
from awards.models import Award
from tests.awards.exports.conftest import read_csv, read_xlsx
from tests.awards.exports.test_csv_file import FORMULAS
from tests.factories import (
    STATES,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_organization,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db
FORMATS = ("csv", "xlsx", "json")
NAMES = [column.name for column in COLUMNS]


def ids(content: bytes, form: str) -> list[str]:
    if form == "csv":
        return [row["id"] for row in read_csv(content)]
    if form == "json":
        return [row["id"] for row in json.loads(content)["awards"]]
    return [row[0][1] for row in read_xlsx(content)[1:]]


@pytest.fixture
def two_years():
    old, new = make_edition(year=2021), make_edition(year=2023)
    return [make_award(published=True, edition=edition) for edition in (old, new, new)]


@pytest.mark.parametrize("form", FORMATS)
def test_file_holds_what_the_filter_shows_in_its_order(get, two_years, form):
    old, first, second = (f"a{award.pk}" for award in two_years)
    assert ids(get(f"format={form}"), form)[-1] == old
    assert set(ids(get(f"tahun=2023&format={form}"), form)) == {first, second}
    assert ids(get(f"urut=terlama&format={form}"), form)[0] == old
    assert ids(get(f"tahun=1999&format={form}"), form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_headers_tell_what_the_file_is(client, two_years, form):
    response = client.get(f"/penghargaan/?tahun=2023&format={form}")
    day = timezone.localdate().isoformat()
    name = f'attachment; filename="penghargaan-malang-2023-{day}.{form}"'
    assert response.headers["Content-Disposition"] == name
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "/penghargaan/data/" in response.headers["Link"]
    kind = {"csv": "text/csv; charset=utf-8", "json": "application/json"}.get(
        form, "application/vnd"
    )
    assert response.headers["Content-Type"].startswith(kind)
    assert response.streaming
    response.close()


@pytest.mark.parametrize("form", FORMATS)
def test_head_is_answered_without_reading_the_rows(
    client, two_years, form, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        response = client.head(f"/penghargaan/?format={form}")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].endswith(f'.{form}"')
    assert response.content == b""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("state", [state for state in STATES if state != "published"])
def test_words_of_a_draft_are_in_no_file(get, form, state):
    shown = make_award(published=True)
    hidden = make_award(
        state=state,
        category="Rahasiazq",
        rank_label="Terbaik zq",
        remarks="Catatan zq",
        edition=shown.edition,
        recipients=[make_person(name="Orang zq")],
    )
    make_source(hidden, title="Sumber zq")
    make_handover(state=state, awards=[shown], occasion="Apel zq", held_on="2019-09-09")
    content = get(f"format={form}")
    assert ids(content, form) == [f"a{shown.pk}"]
    text = str(read_xlsx(content)) if form == "xlsx" else content.decode()
    assert "zq" not in text
    assert "2019-09-09" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_staff_gets_no_more_than_the_public(admin_client, form):
    make_award(state="draft")
    response = admin_client.get(f"/penghargaan/?format={form}")
    assert ids(b"".join(response), form) == []


@pytest.mark.parametrize(
    "wild", ["xml", "csv.exe", "../csv", "x" * 3000, "%F0%9F%99%82", "csv,json"]
)
def test_unknown_format_is_named_on_the_page(client, wild):
    response = client.get(f"/penghargaan/?format={wild}")
    assert response.status_code == 200
    assert "tidak dikenal. Pilih csv, xlsx, atau json." in response.content.decode()


def test_filter_that_nobody_can_mean_gives_no_file(client):
    response = client.get("/penghargaan/?tahun=abc&format=csv")
    text = response.content.decode()
    assert "Saringan tahun “abc” tidak dikenal" in text
    assert "Berkas tidak dibuat" in text


def test_other_methods_are_refused(client):
    assert client.post("/penghargaan/?format=csv").status_code == 405


def test_csv_of_the_page_is_defused_and_json_is_as_written(get):
    for formula in FORMULAS:
        make_award(published=True, category=formula[:200])
    told = {row["kategori"] for row in read_csv(get("format=csv"))}
    assert {text[0] for text in told} == {"'"}
    read = json.loads(get("format=json"))["awards"]
    assert {row["kategori"] for row in read} == set(FORMULAS)


def test_json_says_what_it_is(get, award):
    told = json.loads(get("tahun=2023&format=json"))
    meta = told["meta"]
    assert meta["title"] == "Penghargaan 2023"
    assert meta["licence"]["name"] == "CC BY 4.0"
    assert meta["count"] == len(told["awards"]) == 1
    assert meta["source"] == "http://testserver/penghargaan/?tahun=2023"
    assert meta["as_of"].endswith("+07:00")
    assert [column["name"] for column in meta["columns"]] == NAMES == list(told["awards"][0])
    assert told["awards"][0]["diputuskan"] == "2023-09"
    assert told["awards"][0]["penerima"] == ["Diskominfo Kota Malang", "KIM Samaan"]


def test_all_three_forms_hold_the_same(get, award):
    (from_json,) = json.loads(get("format=json"))["awards"]
    (from_csv,) = read_csv(get("format=csv"))
    _, from_xlsx = read_xlsx(get("format=xlsx"))
    for name, value in from_json.items():
        words = "; ".join(value) if isinstance(value, list) else value
        assert from_csv[name] == ("" if words is None else str(words)), name
    texts = [text for kind, text in from_xlsx if kind]
    assert {"AMH", "2023-09", "Diskominfo Kota Malang; KIM Samaan", "; Samaan"} <= set(texts)


def test_empty_registry_gives_valid_files(get):
    assert json.loads(get("format=json"))["awards"] == []
    assert read_csv(get("format=csv")) == []
    assert len(read_xlsx(get("format=xlsx"))) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_files_cost_the_same_queries_however_many_rows(get, form, django_assert_max_num_queries):
    office = make_organization()
    for _ in range(12):
        make_award(published=True, recipients=[office, make_kim(published=True)])
    with django_assert_max_num_queries(8):
        get(f"format={form}")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_memory_is_bounded_by_a_part(client, form, monkeypatch):
    """Many parts need no more memory than two."""
    monkeypatch.setattr("awards.exports.rows.PART", 10)
    office, edition = make_organization(), make_edition()

    def grow(number):
        for _ in range(number):
            make_award(published=True, edition=edition, recipients=[office], remarks="x" * 60000)

    def peak():
        tracemalloc.start()
        size = sum(map(len, client.get(f"/penghargaan/?format={form}")))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return size, most

    grow(20)
    peak()
    small, few = peak()
    grow(50)
    large, many = peak()
    assert large - small > 3_000_000
    assert many < few + 1_000_000


def test_list_offers_the_files_of_what_it_shows(client, two_years):
    text = client.get("/penghargaan/?tahun=2023&urut=terlama").content.decode()
    for form in FORMATS:
        assert f'href="/penghargaan/?tahun=2023&amp;urut=terlama&amp;format={form}"' in text
    assert "Unduh 2 baris" in text
    assert "Unduh" not in client.get("/penghargaan/?tahun=1999").content.decode()


def test_award_data_explains_every_column_and_offers_everything(client, award):
    response = client.get("/penghargaan/data/")
    text = response.content.decode()
    assert response.templates[0].name == "awards/award_data.html"
    for column in COLUMNS:
        assert f"<code>{column.name}</code>" in text
    for form in FORMATS:
        assert f'href="/penghargaan/?format={form}"' in text
    assert "CC BY 4.0" in text
    assert '"@type":"Dataset"' in text.replace(" ", "")
    assert "malangnews, per" in text


def test_award_data_counts_only_what_is_public(client):
    make_award(state="draft")
    assert "<dd>0 penghargaan yang terbit" in client.get("/penghargaan/data/").content.decode()
    assert Award.objects.count() == 1
