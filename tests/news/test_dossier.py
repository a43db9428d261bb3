"""The evidence file: what is gathered, what is in the ZIP, and who may have it."""

import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from malangnews.news.dossier import archive, gather
from tests import factories as make
from tests.awards.test_certificates import PDF

pytestmark = pytest.mark.django_db
PAGE = "admin:news_article_evidence"
FILE = "admin:news_article_evidence_file"
HOME = "https://example.go.id"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme():
    """Two won categories, one draft, a story of each, and a rubric with an episode."""
    programme = make.make_programme(name="Anugerah Media Humas", abbreviation="AMH")
    edition = make.make_edition(programme=programme, year=2023)
    for category, published in (("Website", True), ("Video", True), ("Rahasia", False)):
        award = make.make_award(
            edition=edition,
            category=category,
            published=published,
            certificate_file=SimpleUploadedFile("a.pdf", PDF),
            certificate_number="=1+1",
        )
        make.make_article(title=f"Berita {category}", awards=[award], published=published)
    rubric = make.make_rubric(name="UMKM Of The Week", cadence="weekly")
    make.make_article(title="Keripik tempe", rubric=rubric, episode=1, published=True)
    make.make_article(title="Belum tayang", rubric=rubric, episode=2)
    return programme, rubric


def unpacked(dossier):
    with archive(dossier, HOME, timezone.localdate()) as file, zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_public_evidence_is_gathered_and_nothing_else(programme):
    dossier = gather(programme[0], "", programme[1])
    assert [award.category for award in dossier.awards] == ["Video", "Website"]
    assert {story.title for story in dossier.stories} == {"Berita Website", "Berita Video"}
    assert [story.title for story in dossier.episodes] == ["Keripik tempe"]
    assert dossier.totals == {"awards": 2, "first_places": 2, "stories": 2, "episodes": 1}
    assert dossier.rhythm.unit == "minggu"
    files = unpacked(dossier)
    whole = b"".join(files.values()).decode(errors="replace")
    assert "Rahasia" not in whole
    assert "Belum tayang" not in whole


def test_category_narrows_it_in_any_case(programme):
    dossier = gather(programme[0], "wEBSITE")
    assert [award.category for award in dossier.awards] == ["Website"]
    assert [story.title for story in dossier.stories] == ["Berita Website"]
    assert dossier.episodes == []


def test_archive_holds_page_table_stories_and_certificates(programme):
    files = unpacked(gather(programme[0], "", programme[1]))
    assert sum(name.startswith("berita/") for name in files) == 3
    assert [files[name] for name in files if name.startswith("piagam/")] == [PDF, PDF]
    page = files["bukti.html"].decode()
    assert "Anugerah Media Humas" in page
    assert f"{HOME}/penghargaan/" in page
    table = list(csv.DictReader(io.StringIO(files["catatan.csv"].decode("utf-8-sig"))))
    assert [row["kategori"] for row in table] == ["Video", "Website"]
    assert {row["nomor_piagam"] for row in table} == {"'=1+1"}


def test_lost_certificate_leaves_the_rest(programme, settings, tmp_path):
    dossier = gather(programme[0])
    settings.MEDIA_ROOT = tmp_path / "lain"
    dossier.awards[0].certificate_file.name = "piagam/hilang.pdf"
    files = unpacked(dossier)
    assert "bukti.html" in files
    assert sum(name.startswith("piagam/") for name in files) < 2


def test_queries_do_not_grow(programme, django_assert_max_num_queries):
    edition = programme[0].editions.get()
    for number in range(12):
        award = make.make_award(edition=edition, category=f"Kategori {number}", published=True)
        make.make_article(awards=[award], published=True)
    with django_assert_max_num_queries(18):
        gather(programme[0], "", programme[1])


def test_desk_shows_and_gives_it(client, programme):
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    query = {"ajang": programme[0].slug, "rubrik": programme[1].slug}
    page = client.get(reverse(PAGE), query).content.decode()
    for words in ("Berita Website", "Keripik tempe", "Terbaik I", "Unduh ZIP"):
        assert words in page
    answer = client.get(reverse(FILE), query)
    assert answer.headers["Content-Disposition"].endswith('.zip"')
    assert "private" in answer.headers["Cache-Control"]
    assert zipfile.is_zipfile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.mark.parametrize("name", [PAGE, FILE])
def test_nothing_of_nothing(client, programme, name):
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    for query in ({}, {"ajang": "tidak-ada"}, {"ajang": programme[0].slug, "rubrik": "x"}):
        assert client.get(reverse(name), query).status_code == 404
    answer = client.get(reverse(name), {"ajang": programme[0].slug, "kategori": "x" * 5000})
    assert answer.status_code == 200
    answer.close()


@pytest.mark.parametrize("name", [PAGE, FILE])
@pytest.mark.parametrize("group", ["Pembina KIM", ""])
def test_who_does_not_see_the_award_year_does_not_have_it(client, programme, name, group):
    client.force_login(make.make_user("lain", group=group))
    assert client.get(reverse(name), {"ajang": programme[0].slug}).status_code == 403
    client.logout()
    assert client.get(reverse(name), {"ajang": programme[0].slug}).status_code == 302
