"""Contrast of the colour tokens, in both schemes: 4.5 for text, 3 for the lines of controls."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
PAIRS = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", TOKENS)
PLAIN = dict(re.findall(r"--([\w-]+): (#\w{6});", TOKENS))
SCHEMES = {
    "light": {name: light for name, light, _ in PAIRS},
    "dark": {name: dark for name, _, dark in PAIRS},
}
KECAMATAN = ("blimbing", "klojen", "kedungkandang", "sukun", "lowokwaru")
GROUNDS = ("paper", "surface", "sunken", "brand-tint", "warn-fill")
TEXT = [
    *((name, ground) for name in ("ink", "muted") for ground in GROUNDS),
    *((name, ground) for name in ("brand", "accent", "gold") for ground in ("paper", "surface")),
    ("brand", "sunken"),
    ("brand", "brand-tint"),
    ("on-brand", "brand"),
    ("paper", "ink"),
    ("on-deep", "brand-deep"),
    ("on-deep-muted", "brand-deep"),
    *((f"on-{metal}", f"{metal}-fill") for metal in ("gold", "silver", "bronze")),
    *(("on-kec", f"kec-{name}") for name in KECAMATAN),
]
LINES = [
    *(("control", ground) for ground in ("paper", "surface", "sunken")),
    *(("brand", ground) for ground in ("paper", "surface", "sunken")),
    *((f"kec-{name}", "paper") for name in KECAMATAN),
    *((f"kec-{name}", "surface") for name in KECAMATAN),
]


def luminance(colour):
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def mixed(one, other, share):
    """The colour of ``share`` of ``one`` over ``other``."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_old_browsers_get_the_light_scheme():
    assert PLAIN == SCHEMES["light"]
    assert len(PAIRS) > 25


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text, ground", TEXT)
def test_text_can_be_read(scheme, text, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("line, ground", LINES)
def test_lines_of_controls_and_hexagons_can_be_seen(scheme, line, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[line], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kecamatan", KECAMATAN)
def test_labels_on_tinted_hexagons_can_be_read(scheme, kecamatan):
    colours = SCHEMES[scheme]
    dormant = mixed(colours[f"kec-{kecamatan}"], colours["surface"], 0.3)
    none = mixed(colours[f"kec-{kecamatan}"], colours["paper"], 0.09)
    assert contrast(colours["ink"], dormant) >= 4.5
    assert contrast(colours["muted"], none) >= 4.5
    assert contrast(colours[f"kec-{kecamatan}"], none) >= 3
