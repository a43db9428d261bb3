"""The KIM room at the desk, one noun a file, in the order of the work."""

from kim.admin.groups import KimAdmin
from kim.admin.places import KecamatanAdmin, KelurahanAdmin
from kim.admin.potentials import PotentialAdmin, StatedKimFigureAdmin

__all__ = [
    "KecamatanAdmin",
    "KelurahanAdmin",
    "KimAdmin",
    "PotentialAdmin",
    "StatedKimFigureAdmin",
]
