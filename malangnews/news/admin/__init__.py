"""The news room at the desk, one noun a file, in the order of the work."""

from malangnews.news.admin.articles import ArticleAdmin
from malangnews.news.admin.initials import StaffInitialAdmin
from malangnews.news.admin.rubrics import RubricAdmin
from malangnews.news.admin.tags import TagAdmin

__all__ = ["ArticleAdmin", "RubricAdmin", "StaffInitialAdmin", "TagAdmin"]
