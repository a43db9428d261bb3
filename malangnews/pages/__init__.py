"""What staff arrange without code: pages of text, the menus, the front page, and alerts."""
