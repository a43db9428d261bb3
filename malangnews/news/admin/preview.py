"""A story as its readers will see it, before they do."""


class ShowsPreview:
    """Part of ArticleAdmin."""
