"""A file of 57 rows with nine mistakes, mended, and the same again."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from kim.intake.checks import check
from kim.intake.columns import TABLES
from kim.intake.files import read_table
from kim.intake.known import load
from kim.intake.saving import save
from kim.models import Kim, KimMilestone
from tests import factories as make
from tests.kim.intake import city

pytestmark = pytest.mark.django_db


def look(content, table="kim"):
    rows, _ = read_table(TABLES[table], content)
    return check(TABLES[table], rows, load(TABLES[table], timezone.localdate()))


@pytest.mark.parametrize("write", [city.as_csv, city.as_xlsx], ids=["csv", "xlsx"])
def test_nine_mistakes_are_named_and_the_mended_file_is_saved_once(write):
    report = look(write(city.with_mistakes(city.table())))
    assert len(report.lines) == 57
    blamed = [(line.number, fault.column) for line, fault in report.faults]
    keys = [(row, heading.replace(" ", "_")) for row, _, _, heading, _ in city.MISTAKES]
    assert blamed == keys
    for (_, fault), mistake in zip(report.faults, city.MISTAKES, strict=True):
        assert mistake[-1] in fault.words
    with pytest.raises(ValueError, match="faults"):
        save(report)
    assert Kim.objects.count() == KimMilestone.objects.count() == 0

    mended = write(city.table())
    user = make.make_user(group="Pembina KIM")
    report = look(mended)
    assert report.faults == []
    saved = save(report, user)
    assert (saved.new, saved.changed) == (57, 0)
    assert Kim.objects.formed().count() == 57
    assert Kim.objects.drafts().count() == 57
    assert set(KimMilestone.objects.values_list("happened_on", "happened_on_precision")) == {
        (make.dt.date(2020, 1, 14), "day")
    }
    assert LogEntry.objects.filter(user=user).count() == 57

    again = look(mended)
    assert again.count() == {"salah": 0, "baru": 0, "berubah": 0, "sama": 57}
    assert save(again, user).new == 0
    assert LogEntry.objects.count() == 57
