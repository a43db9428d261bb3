"""What a new story's form begins with: the writer's own initials, the rubric she wrote for last."""

from malangnews.news.models import Article, Byline, StaffInitial


def own_initial(user) -> StaffInitial | None:
    """Return the active initials of an account, None where there are none or more than one."""
    found = list(StaffInitial.objects.filter(user=user, is_active=True)[:2])
    return found[0] if len(found) == 1 else None


class BeginsFilled:
    """Part of ArticleAdmin. What is filled in is seen and can be changed before it is saved.

    The day of the event is not guessed: a wrong day looks just like a right one.
    """

    def get_changeform_initial_data(self, request):
        mine = Article.objects.filter(created_by=request.user, rubric__isnull=False)
        rubric = mine.order_by("-pk").values_list("rubric", flat=True).first()
        known = {"rubric": rubric} if rubric else {}
        return {**known, **super().get_changeform_initial_data(request)}

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """The row for one's own initials: given only where the form is new and not yet sent."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if inline.model is Byline and request.method == "GET" and obj.pk is None:
            if own := own_initial(request.user):
                kwargs["initial"] = [{"role": Byline.Role.WRITER, "initial": own.pk}]
        return kwargs
