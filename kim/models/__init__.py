"""The tables of the room, one noun a file."""

from kim.models.figures import StatedKimFigure
from kim.models.groups import Kim, KimAccount, KimMember, KimMilestone
from kim.models.places import Kecamatan, Kelurahan
from kim.models.potentials import Potential

__all__ = [
    "Kecamatan",
    "Kelurahan",
    "Kim",
    "KimAccount",
    "KimMember",
    "KimMilestone",
    "Potential",
    "StatedKimFigure",
]
