"""Nobody loses a word: open forms are kept, and nobody saves over another unseen.

What is kept and offered stands in copies, what is asked by the open form in heartbeats, what
happens when two people save in conflicts, and what lists send in versions.
"""

from malangnews.news.admin.conflicts import MeetsConflicts
from malangnews.news.admin.copies import KeepsCopies
from malangnews.news.admin.heartbeats import AnswersForms
from malangnews.news.admin.versions import RefusesStale, is_stale

__all__ = ["KeepsWork", "is_stale"]


class KeepsWork(MeetsConflicts, AnswersForms, KeepsCopies, RefusesStale):
    """Part of ArticleAdmin."""
