"""Two people saved one story: the second compares and chooses, with every word kept."""

from django.contrib.admin.utils import unquote
from django.template.response import TemplateResponse
from django.urls import reverse

from malangnews.core.desk.rehearsal import form_data, posted
from malangnews.news.admin.versions import VERSION, has_seen, last_save
from malangnews.news.models import Article
from malangnews.news.revisions.diff import compare
from malangnews.news.revisions.snapshot import take

#: The button that brings one's own text back to the form.
AGAIN = "_edit_again"
# What was pressed, and what the button that repeats it says.
PRESSED = {
    "_publish": "Simpan dan terbitkan naskah saya",
    "_submit": "Simpan naskah saya dan kirim untuk ditinjau",
    "_propose": "Usulkan naskah saya",
    "_continue": "Simpan naskah saya",
    "_addanother": "Simpan naskah saya",
    "_save": "Simpan naskah saya",
}
CONFLICT = 409


def is_for_show(request) -> bool:
    """True for the inner request of a rehearsal or of a form that is only shown."""
    return hasattr(request, "desk_look") or hasattr(request, "desk_on_show")


class MeetsConflicts:
    """Part of ArticleAdmin: a save must have seen the version that is stored."""

    def _changeform_view(self, request, object_id, form_url, extra_context):
        if request.method == "POST" and object_id is not None and not is_for_show(request):
            article = self._unseen(request, object_id)
            if article is not None:
                return self._meet(request, object_id, article)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _unseen(self, request, object_id) -> Article | None:
        """Return the stored story, locked, when the form was not opened with its version."""
        found = self.get_object(request, unquote(object_id))
        if found is None or not self.has_change_permission(request, found):
            return None
        article = Article.objects.select_for_update().get(pk=found.pk)
        seen = has_seen(request.POST, article)
        return None if seen and AGAIN not in request.POST else article

    def _meet(self, request, object_id, article):
        """Return the comparison and the choice, or the form with one's own text."""
        mine = form_data(request.POST)
        last = last_save(article)
        self.keep_data(request, article, mine)
        retry = posted({**mine, VERSION: [str(article.version)]})
        look = None
        if AGAIN not in request.POST:
            look, _ = self.rehearse(request, object_id, retry, take)
        if look is None:
            notice = {"template": "admin/news/_keeping_conflict.html", **last}
            shown = self.show_form(request, object_id, retry, {"desk_notices": [notice]})
            shown.status_code = 200 if AGAIN in request.POST else CONFLICT
            return shown
        pressed = next((name for name in PRESSED if name in request.POST), "_save")
        context = {
            **self.admin_site.each_context(request),
            "title": "Berita ini disimpan orang lain sementara Anda menulis",
            "opts": self.opts,
            "original": article,
            "last": last,
            "rows": compare(take(article), look),
            "fields": [(name, value) for name, values in retry.lists() for value in values],
            "pressed": pressed,
            "again": AGAIN,
            "save_words": PRESSED[pressed],
            "address": reverse("admin:news_article_change", args=[article.pk]),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/news/conflict.html", context, status=CONFLICT)
