"""The desk's reader beside the form."""

from malangnews.news.checks.manuscript import from_article
from malangnews.news.checks.reading import read


class ReadsAlong:
    """Part of ArticleAdmin: what the desk's reader finds in the text as it stands."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            panel = {"template": "admin/news/_reader.html", "findings": read(from_article(obj))}
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)
