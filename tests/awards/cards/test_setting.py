"""Words stand inside their boxes, whatever they are; every one can be read."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awards.cards.colours import ROUNDELS, TOKENS
from awards.cards.drawing import card_lines, draw_ground
from awards.cards.lettering import drawable
from awards.cards.setting import Placed, Rule, set_words
from awards.cards.shapes import SHAPES
from awards.cards.subjects import NAMED, AwardSubject, YearSubject, listing, thousands
from awards.ranks import roundel
from tests.awards.cards.samples import LONG, SHORT, YEAR, art
from tests.core.test_contrast import SCHEMES, luminance

EVERY_SHAPE = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
CSS = Path(__file__).parents[3] / "static" / "css"


def is_inside(box, room):
    return box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]


def apart(boxes):
    """True when no two boxes share a pixel."""
    return not any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
    )


def told(lines, role):
    return " ".join(line.text for line in lines if isinstance(line, Placed) and line.role == role)


def letters(text):
    return "".join(text.split())


def check(subject, shape):
    lines = set_words(subject, shape)
    assert all(is_inside(line.box, shape.words) for line in lines)
    return lines


# Words of any kind: plain, one endless word, other scripts, signs of control, emoji.
WORDS = st.one_of(
    st.text(max_size=250),
    st.text("abcdefgW ", max_size=250),
    st.text("WM", min_size=100, max_size=330),
    st.sampled_from(
        ["漢字" * 40, "🏆" * 30, "مرحبا بالعالم" * 9, "Å" * 330, "ijl" * 110, "\u202e\x00"]
    ),
)
AWARDS = st.builds(
    AwardSubject,
    rank=WORDS,
    level=WORDS,
    programme=WORDS,
    year=st.integers(1900, 2999),
    category=WORDS,
    participant_class=WORDS,
    recipients=st.lists(WORDS, max_size=14).map(tuple),
    organizer=WORDS,
)
YEARS = st.builds(
    YearSubject,
    year=st.integers(1900, 2999),
    total=st.integers(1, 10**7),
    levels=st.lists(st.tuples(st.sampled_from(["Nasional", "Kota"]), st.integers(1, 10**6)))
    .map(lambda rows: rows[:6])
    .map(tuple),
    first_places=st.integers(0, 10**6),
    programmes=st.lists(st.tuples(WORDS, st.integers(2, 10**5)), max_size=3).map(tuple),
    as_of=st.just("24 November 2026"),
)


@EVERY_SHAPE
@given(subject=AWARDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_words_of_an_award_never_leave_their_box(shape, subject):
    lines = check(subject, shape)
    # Rank and recipients are the news: never cut short.
    assert letters(told(lines, "rank")) == letters(drawable(subject.rank[:330]))
    names = tuple(drawable(name[:330]) for name in subject.recipients)
    whole = [letters(listing(names, most)) for most in range(1, NAMED + 1)]
    assert letters(told(lines, "recipients")) in (whole or [""])


@EVERY_SHAPE
@given(subject=YEARS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_words_of_a_year_never_leave_their_box(shape, subject):
    lines = check(subject, shape)
    assert told(lines, "total") == thousands(subject.total)


@EVERY_SHAPE
@pytest.mark.parametrize("subject", [SHORT, LONG, YEAR], ids=["short", "long", "year"])
def test_no_two_lines_lie_on_each_other_and_all_lie_on_the_card(shape, subject):
    lines = card_lines(subject, shape)
    assert all(is_inside(line.box, (0, 0, *shape.size)) for line in lines)
    boxes = [line.box for line in lines if isinstance(line, Placed)]
    assert apart(boxes)
    x, y, radius = shape.roundel
    halo = (x - radius * 1.22, y - radius * 1.22, x + radius * 1.22, y + radius * 1.22)
    words = [line.box for line in set_words(subject, shape)]
    assert all(apart([halo, box]) for box in words)
    assert all(box[3] <= shape.hem[1] for box in words)


@EVERY_SHAPE
def test_usual_words_are_large_and_all_there(shape):
    lines = check(SHORT, shape)
    sizes = {line.role: line.style.size for line in lines if isinstance(line, Placed)}
    assert sizes["rank"] == shape.unit
    assert min(sizes.values()) >= shape.floor
    assert told(lines, "kicker") == "TINGKAT NASIONAL"
    assert told(lines, "category") == "Kategori Media Audiovisual"
    assert told(lines, "programme") == "Anugerah Media Humas 2023"
    assert told(lines, "organizer") == "Penyelenggara: Kementerian Komunikasi dan Informatika"
    assert any(isinstance(line, Rule) for line in lines)


@EVERY_SHAPE
def test_where_room_is_short_the_organiser_goes_before_any_recipient(shape):
    lines = check(LONG, shape)
    assert told(lines, "rank") == LONG.rank
    names = told(lines, "recipients")
    assert names.startswith(f"{LONG.recipients[0]}, {LONG.recipients[1]}")
    assert names.endswith("lainnya")
    if "dan 4 lainnya" not in names:
        assert not told(lines, "organizer")


@EVERY_SHAPE
def test_story_stays_clear_of_what_phones_lay_over_it(shape):
    if shape.name == "cerita":
        for line in set_words(LONG, shape):
            assert line.box[1] >= 250
            assert line.box[3] <= 1920 - 340


@pytest.mark.parametrize(
    ("names", "most", "words"),
    [
        (("A",), 8, "A"),
        (("A", "B"), 8, "A dan B"),
        (("A", "B", "C"), 8, "A, B, dan C"),
        (("A", "B", "C"), 2, "A, B, dan 1 lainnya"),
        (("A", "B"), 1, "A dan 1 lainnya"),
        (("A", ""), 8, "A dan 1 lainnya"),
        (("", ""), 8, "2 penerima"),
        ((), 8, ""),
    ],
)
def test_recipients_past_the_limit_are_counted(names, most, words):
    assert listing(names, most) == words


# Contrast


def test_colours_are_those_of_the_site():
    for name, colour in TOKENS.items():
        assert SCHEMES["light"][name] == colour


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


RANKS = ["Terbaik I", "Juara II", "Juara III", "Juara IV", "Juara Harapan I", "Bintang 4"]
RANKS += ["Predikat WTP", "Juara Umum", "Nominator", "Piagam"]


@pytest.mark.django_db
@EVERY_SHAPE
@pytest.mark.parametrize("rank", RANKS)
def test_every_word_stands_out_from_the_pixels_under_it(shape, rank):
    scheme = {"Terbaik I": ("terbaik", 1), "Juara II": ("juara", 2), "Juara III": ("juara", 3)}
    scheme |= {"Juara IV": ("juara", 4), "Juara Harapan I": ("harapan", 1)}
    scheme |= {"Bintang 4": ("stars", 4), "Predikat WTP": ("predikat", None)}
    scheme |= {"Juara Umum": ("overall", None), "Nominator": ("nominator", None)}
    mark = roundel(*scheme.get(rank, ("other", None)), rank)
    subject = AwardSubject(
        **{**SHORT.__dict__, "rank": rank, "roundel": mark, "participant_class": "Kelurahan"}
    )
    ground = draw_ground(subject, shape, art(rank, subject))
    measured = 0
    for line in card_lines(subject, shape):
        if isinstance(line, Rule):
            continue
        pixels = ground.crop(line.box)
        for _, colour in pixels.getcolors(pixels.width * pixels.height):
            measured += 1
            found = contrast(line.colour, "#{:02x}{:02x}{:02x}".format(*colour))
            assert found >= 4.5, (line.role, line.text, colour)
    assert measured >= 6


def test_roundels_are_painted_as_on_the_site():
    css = (CSS / "components.css").read_text(encoding="utf-8")
    rule = r"((?:\.roundel-\w+,? ?)+){ --fill: var\(--([\w-]+)\); --mark: var\(--([\w-]+)\); }"
    found = {
        form: (fill, mark)
        for names, fill, mark in re.findall(rule, css)
        for form in re.findall(r"roundel-(\w+)", names)
    }
    assert len(found) >= 7
    plain = dict.fromkeys(("plain", "nominee"), ("surface", "muted"))
    assert found | plain == ROUNDELS
