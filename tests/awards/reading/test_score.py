"""How well the reader does on texts with known answers: those it was built on, those held back."""

import pytest

from tests.awards.reading.score import cases, score


@pytest.mark.parametrize("folder", ["dev", "held"])
def test_reader_keeps_its_promise(folder):
    result = score(folder)
    assert result.precision >= 0.9, result
    assert result.recall >= 0.75, result
    assert result.event_precision >= 0.85, result


def test_there_are_texts_of_every_kind():
    texts = [*cases("dev"), *cases("held")]
    articles = [text for name, text, _ in texts if "article" in name]
    assert len(texts) > 200
    assert len(articles) > 30
    assert sum(1 for _, _, answers in texts if not answers) > 30


@pytest.mark.parametrize("field", ["year", "category", "work", "date", "abbreviation"])
def test_fields_are_right_where_texts_say_them(field):
    for folder in ("dev", "held"):
        good, asked = score(folder).fields.get(field, [0, 0])
        floor = min(0.9 * asked, asked - 1)  # of fewer than ten, one may be missed
        assert good >= floor, (folder, field, good, asked)
