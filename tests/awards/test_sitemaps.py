import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from awards.models import Award
from tests.factories import make_award, make_handover, make_person, make_recipient

pytestmark = pytest.mark.django_db


def text_of(client, section):
    response = client.get(reverse("sitemap_section", args=[section]))
    assert response.status_code == 200
    return response.content.decode()


def test_sitemaps_hold_every_public_page_with_its_last_change(client, award, amh, office):
    handover = make_handover(published=True, awards=[award])
    draft = make_award()
    person = make_person()
    make_recipient(award, person)
    rows = {
        "penghargaan": award,
        "serah-terima": handover,
        "ajang": amh.programme,
        "edisi": amh,
        "lembaga": office,
        "orang": person,
        "karya": award.work,
    }
    changed = localdate(Award.objects.get(pk=award.pk).updated_at).isoformat()
    for section, row in rows.items():
        text = text_of(client, section)
        assert f"{row.get_absolute_url()}</loc>" in text
        assert f"<lastmod>{changed}" in text
        assert draft.slug not in text
    assert "/penghargaan/</loc>" in text_of(client, "registri")


def test_sitemap_has_the_statistics_and_the_book_of_each_year(client, award):
    registry = text_of(client, "registri")
    assert "/penghargaan/statistik/</loc>" in registry
    assert "/penghargaan/laporan/</loc>" in registry
    books = text_of(client, "buku-tahunan")
    changed = localdate(Award.objects.get(pk=award.pk).updated_at).isoformat()
    assert "/penghargaan/laporan/2023/</loc>" in books
    assert f"<lastmod>{changed}" in books
    assert books.count("<loc>") == 1
