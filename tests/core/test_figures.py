"""Figures in order: a mark and a caption at most, no word lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malangnews.core.text import clean_html, plain

MARK = ' data-photo="1"'
CASES = {
    f"<figure{MARK}>kata <b>tebal</b></figure>": (
        f"<figure{MARK}><figcaption>kata <b>tebal</b></figcaption></figure>"
    ),
    "<figure>kata</figure>": "<p>kata</p>",
    f"<figure{MARK}><p>kata</p></figure>": f"<figure{MARK}></figure><p>kata</p>",
    f"<figure{MARK}><figcaption><p>a</p><p>b</p></figcaption>sisa</figure>": (
        f"<figure{MARK}><figcaption>a  b</figcaption></figure><p>sisa</p>"
    ),
    "<figure><table><tr><td>1</td></tr></table><figcaption>ket</figcaption></figure>": (
        "<table><tbody><tr><td>1</td></tr></tbody></table><p>ket</p>"
    ),
    f"<figure{MARK}><figcaption>a</figcaption><figcaption>b</figcaption></figure>": (
        f"<figure{MARK}><figcaption>a b</figcaption></figure>"
    ),
    f"<figure{MARK}><figcaption><figure data-photo='2'>b</figure>a</figcaption></figure>": (
        f"<figure{MARK}><figcaption>a</figcaption></figure>"
        '<figure data-photo="2"><figcaption>b</figcaption></figure>'
    ),
    "<p>a</p><figcaption>lepas</figcaption>": "<p>a</p> lepas",
    f"<figure{MARK}>&nbsp;<br></figure>": f"<figure{MARK}></figure>",
    f"<ul><li>a<figure{MARK}>b</figure></li></ul>": (
        f"<ul><li>a<figure{MARK}><figcaption>b</figcaption></figure></li></ul>"
    ),
}
PIECES = st.sampled_from(
    ["<figure>", f"<figure{MARK}>", "</figure>", "<figcaption>", "</figcaption>"]
    + ["<p>", "</p>", "<ul><li>", "</ul>", "<b>", "</b>", "<table><tr><td>", "</table>", "<br>"]
    + ["satu", "dua", " "]
)
SHAPE = re.compile(
    r"<figure [^>]*>(<figcaption>(?:(?!</?(?:figure|p|ul|li|table)\b).)*</figcaption>)?</figure>"
)


@pytest.mark.parametrize(("source", "cleaned"), CASES.items())
def test_a_figure_holds_a_caption_at_most(source, cleaned):
    assert clean_html(source) == cleaned
    assert clean_html(cleaned) == cleaned


@given(st.lists(PIECES, max_size=16))
def test_figures_are_in_order_whatever_is_written(pieces):
    source = "".join(pieces)
    cleaned = clean_html(source)
    assert clean_html(cleaned) == cleaned
    assert "<figure" not in SHAPE.sub("", cleaned)
    assert "<figcaption" not in SHAPE.sub("", cleaned)
    words = re.compile("satu|dua")
    assert sorted(words.findall(plain(cleaned))) == sorted(words.findall(plain(source)))


def test_figures_nested_without_end_are_read_in_a_moment():
    cleaned = clean_html(f"<figure{MARK}>a" * 2000)
    assert plain(cleaned).replace(" ", "") == "a" * 2000
