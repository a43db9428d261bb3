"""Numbers of stories in rubrics with a cadence, given when a story is published without one."""

from django.contrib import messages
from django.db import IntegrityError, transaction

from malangnews.news.models import Rubric
from malangnews.news.rhythm import next_episode


class NumbersEpisodes:
    """Part of ArticleAdmin."""

    def publish_one(self, request, obj) -> bool:
        number = self._number(obj)
        moved = super().publish_one(request, obj)
        if moved and number:
            words = f"“{obj}” menjadi episode ke-{number} {obj.rubric}."
            self.message_user(request, words, messages.INFO)
        return moved

    def _number(self, obj) -> int | None:
        """Give the story the next number of its rubric; None when it needs none."""
        in_series = obj.rubric is not None and obj.rubric.cadence != Rubric.Cadence.NONE
        if obj.is_released or obj.episode or not in_series:
            return None
        number = next_episode(obj.rubric)
        try:
            with transaction.atomic():
                self._only(obj).update(episode=number)
        except IntegrityError:
            # Somebody published another one in this very moment; the number can wait.
            return None
        obj.episode = number
        return number
