"""What a person says of a group's life, recorded as a milestone with its evidence."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from kim.models import Kim, KimMilestone

Kind = KimMilestone.Kind


class Outdated(Exception):
    """The milestones are not those that the decision was made upon."""


@dataclass(frozen=True)
class Choice:
    """A decision that may be taken: the milestone it makes, and words for who takes it."""

    kind: str
    label: str
    meaning: str


DORMANT = Choice(
    Kind.DORMANT,
    "Catat vakum",
    "KIM ini tidak lagi berkegiatan. Tetap dihitung terbentuk, dan dapat aktif kembali.",
)
ATTESTED = Choice(
    Kind.ATTESTED,
    "Masih aktif",
    "Ada bukti bahwa KIM ini masih berkegiatan pada tanggal itu. Usul vakum hilang selama setahun "
    "sejak tanggal itu.",
)
REACTIVATED = Choice(
    Kind.REACTIVATED, "Aktif kembali", "KIM yang vakum ini berkegiatan lagi sejak tanggal itu."
)
# Of a group that is still being formed, or dissolved, there is nothing to decide.
CHOICES = {
    Kim.State.ACTIVE: (DORMANT, ATTESTED),
    Kim.State.DORMANT: (REACTIVATED,),
}


def choices(state: str | None) -> tuple[Choice, ...]:
    """Return what may be decided of a group in this state."""
    return CHOICES.get(state, ())


def fingerprint(kim: Kim) -> str:
    """Return a mark of all milestones of a group; any change of them changes it."""
    rows = kim.milestones.order_by("pk").values_list("pk", "kind", "happened_on")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()[:20]


@transaction.atomic
def decide(milestone: KimMilestone, seen: str) -> KimMilestone:
    """Record a decision taken upon the milestones with the fingerprint ``seen``.

    ``milestone`` is checked and not yet stored. Raises Outdated, and records nothing, when
    somebody changed the milestones in the meantime.
    """
    kim = Kim.objects.select_for_update().get(pk=milestone.kim_id)
    if fingerprint(kim) != seen:
        raise Outdated
    milestone.save()
    # What the group's page shows has changed.
    kim.save(update_fields=["updated_at"])
    return milestone
