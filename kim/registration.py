"""How a KIM comes to be: the steps in their order, and how far one has come.

Why these steps and this order: docs/decisions/0020-kim-registration.md. Nothing here asks the
database or writes; kim/admin/registration.py does.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kim.models import Kim, KimMilestone
from kim.months import Dated
from malangnews.core.dates import format_date

Kind = KimMilestone.Kind


@dataclass(frozen=True)
class Step:
    """One step, proven by one milestone; ``after`` are the steps that cannot come later."""

    kind: str
    key: str
    title: str
    lead: str
    after: tuple[str, ...] = ()
    #: Milestones that say of themselves that this step lies behind the group.
    passed_by: tuple[str, ...] = ()


STEPS = (
    Step(
        Kind.DELIBERATED,
        "musyawarah",
        "Musyawarah kelurahan",
        "Warga dan kelurahan membahas pembentukan KIM.",
        passed_by=(Kind.FORMED, Kind.DECREED, Kind.REGISTERED, Kind.ATTESTED),
    ),
    Step(
        Kind.FORMED,
        "berita-acara",
        "Berita acara pembentukan",
        "Musyawarah menyepakati KIM dan pengurusnya, lalu menuliskannya. "
        "Sejak tanggal ini KIM dihitung terbentuk.",
        after=(Kind.DELIBERATED,),
        passed_by=(Kind.DECREED, Kind.REGISTERED, Kind.ATTESTED),
    ),
    Step(
        Kind.DECREED,
        "sk",
        "SK lurah",
        "Lurah mengukuhkan KIM dan pengurusnya dengan surat keputusan.",
        after=(Kind.DELIBERATED, Kind.FORMED),
    ),
    Step(
        Kind.REGISTERED,
        "kim-id",
        "Pendaftaran di kim.id",
        "KIM masuk daftar nasional.",
        after=(Kind.DELIBERATED, Kind.FORMED, Kind.DECREED),
    ),
    Step(
        Kind.TRAINED,
        "pembinaan",
        "Pembinaan",
        "KIM mengikuti pelatihan atau pendampingan. Pembinaan berikutnya dicatat sebagai tonggak.",
        after=(Kind.DELIBERATED, Kind.FORMED),
    ),
)


@dataclass(frozen=True)
class Stage:
    """A step of one group: the milestone that proves it, or None."""

    step: Step
    milestone: KimMilestone | None
    is_passed: bool
    is_lapsed: bool

    @property
    def is_open(self) -> bool:
        """True when something may be recorded here."""
        return self.milestone is None or self.is_lapsed


@dataclass(frozen=True)
class Progress:
    """How far a group has come."""

    stages: tuple[Stage, ...]

    @property
    def recorded(self) -> int:
        return sum(stage.milestone is not None for stage in self.stages)

    @property
    def total(self) -> int:
        return len(self.stages)

    @property
    def next(self) -> Stage | None:
        """The first step that is open and not left behind; None when nothing is left to do."""
        left = (stage for stage in self.stages if stage.is_open and not stage.is_passed)
        return next(left, None)

    @property
    def words(self) -> str:
        """What is to be done next, in words."""
        stage = self.next
        if stage is None:
            return "Lengkap"
        if stage.is_lapsed:
            return f"SK baru: yang lama berlaku sampai {format_date(stage.milestone.valid_until)}"
        return stage.step.title


def progress(milestones: Iterable[KimMilestone], today: dt.date) -> Progress:
    """Read the steps of one group from its milestones; of a kind the latest one speaks."""
    latest: dict[str, KimMilestone] = {}
    for milestone in sorted(milestones, key=lambda row: row.happened_on):
        latest[milestone.kind] = milestone

    def stage(step: Step) -> Stage:
        found = latest.get(step.kind)
        lapsed = bool(found and found.valid_until and found.valid_until < today)
        passed = found is None and any(kind in latest for kind in step.passed_by)
        return Stage(step, found, passed, lapsed)

    return Progress(tuple(stage(step) for step in STEPS))


def is_under_way(state: str | None) -> bool:
    """True for a group that is not formed yet; one without milestones has no state."""
    return state in (None, "", Kim.State.IN_PROCESS)


def first_dates(milestones: Iterable[KimMilestone]) -> dict[str, Dated]:
    """Return the first date of each kind on record."""
    dates: dict[str, Dated] = {}
    for row in sorted(milestones, key=lambda row: row.happened_on, reverse=True):
        dates[row.kind] = Dated(row.happened_on, row.happened_on_precision)
    return dates


def out_of_order(recorded: Mapping[str, Dated], given: Mapping[str, Dated]) -> dict[str, str]:
    """Return, by kind, why a date that is ``given`` now contradicts another one.

    ``recorded`` are the first dates on record. A contradiction is that a step ended before an
    earlier one began. The talks are the one step that says "not formed yet", so they must also be
    counted before whatever says that the group is there.
    """
    given = {kind: date for kind, date in given.items() if kind not in recorded}
    dates = {**recorded, **given}
    wrong: dict[str, str] = {}
    for step in STEPS:
        for kind in step.after:
            if step.kind in dates and kind in dates and dates[step.kind].ends < dates[kind].starts:
                _blame(wrong, step, _step(kind), dates, given)
    talks = given.get(Kind.DELIBERATED)
    for kind in (Kind.FORMED, Kind.DECREED, Kind.REGISTERED, Kind.ATTESTED):
        if talks and kind in dates and kind not in wrong and talks.ends > dates[kind].ends:
            wrong.setdefault(
                Kind.DELIBERATED,
                f"Musyawarah ini dihitung sejak {format_date(talks.ends)}, padahal "
                f"“{Kind(kind).label}” tercatat {dates[kind]}. Isi tanggal yang lebih teliti, "
                "atau kosongkan langkah ini.",
            )
    return wrong


def _step(kind: str) -> Step:
    return next(step for step in STEPS if step.kind == kind)


def _blame(
    wrong: dict[str, str],
    later: Step,
    earlier: Step,
    dates: Mapping[str, Dated],
    given: Mapping[str, Dated],
) -> None:
    """Put the words at the step that was filled in now; of two, at the later one."""
    late, early = dates[later.kind], dates[earlier.kind]
    if later.kind in given:
        words = (
            f"“{later.title}” bertanggal {late}, mendahului “{earlier.title}” ({early}). "
            "Periksa kedua tanggalnya."
        )
        wrong.setdefault(later.kind, words)
    elif earlier.kind in given:
        words = (
            f"“{earlier.title}” bertanggal {early}, padahal “{later.title}” tercatat {late}. "
            "Periksa kedua tanggalnya."
        )
        wrong.setdefault(earlier.kind, words)
