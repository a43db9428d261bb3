"""The KIM room at the desk, one noun a file, in the order of the work."""

# The lists of the desk stand in the order of these imports: KIM come first.
from kim.admin.groups import KimAdmin

# isort: split
from kim.admin.activities import KimActivityAdmin
from kim.admin.consents import KimMemberAdmin, PotentialContactAdmin
from kim.admin.contributors import ContributorAdmin
from kim.admin.invitations import InvitationAdmin
from kim.admin.places import KecamatanAdmin, KelurahanAdmin
from kim.admin.potentials import PotentialAdmin, StatedKimFigureAdmin

__all__ = [
    "ContributorAdmin",
    "InvitationAdmin",
    "KecamatanAdmin",
    "KelurahanAdmin",
    "KimActivityAdmin",
    "KimAdmin",
    "KimMemberAdmin",
    "PotentialAdmin",
    "PotentialContactAdmin",
    "StatedKimFigureAdmin",
]
