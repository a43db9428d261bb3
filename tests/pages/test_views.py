"""A page that staff wrote: who sees it, what it shows, where it is found."""

import json

import pytest
from django.urls import reverse

from malangnews.pages.models import MenuItem, Page
from malangnews.search.index import rebuild
from tests import factories
from tests.factories import STATES, make_page, make_user

pytestmark = pytest.mark.django_db
LONG = "<p>Pembuka.</p>" + "".join(
    f"<h2>{title}</h2><p>Isi.</p>" for title in ("Kuki", "Hak & cara", "Kuki", "Kuki 2")
)


def html_of(client, page: Page) -> str:
    answer = client.get(page.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_page_detail_shows_title_summary_text_and_last_change(client):
    page = make_page(True, title="Tentang kami", summary="Siapa kami.", body="Satu.\nDua.")
    html = html_of(client, page)
    assert "<h1>Tentang kami</h1>" in html
    assert '<p class="standfirst">Siapa kami.</p>' in html
    assert "<p>Satu.</p>\n<p>Dua.</p>" in html
    assert "Diperbarui <time" in html
    assert '<li aria-current="page">Tentang kami</li>' in html
    assert '<meta name="description" content="Siapa kami.' in html
    assert page.get_absolute_url() == "/halaman/tentang-kami/"


@pytest.mark.parametrize("state", [state for state in STATES if state != "published"])
def test_page_that_is_not_public_is_found_nowhere(client, state):
    page = make_page(state=state, title="Rahasia kantor", slug="rahasia-kantor")
    MenuItem.objects.create(menu="head", label="Rahasia", page=page)
    rebuild()
    answer = client.get(page.get_absolute_url())
    assert answer.status_code == (410 if state == "withdrawn" else 404)
    assert "Rahasia kantor" not in answer.content.decode()
    assert "rahasia" not in client.get("/sitemap-laman.xml").content.decode()
    assert "Rahasia" not in client.get("/").content.decode()
    found = client.get("/cari/?q=rahasia+kantor&jenis=halaman").content.decode()
    assert page.get_absolute_url() not in found


def test_withdrawn_page_tells_why(client):
    page = make_page(state="withdrawn")
    answer = client.get(page.get_absolute_url())
    assert answer.status_code == 410
    assert "Ditarik untuk uji." in answer.content.decode()


def test_draft_is_shown_to_its_writers_and_kept_by_nobody(client):
    page = make_page(title="Belum jadi")
    client.force_login(make_user(group="Penulis"))
    answer = client.get(page.get_absolute_url())
    assert answer.status_code == 200
    assert "Draf" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    client.force_login(make_user(group="Pembina KIM"))
    assert client.get(page.get_absolute_url()).status_code == 404


def test_long_page_begins_with_its_contents(client):
    html = html_of(client, make_page(True, body=LONG))
    contents = html.split('id="daftar-isi"')[1].split("</nav>")[0]
    places = ["bagian-kuki", "bagian-hak-cara", "bagian-kuki-2", "bagian-kuki-2-2"]
    for place in places:
        assert html.count(f'<h2 id="{place}">') == 1
        assert f'href="#{place}"' in contents
    assert "Hak &amp; cara</a>" in contents


def test_short_page_has_no_contents(client):
    html = html_of(client, make_page(True, body="<h2>Satu</h2><p>Isi.</p><h2>Dua</h2><p>Isi.</p>"))
    assert "daftar-isi" not in html
    assert '<h2 id="bagian-satu">' in html


def test_text_of_a_page_is_cleaned_and_its_marks_are_filled_in(client):
    kim = factories.make_kim(published=True, name="KIM Samaan")
    link = f'<a data-record="kim:{kim.pk}">kelompok</a>'
    body = f'<p onclick="x()">Lihat {link}.</p><script>x()</script>'
    html = html_of(client, make_page(True, body=body))
    assert f'<p>Lihat <a href="{kim.get_absolute_url()}">KIM Samaan</a>.</p>' in html
    assert "x()" not in html


def test_empty_page_says_that_nothing_is_there_yet(client):
    page = make_page(body="", summary="")
    client.force_login(make_user(is_superuser=True))
    assert "Halaman ini belum berisi" in html_of(client, page)


def schemas(html: str) -> list[dict]:
    return json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])


def test_page_tells_search_engines_what_it_is(client):
    told = schemas(html_of(client, make_page(True, title="Privasi", summary="Ringkas.")))
    page = next(one for one in told if "datePublished" in one)
    assert (page["@type"], page["name"], page["description"]) == ("WebPage", "Privasi", "Ringkas.")
    assert page["url"].endswith("/halaman/privasi/")
    assert page["dateModified"] >= page["datePublished"]
    about = schemas(html_of(client, make_page(True, title="Tentang kami", slug="tentang")))
    assert "AboutPage" in [one["@type"] for one in about]
    trail = next(one for one in about if one["@type"] == "BreadcrumbList")
    assert [step["name"] for step in trail["itemListElement"]] == ["Beranda", "Tentang kami"]


def test_public_page_is_in_the_sitemap(client):
    make_page(True, slug="privasi")
    assert "/halaman/privasi/</loc>" in client.get("/sitemap-laman.xml").content.decode()
    assert "sitemap-laman.xml" in client.get(reverse("sitemap")).content.decode()


def test_public_page_is_found_by_its_words(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_page(True, title="Kebijakan privasi", body="Tanpa kuki pelacak.")
    html = client.get("/cari/?q=kuki+pelacak").content.decode()
    assert page.get_absolute_url() in html
    assert "Halaman</" in html
    with django_capture_on_commit_callbacks(execute=True):
        Page.objects.filter(pk=page.pk).withdraw("Diganti.")
    assert page.get_absolute_url() not in client.get("/cari/?q=kuki+pelacak").content.decode()


def test_page_costs_two_queries(client, django_assert_num_queries):
    page = make_page(True, body=LONG)
    with django_assert_num_queries(2):
        client.get(page.get_absolute_url())


@pytest.mark.parametrize("slug", ["tidak-ada", "x" * 3000, "%F0%9F%98%80", "a%00b", "-", "9" * 40])
def test_junk_address_is_not_found(client, slug):
    assert client.get(f"/halaman/{slug}/").status_code in (400, 404)


def test_page_is_only_read(client):
    assert client.post(make_page(True).get_absolute_url()).status_code == 405
