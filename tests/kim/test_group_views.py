"""kim/group_views.py: what a group does, writes and stands for; test_views.py has its facts."""

import datetime as dt

import pytest
from django.utils import timezone

from kim.models import Kim
from kim.naming import long_name
from tests.factories import (
    kelurahan,
    make_activity,
    make_article,
    make_award,
    make_byline,
    make_edition,
    make_kim,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim() -> Kim:
    return make_kim(
        published=True,
        name="KIM Gerabah",
        kelurahan=kelurahan("Penanggungan"),
        serves=[kelurahan("Samaan")],
    )


def get(client, row) -> str:
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_kim_detail_says_what_kim_stands_for_today_and_stood_for_before(client, kim):
    page = get(client, kim)
    assert f'<p class="kicker">{long_name(timezone.localdate())}</p>' in page
    assert "Sebelum 5 September 2024: Kelompok Informasi Masyarakat" in page


def test_kim_detail_marks_its_home_and_the_places_it_serves(client, kim):
    page = get(client, kim)
    assert 'href="/kim/kelurahan/penanggungan/" aria-label="Kelurahan Penanggungan" aria-' in page
    assert 'href="/kim/kelurahan/samaan/" aria-label="Kelurahan Samaan"><title>' in page
    assert "Ubin bergaris: kelurahan lain" in page


def test_kim_detail_without_activities_has_no_such_section(client, kim):
    assert 'id="kegiatan"' not in get(client, kim)


def test_kim_detail_lists_activities_with_sources_and_counts_each_kind(client, kim):
    make_activity(
        kim,
        kind="dissemination",
        title="Siaran keliling kampung",
        happened_on=dt.date(2023, 5, 31),
        happened_on_precision="month",
        source_name="Situs KIM",
        source_url="https://kim.example/siaran",
        note="Bersama karang taruna.",
    )
    make_activity(kim, kind="discussion", title="Rembuk warga")
    make_activity(make_kim(published=True), title="Kegiatan kelompok lain")
    page = get(client, kim)
    for words in (
        "Siaran keliling kampung",
        ">Mei 2023</time>",
        'href="https://kim.example/siaran"',
        "Bersama karang taruna.",
        "<dt>Diseminasi</dt><dd>1</dd>",
        "<dt>Diskusi</dt><dd>1</dd>",
        '<div class="is-nothing"><dt>Aspirasi</dt><dd>0</dd>',
    ):
        assert words in page, words
    assert page.index("Siaran keliling") < page.index("Rembuk warga")
    assert "Kegiatan kelompok lain" not in page


def test_kim_detail_parts_what_it_wrote_from_what_was_written_of_it(client, kim):
    make_article(published=True, sent_by=kim, title="Kabar kiriman warga")
    signed = make_article(published=True, title="Kabar bertanda KIM")
    make_byline(signed, "contributor", kim=kim)
    make_article(published=True, kims=[kim], title="Kabar tentang kelompok")
    make_article(sent_by=kim, title="Kiriman yang belum terbit")
    page = get(client, kim)
    own, about = page.index("Ditulis oleh KIM ini"), page.index("Berita tentang KIM ini")
    assert own < page.index("Kabar kiriman warga") < about
    assert own < page.index("Kabar bertanda KIM") < about
    assert about < page.index("Kabar tentang kelompok")
    assert "Kiriman yang belum terbit" not in page


def test_kim_detail_without_own_stories_has_no_such_section(client, kim):
    make_article(published=True, kims=[kim])
    assert "Ditulis oleh KIM ini" not in get(client, kim)


def test_kim_detail_draws_the_years_of_its_awards_from_three_on(client, kim):
    for year in (2020, 2023):
        make_award(published=True, recipients=[kim], edition=make_edition(year=year))
    page = get(client, kim)
    assert "chart-columns" not in page and "charts.css" not in page
    make_award(published=True, recipients=[kim], edition=make_edition(year=2021))
    page = get(client, kim)
    assert "chart-columns" in page and "charts.css" in page
    assert f"tahun=2021&amp;penerima=kim-{kim.slug}" in page


def test_kim_detail_costs_at_most_twelve_queries_with_everything(
    client, kim, django_assert_max_num_queries
):
    for year in (2020, 2021, 2022):
        make_award(published=True, recipients=[kim], edition=make_edition(year=year))
        make_article(published=True, kims=[kim], sent_by=kim)
        make_activity(kim)
    with django_assert_max_num_queries(12):
        get(client, kim)
