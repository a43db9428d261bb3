"""The pages of the demo: published, without a gap, and linked in the foot."""

from malangnews.demo import pages
from malangnews.demo.tally import Tally
from malangnews.pages.admin.pages import left_open
from malangnews.pages.models import MenuItem, Page


def test_pages_are_published_without_a_gap(demo, client):
    found = list(Page.objects.published())
    assert {page.slug for page in found} == {"tentang", "privasi", "aksesibilitas"}
    for page in found:
        assert left_open(page) == []
        assert "<p></p>" not in page.body_html
        assert client.get(page.get_absolute_url()).status_code == 200


def test_foot_leads_to_the_pages_and_to_the_ppid(demo, client):
    foot = client.get("/").content.decode().split('<footer class="foot">')[1]
    for address in ("/halaman/tentang/", "/halaman/privasi/", "/halaman/aksesibilitas/"):
        assert f'<a href="{address}">' in foot
    assert '<a href="https://ppid.malangkota.go.id/" rel="external">PPID</a>' in foot


def test_a_second_run_leaves_menu_and_pages_alone(demo):
    MenuItem.objects.filter(label="PPID").update(position=1)
    Page.objects.filter(slug="tentang").update(title="Tentang kami")
    again = Tally()
    before = list(MenuItem.objects.values())
    pages.load(again)
    assert list(MenuItem.objects.values()) == before
    assert Page.objects.get(slug="tentang").title == "Tentang kami"
    assert not any(again.made.values())
