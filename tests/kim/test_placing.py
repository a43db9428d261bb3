"""kim/placing.py: the small atlas that only marks."""

import gzip
import re

import pytest
from django.template.loader import render_to_string

from kim.placing import mark_places
from tests.factories import kelurahan

pytestmark = pytest.mark.django_db


def test_nothing_to_mark_is_no_drawing():
    assert mark_places([]) is None


def test_city_has_a_tile_for_every_kelurahan_and_marks_stand_on_theirs():
    samaan, kasin = kelurahan("Samaan"), kelurahan("Kasin")
    placing = mark_places([samaan], [kasin, samaan])
    tiles = [tile for ground in placing.grounds for tile in re.findall(r"M[^M]+", ground.path)]
    assert len(tiles) == len(set(tiles)) == 57
    assert [(mark.place, mark.is_main) for mark in placing.marked] == [
        (samaan, True),
        (kasin, False),
    ]
    assert all(mark.path in tiles for mark in placing.marked)
    klojen = next(ground for ground in placing.grounds if ground.slug == "klojen")
    assert all(mark.path in klojen.path for mark in placing.marked)


def test_every_tile_lies_inside_the_drawing():
    placing = mark_places([kelurahan("Samaan")])
    left, top, width, height = map(int, placing.view_box.split())
    for x, y in re.findall(r"M(\d+) (\d+)", "".join(g.path for g in placing.grounds)):
        assert left + 28 <= int(x) <= left + width - 28
        assert top <= int(y) <= top + height - 66


def test_drawing_asks_the_database_nothing_and_weighs_little(django_assert_num_queries):
    places = [kelurahan("Samaan"), kelurahan("Kasin"), kelurahan("Jodipan")]
    with django_assert_num_queries(0):
        html = render_to_string("components/placing.html", {"placing": mark_places(places)})
    assert len(gzip.compress(html.encode())) < 1000
    assert 'role="img"' in html and "<a " not in html
    assert "Letak pada atlas 57 kelurahan: Samaan, Kasin, Jodipan" in html
