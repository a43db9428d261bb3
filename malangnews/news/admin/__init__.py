"""The news room at the desk, one noun a file, in the order of the work."""

from malangnews.news.admin.articles import ArticleAdmin
from malangnews.news.admin.rubrics import RubricAdmin, StaffInitialAdmin, TagAdmin

__all__ = ["ArticleAdmin", "RubricAdmin", "StaffInitialAdmin", "TagAdmin"]
