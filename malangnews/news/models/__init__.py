"""The tables of the room, one noun a file."""

from malangnews.news.models.article import Article
from malangnews.news.models.byline import Byline, StaffInitial
from malangnews.news.models.correction import Correction
from malangnews.news.models.old_address import OldAddress
from malangnews.news.models.preview_link import PreviewLink
from malangnews.news.models.proposal import Proposal
from malangnews.news.models.revision import Revision
from malangnews.news.models.rubric import Rubric
from malangnews.news.models.working_copy import WorkingCopy

__all__ = [
    "Article",
    "Byline",
    "Correction",
    "OldAddress",
    "PreviewLink",
    "Proposal",
    "Revision",
    "Rubric",
    "StaffInitial",
    "WorkingCopy",
]
