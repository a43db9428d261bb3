"""The cards of the demo's longest names: complete, large enough, inside their boxes."""

from awards.cards.record import award_subject
from awards.cards.setting import Placed, set_words
from awards.cards.shapes import SHAPES
from awards.cards.subjects import AwardSubject
from awards.models import Award


def length(subject: AwardSubject) -> int:
    words = (subject.rank, subject.category, subject.programme, subject.participant_class)
    return len("".join([*words, *subject.recipients, subject.organizer]))


def test_ten_longest_are_told_in_full_in_every_shape(demo):
    subjects = [award_subject(award) for award in Award.objects.published().for_page()]
    longest = sorted(subjects, key=length, reverse=True)[:10]
    assert len(longest) == 10
    assert length(longest[0]) > 150
    for subject in longest:
        for shape in SHAPES.values():
            lines = [line for line in set_words(subject, shape) if isinstance(line, Placed)]
            written = " ".join(line.text for line in lines)
            for words in (
                subject.rank,
                subject.category,
                f"{subject.programme} {subject.year}",
                subject.participant_class,
                *subject.recipients,
                subject.organizer,
            ):
                assert words in written, (shape.name, words)
            # Smaller than three quarters of the floor nobody reads on a phone.
            assert min(line.style.size for line in lines) >= shape.floor * 0.75
            left, top, right, bottom = shape.words
            for line in lines:
                assert left <= line.box[0] < line.box[2] <= right, line
                assert top <= line.box[1] < line.box[3] <= bottom, line
