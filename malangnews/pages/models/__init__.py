"""Models of the room."""

from malangnews.pages.models.alert import Alert
from malangnews.pages.models.front import HomeBlock, HomeStory
from malangnews.pages.models.menu import MenuItem
from malangnews.pages.models.page import Page

__all__ = ["Alert", "HomeBlock", "HomeStory", "MenuItem", "Page"]
