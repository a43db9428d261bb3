import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from malangnews.core.pagination import page_of, positive_int

ODD = ["", "²", "-1", "0", "000", "1e3", "1.5", " 1", "1\n", "+1", "१", "abc", "\x00", str(10**30)]


@pytest.mark.parametrize("text", [*ODD, None])
def test_anything_but_a_positive_number_is_the_default(text):
    assert positive_int(text) == 1
    assert positive_int(text, 7) == 7


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("20", 20), ("007", 7), ("999999", 999999)])
def test_positive_number_is_read(text, number):
    assert positive_int(text) == number


@given(st.text())
def test_no_text_gives_anything_but_a_small_positive_number(text):
    assert 1 <= positive_int(text) <= 999_999


def page(address, rows, size=20):
    return page_of(RequestFactory().get(address), rows, size)


@pytest.mark.parametrize("text", ["%C2%B2", "-1", "0", "1e3", str(10**30), "%F0", ""])
def test_odd_page_is_the_first(text):
    assert page(f"/?page={text}", range(50)).number == 1


def test_page_beyond_the_end_is_the_last():
    assert page("/?page=99", range(50)).number == 3


def test_no_rows_are_one_empty_page():
    assert list(page("/?page=2", [])) == []


def test_last_of_several_pages_asked_for_counts():
    assert page("/?page=2&page=3", range(50)).number == 3


def test_page_holds_its_own_rows():
    assert list(page("/?page=2", range(5), 2)) == [2, 3]
