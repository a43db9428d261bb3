"""How many KIM officials said there were. Shown beside the computed number, never used for it."""

from malangnews.core.models import StatedFigure


class StatedKimFigure(StatedFigure):
    """A stated number of KIM."""

    class Meta(StatedFigure.Meta):
        verbose_name = "jumlah KIM menurut pejabat"
        verbose_name_plural = "jumlah KIM menurut pejabat"

    def __str__(self):
        return f"{self.value_text} KIM, {self.stated_by}"
