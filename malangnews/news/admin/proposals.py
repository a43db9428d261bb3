"""Changes to a released story, proposed by those who may not publish."""


class TakesProposals:
    """Part of ArticleAdmin."""
