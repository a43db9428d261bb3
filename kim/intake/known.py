"""What the registry has already, loaded once for a whole file."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model

from kim.intake.columns import Table
from kim.intake.spelling import Names, bare, folded
from kim.likeness import plain
from kim.models import Kelurahan, Kim, KimMember, KimMilestone, Potential


def anybody(row: Model) -> bool:
    """Everything may be changed: for the command line."""
    return True


@dataclass
class Known:
    """Rows by the names and keys under which a file speaks of them."""

    today: dt.date
    may_change: Callable[[Model], bool] = anybody
    places: dict[str, Kelurahan] = field(default_factory=dict)
    groups: dict[str, Kim] = field(default_factory=dict)
    #: Of other spellings; several groups may share one.
    spellings: dict[str, list[Kim]] = field(default_factory=lambda: defaultdict(list))
    #: By letters only: "KIM Tunjung-Sekar" and "Tunjungsekar" are alike.
    alike: dict[str, list[Kim]] = field(default_factory=lambda: defaultdict(list))
    milestones: dict[tuple, KimMilestone] = field(default_factory=dict)
    steps: dict[tuple, list[KimMilestone]] = field(default_factory=lambda: defaultdict(list))
    potentials: dict[tuple, Potential] = field(default_factory=dict)
    #: What is looked through for the nearest: every place, every group, and what a place has.
    place_names: Names = field(default_factory=Names)
    group_names: Names = field(default_factory=Names)
    names_at: dict[int, Names] = field(default_factory=lambda: defaultdict(Names))
    members: dict[tuple, list[KimMember]] = field(default_factory=lambda: defaultdict(list))

    def group(self, name: str) -> Kim | None:
        """Return the group of that name or other spelling, if there is just one."""
        asked = folded(name)
        if asked in self.groups:
            return self.groups[asked]
        found = self.spellings.get(asked, [])
        return found[0] if len(found) == 1 else None


def load(table: Table, today: dt.date, may_change: Callable[[Model], bool] = anybody) -> Known:
    """Return what rows of ``table`` are compared with; at most six queries.

    ``may_change`` tells of a stored KIM or potential whether it may be changed.
    """
    known = Known(today, may_change)
    for place in Kelurahan.objects.select_related("kecamatan"):
        known.place_names.add(place.name)
        for name in (place.name, *place.alias_list):
            known.places.setdefault(bare(name), place)
    if table.key == "potensi":
        for row in Potential.objects.select_related("kelurahan").order_by("pk"):
            known.potentials.setdefault((row.kelurahan_id, folded(row.name)), row)
            known.names_at[row.kelurahan_id].add(row.name)
        return known
    for kim in Kim.objects.select_related("kelurahan").prefetch_related("serves").order_by("pk"):
        known.groups.setdefault(folded(kim.name), kim)
        known.group_names.add(kim.name)
        known.names_at[kim.kelurahan_id].add(kim.name)
        known.alike[plain(kim.name)].append(kim)
        for name in kim.alias_list:
            known.spellings[folded(name)].append(kim)
    if table.key == "pengurus":
        for row in KimMember.objects.select_related("kim").order_by("-pk"):
            known.members[(row.kim_id, folded(row.name), folded(row.role))].append(row)
        return known
    for row in KimMilestone.objects.select_related("kim").order_by("pk"):
        known.milestones[(row.kim_id, row.kind, row.happened_on)] = row
        known.steps[(row.kim_id, row.kind)].append(row)
    return known
