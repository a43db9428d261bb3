"""The latest activities beside the form of a KIM.

There is no table of them inside that form: a busy group has hundreds.
"""

from kim.models import KimActivity
from malangnews.core.desk.front import changelist

BESIDE = 5


class ShowsActivities:
    """Part of KimAdmin: the latest activities beside its form, and the way to all and a new one."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and request.user.has_perm("kim.view_kimactivity"):
            may_add = request.user.has_perm("kim.add_kimactivity")
            panel = {
                "template": "admin/kim/_activities_panel.html",
                "rows": list(obj.activities.newest_first()[:BESIDE]),
                "count": obj.activities.count(),
                "all": changelist(KimActivity, f"?kim__id__exact={obj.pk}"),
                "add": changelist(KimActivity, f"add/?kim={obj.pk}"),
                "may_add": may_add and self.has_change_permission(request, obj),
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)
