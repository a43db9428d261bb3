"""The tables of the room, one noun a file."""

from awards.models.award import Award
from awards.models.entry import Call, Entry
from awards.models.figures import StatedAwardFigure
from awards.models.handover import Handover
from awards.models.merge import Distinct, FormerAddress, Kind, Merge
from awards.models.organization import Organization, OrganizationName, Person
from awards.models.programme import Edition, Programme
from awards.models.recipient import Recipient, Source
from awards.models.work import Work

__all__ = [
    "Award",
    "Call",
    "Distinct",
    "Edition",
    "Entry",
    "FormerAddress",
    "Handover",
    "Kind",
    "Merge",
    "Organization",
    "OrganizationName",
    "Person",
    "Programme",
    "Recipient",
    "Source",
    "StatedAwardFigure",
    "Work",
]
