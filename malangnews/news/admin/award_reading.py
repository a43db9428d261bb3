"""The way from a story to the awards that it states."""

from django.urls import reverse


class ReadsAwards:
    """Part of ArticleAdmin: a stored story offers to be read for awards (awards.admin.readings)."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and request.user.has_perm("awards.add_award"):
            panel = {
                "template": "admin/news/_awards_panel.html",
                "url": f"{reverse('admin:awards_award_read')}?berita={obj.pk}",
                "count": obj.awards.count(),
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)
