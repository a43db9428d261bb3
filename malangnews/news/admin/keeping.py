"""Nobody loses a word: open forms are kept, and nobody saves over another unseen."""


class KeepsWork:
    """Part of ArticleAdmin."""
