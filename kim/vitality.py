"""How alive each group is: its last sign of life, what it does, how long its board may serve.

"Vakum" is proposed here and never decided: a rule can count what is on record, a person knows what
is not. docs/decisions/0021-dormant-by-a-person.md has the reasons.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Count, Max
from django.utils import timezone

from kim.coverage import state_label
from kim.models import Kim, KimActivity, KimMember, KimMilestone
from kim.months import age_words, begun, months_before, months_between
from kim.signs import Sign, activities, awards, proofs, stories
from kim.standing import Standing, standing
from malangnews.core.dates import format_date

#: Months without a sign of life after which "vakum" is proposed for an active group. A year,
#: because everything that a living group leaves a trace of comes round within one: the yearly
#: training of the office, the yearly contests, the yearly report to the lurah. Half a year would
#: propose groups that only pause between two of these.
QUIET_MONTHS = 12
#: Months over which the kinds of activities are counted.
MIX_MONTHS = 12
#: Days before its end in which a term counts as ending soon: time for a musyawarah and a new SK.
SOON = 90

TERMS = {
    "unknown": "belum tercatat",
    "expired": "berakhir {}",
    "soon": "segera berakhir, {}",
    "valid": "sampai {}",
}


@dataclass(frozen=True)
class Vitality:
    """One group on one day. ``signs`` are the latest of each kind, the latest of all first."""

    kim: Kim
    today: dt.date
    signs: tuple[Sign, ...]
    standing: Standing
    mix: Mapping[str, int] = field(default_factory=dict)
    term_until: dt.date | None = None
    decree: KimMilestone | None = None

    @property
    def last(self) -> Sign | None:
        return self.signs[0] if self.signs else None

    @property
    def last_day(self) -> dt.date | None:
        """The day of the last sign. Known by its month or year, it may be today at the latest."""
        return min(self.last.day, self.today) if self.last else None

    @property
    def quiet_days(self) -> int | None:
        """Days since the last sign; None when there never was one."""
        return (self.today - self.last_day).days if self.last else None

    @property
    def quiet_words(self) -> str:
        """The same in words: "7 tahun 3 bulan"; "" when there never was one."""
        return age_words(months_between(self.last_day, self.today)) if self.last else ""

    @property
    def is_quiet(self) -> bool:
        """True when the last sign lies more than a year back, or there never was one."""
        return self.last is None or self.last_day < months_before(self.today, QUIET_MONTHS)

    @property
    def is_proposed(self) -> bool:
        """True when a person should say whether this group still is alive."""
        return self.kim.state == Kim.State.ACTIVE and self.is_quiet

    @property
    def state_label(self) -> str:
        return state_label(self.kim.state)

    @property
    def activities(self) -> int:
        return sum(self.mix.values())

    @property
    def kinds(self) -> list[dict[str, object]]:
        """The six kinds of work as {label, count}, those without any too."""
        return [{"label": kind.label, "count": self.mix.get(kind, 0)} for kind in KimActivity.Kind]

    @property
    def term(self) -> str:
        """How the term of the board stands: a key of TERMS."""
        if self.term_until is None:
            return "unknown"
        if self.term_until < self.today:
            return "expired"
        return "soon" if (self.term_until - self.today).days <= SOON else "valid"

    @property
    def term_words(self) -> str:
        return TERMS[self.term].format(format_date(self.term_until))

    @property
    def decree_months(self) -> int | None:
        """Whole months since the latest decree; None without one."""
        return months_between(self.decree.happened_on, self.today) if self.decree else None

    @property
    def decree_age(self) -> str:
        """The age of the latest decree in words: "4 tahun 6 bulan"; "" without one."""
        return age_words(self.decree_months) if self.decree else ""


def vitalities(groups: models.QuerySet, today: dt.date | None = None) -> list[Vitality]:
    """Return how alive these groups are, in eight queries, however many there are."""
    today = today or timezone.localdate()
    kims = list(groups.with_state(today).for_card())
    keys = [kim.pk for kim in kims]
    milestones = _milestones(keys, today)
    signs = defaultdict(dict)
    for pairs in (stories(keys), activities(keys, today), awards(keys, today), proofs(milestones)):
        for key, sign in pairs:
            known = signs[key].get(sign.kind)
            if known is None or known.day < sign.day:
                signs[key][sign.kind] = sign
    mixes, terms = _mixes(keys, today), _terms(keys, milestones)
    return [
        Vitality(
            kim=kim,
            today=today,
            signs=tuple(sorted(signs[kim.pk].values(), key=lambda sign: sign.day, reverse=True)),
            standing=standing(milestones[kim.pk], today),
            mix=mixes[kim.pk],
            term_until=terms.get(kim.pk),
            decree=_decree(milestones[kim.pk]),
        )
        for kim in kims
    ]


def _milestones(keys: Collection[int], today: dt.date) -> dict[int, list[KimMilestone]]:
    found = defaultdict(list)
    for step in KimMilestone.objects.filter(begun(today), kim__in=keys).in_order():
        found[step.kim_id].append(step)
    return found


def _decree(steps: list[KimMilestone]) -> KimMilestone | None:
    decrees = [step for step in steps if step.kind == KimMilestone.Kind.DECREED]
    return decrees[-1] if decrees else None


def _mixes(keys: Collection[int], today: dt.date) -> dict[int, Counter]:
    """Return {key of group: {kind: activities of the last year}} in one query."""
    since = months_before(today, MIX_MONTHS)
    recent = KimActivity.objects.filter(begun(today), kim__in=keys, happened_on__gt=since)
    found = defaultdict(Counter)
    rows = recent.order_by().values("kim", "kind").annotate(count=Count("pk"))
    for key, kind, count in rows.values_list("kim", "kind", "count"):
        found[key][kind] = count
    return found


def _terms(
    keys: Collection[int], milestones: Mapping[int, list[KimMilestone]]
) -> dict[int, dt.date]:
    """Return the day until which each board serves: the latest that a document or a term says."""
    members = KimMember.objects.filter(kim__in=keys, term_until__isnull=False).order_by()
    ends = dict(members.values("kim").annotate(end=Max("term_until")).values_list("kim", "end"))
    for key, steps in milestones.items():
        for step in steps:
            if step.valid_until:
                ends[key] = max(ends.get(key, step.valid_until), step.valid_until)
    return ends
