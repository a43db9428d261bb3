"""The awards room at the desk, one noun a file, in the order of the work."""

from awards.admin.awards import AwardAdmin
from awards.admin.calls import CallAdmin, EntryAdmin
from awards.admin.editions import EditionAdmin, ProgrammeAdmin
from awards.admin.handovers import HandoverAdmin, StatedAwardFigureAdmin
from awards.admin.merges import MergeAdmin
from awards.admin.organizations import OrganizationAdmin, PersonAdmin, WorkAdmin

__all__ = [
    "AwardAdmin",
    "CallAdmin",
    "EditionAdmin",
    "EntryAdmin",
    "HandoverAdmin",
    "MergeAdmin",
    "OrganizationAdmin",
    "PersonAdmin",
    "ProgrammeAdmin",
    "StatedAwardFigureAdmin",
    "WorkAdmin",
]
