"""The awards room at the desk, one noun a file, in the order of the work."""

from awards.admin.awards import AwardAdmin
from awards.admin.editions import EditionAdmin, ProgrammeAdmin
from awards.admin.handovers import HandoverAdmin, StatedAwardFigureAdmin
from awards.admin.merges import MergeAdmin
from awards.admin.organizations import OrganizationAdmin, PersonAdmin, WorkAdmin

__all__ = [
    "AwardAdmin",
    "EditionAdmin",
    "HandoverAdmin",
    "MergeAdmin",
    "OrganizationAdmin",
    "PersonAdmin",
    "ProgrammeAdmin",
    "StatedAwardFigureAdmin",
    "WorkAdmin",
]
