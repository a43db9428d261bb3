import pytest

from malangnews.core.gaps import Gap


@pytest.mark.parametrize(
    ("recorded", "low", "high", "words", "is_short"),
    [
        (12, 34, 38, "22–26", True),
        (12, 15, 15, "3", True),
        (36, 34, 38, "", False),
        (34, 34, 34, "", False),
        (40, 34, 38, "2–6", False),
    ],
)
def test_gap_says_how_far_apart_they_are(recorded, low, high, words, is_short):
    gap = Gap(recorded, low, high)
    assert (str(gap), bool(gap), gap.is_short) == (words, bool(words), is_short)
