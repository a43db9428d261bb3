"""Every save is kept, compared and restored."""


class KeepsHistory:
    """Part of ArticleAdmin."""
