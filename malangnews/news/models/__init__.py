"""The tables of the room, one noun a file."""

from malangnews.news.models.article import Article, Correction
from malangnews.news.models.byline import Byline, StaffInitial
from malangnews.news.models.rubric import Rubric

__all__ = ["Article", "Byline", "Correction", "Rubric", "StaffInitial"]
