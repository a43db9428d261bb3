"""The tags and filters of every page."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory

from malangnews.core.templatetags import portal


def rendered(source, request=None, **values):
    context = RequestContext(request, values) if request else Context(values)
    return Template("{% load portal %}" + source).render(context)


@pytest.mark.parametrize(
    "value, text",
    [
        (7, "7"),
        (1234, "1.234"),
        (1234567, "1.234.567"),
        (2.5, "2,5"),
        (Decimal("1.090"), "1,090"),
        ("14/57", "14/57"),
        (None, ""),
        ("", ""),
    ],
)
def test_numbers_are_written_the_indonesian_way(value, text):
    assert portal.angka(value) == text


def test_a_date_is_written_with_its_precision():
    day = dt.date(2023, 11, 6)
    assert portal.tanggal(day) == "6 November 2023"
    assert portal.tanggal(day, "month") == "November 2023"
    assert portal.tanggal_mesin(day, "year") == "2023"
    assert portal.tanggal_hari(day) == "Senin, 6 November 2023"
    assert portal.tanggal(None) == portal.tanggal_hari(None) == portal.tanggal_mesin(None) == ""


def test_a_moment_belongs_to_its_day_in_malang():
    late = dt.datetime(2023, 11, 5, 23, 30, tzinfo=dt.UTC)
    assert portal.tanggal(late) == "6 November 2023"
    assert portal.tanggal_mesin(late) == "2023-11-06"


@pytest.mark.parametrize(
    "value, step", [(0, 0), (12, 0), (20, 25), (50, 50), (100, 100), (None, 50)]
)
def test_a_focal_point_is_rounded_to_a_known_step(value, step):
    assert portal.focal_step(value) == step


def test_page_numbers_leave_out_what_is_far():
    page = Paginator(range(2400), 20).page(7)
    assert portal.page_numbers(page) == [1, "…", 6, 7, 8, "…", 120]


def test_a_page_link_keeps_the_filters():
    request = RequestFactory().get("/penghargaan/", {"tahun": "2023", "page": "4"})
    assert rendered("{% page_link 5 %}", request) == "?tahun=2023&amp;page=5"
    assert rendered("{% page_link 1 %}", request) == "?tahun=2023"


def test_pagination_keeps_the_filters_inside_an_include():
    request = RequestFactory().get("/penghargaan/", {"tahun": "2023"})
    page = Paginator(range(60), 20).page(1)
    source = '{% include "components/pagination.html" with page=page only %}'
    assert 'href="?tahun=2023&amp;page=2"' in rendered(source, request, page=page)


def test_the_canonical_address_leaves_the_query_out():
    request = RequestFactory().get("/berita/", {"utm_source": "x"})
    assert rendered("{% page_address %}", request) == "http://testserver/berita/"


def test_a_view_may_name_another_canonical_address():
    request = RequestFactory().get("/berita/")
    assert rendered("{% page_address %}", request, canonical="/x/") == "http://testserver/x/"


def test_without_a_request_there_is_no_canonical_address():
    assert rendered("{% page_address %}") == ""


def test_captured_text_can_be_shown_twice_and_stays_escaped():
    source = "{% capture name %}{{ value }}{% endcapture %}{{ name }}|{{ name }}"
    assert rendered(source, value="a<b") == "a&lt;b|a&lt;b"


def test_capture_wants_a_name():
    with pytest.raises(TemplateSyntaxError):
        rendered("{% capture %}{% endcapture %}")
