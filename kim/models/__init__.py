"""The tables of the room, one noun a file."""

from kim.models.activities import KimActivity
from kim.models.boundaries import Boundary
from kim.models.contributors import Contributor, Invitation
from kim.models.figures import StatedKimFigure
from kim.models.groups import Kim, KimAccount, KimMilestone
from kim.models.members import KimMember
from kim.models.places import Kecamatan, Kelurahan
from kim.models.potentials import Potential, PotentialContact

__all__ = [
    "Boundary",
    "Contributor",
    "Invitation",
    "Kecamatan",
    "Kelurahan",
    "Kim",
    "KimAccount",
    "KimActivity",
    "KimMember",
    "KimMilestone",
    "Potential",
    "PotentialContact",
    "StatedKimFigure",
]
