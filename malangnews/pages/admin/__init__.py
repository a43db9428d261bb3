"""Pages, menus, front page and alerts at the desk, one noun a file, in the order of the work."""

from malangnews.pages.admin.pages import PageAdmin

# isort: split
from malangnews.pages.admin.menus import MenuItemAdmin

# isort: split
from malangnews.pages.admin.blocks import HomeBlockAdmin
from malangnews.pages.admin.stories import HomeStoryAdmin

# isort: split
from malangnews.pages.admin.alerts import AlertAdmin

__all__ = ["AlertAdmin", "HomeBlockAdmin", "HomeStoryAdmin", "MenuItemAdmin", "PageAdmin"]
