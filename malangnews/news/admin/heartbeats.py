"""What an open form asks: to be kept, who else is here, whether its session lives."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.rehearsal import form_data
from malangnews.news.admin.copies import KEY, OPENED, as_key, as_number, clock, others_at
from malangnews.news.admin.versions import VERSION, last_save, name_of
from malangnews.news.models import Article, WorkingCopy

LIMIT = 1_000_000
#: Sent when nothing changed: only that the form is still open.
BEAT = "desk_beat"
# So many keys of a browser's own copies are looked up at once.
ASKED = 50


def answer(status: int = 200, **words) -> JsonResponse:
    """Return JSON that nobody keeps."""
    return JsonResponse(words, status=status, headers={"Cache-Control": "no-store"})


class AnswersForms:
    """Part of ArticleAdmin: two addresses that the form's script asks."""

    def get_urls(self):
        return [
            path("simpanan/", csrf_exempt(self.keep_view), name="news_article_keep"),
            path("sesi/", self.session_view, name="news_article_session"),
            *super().get_urls(),
        ]

    def keep_view(self, request):
        """Keep the posted form; answer who else is here and what is stored by now."""
        if request.method != "POST":
            return answer(405, words="Kirim isi formulir dengan POST.")
        if as_number(request.META.get("CONTENT_LENGTH")) > LIMIT:
            return answer(413, words="Naskah terlalu panjang untuk simpanan otomatis.")
        if not self.admin_site.has_permission(request):
            return answer(401, words="Sesi berakhir. Masuk lagi.")
        return csrf_protect(self._keep)(request)

    def session_view(self, request):
        """Tell who is logged in, a fresh token, and which of the browser's copies are closed."""
        if request.method != "GET":
            return answer(405, words="Alamat ini hanya dibaca.")
        if not self.admin_site.has_permission(request):
            return answer(401, words="Sesi berakhir. Masuk lagi.")
        asked = [as_key(text) for text in request.GET.get("salinan", "").split(",")[:ASKED]]
        rows = WorkingCopy.objects.filter(user=request.user, key__in=[key for key in asked if key])
        return answer(
            user=str(request.user.pk),
            name=name_of(request.user),
            csrf=get_token(request),
            closed=[str(copy.key) for copy in rows if copy.is_closed],
        )

    def _keep(self, request):
        key, wanted = as_key(request.POST.get(KEY)), request.GET.get("berita", "")
        article = Article.objects.filter(pk=wanted).first() if is_row_id(wanted) else None
        if key is None or (wanted and article is None):
            return answer(404, words="Formulir atau beritanya tidak ditemukan.")
        if not self._may_keep(request, article):
            return answer(403, words="Anda tidak berhak menyunting berita ini.")
        copy = WorkingCopy.objects.filter(key=key).first()
        if copy is not None and copy.is_closed and copy.user_id == request.user.pk:
            # Saved or thrown away meanwhile: the form goes on under a key of its own.
            return answer(closed=True)
        if BEAT in request.POST:
            copy = self._touch(request, key, article)
        else:
            copy = self.keep_data(request, article, form_data(request.POST))
        if copy is None:
            return answer(404, words="Simpanan itu bukan milik Anda.")
        return answer(**self._news(request, article, copy))

    def _may_keep(self, request, article) -> bool:
        if article is None:
            return self.has_add_permission(request)
        may_change = request.user.has_perm("news.change_article")
        return may_change and self.has_view_permission(request, article)

    @staticmethod
    def _touch(request, key, article) -> WorkingCopy | None:
        """Note that the form is open, without words."""
        now = timezone.now()
        data = {OPENED: [request.POST.get(OPENED, "")]}
        copy, _ = WorkingCopy.objects.get_or_create(
            key=key,
            defaults={"user": request.user, "article": article, "data": data, "seen_at": now},
        )
        if copy.user_id != request.user.pk or copy.article_id != (article and article.pk):
            return None
        WorkingCopy.objects.filter(pk=copy.pk).exclude(data={}).update(seen_at=now)
        return copy

    @staticmethod
    def _news(request, article, copy) -> dict:
        kept = WorkingCopy.objects.filter(pk=copy.pk).values_list("kept_at", flat=True).first()
        news = {"kept_at": clock(kept) if kept else "", "others": [], "version": 0}
        if article is not None:
            news |= {"others": others_at(article, request.user), "version": article.version}
            if as_number(request.POST.get(VERSION)) < article.version:
                news |= {
                    "saved_by": last_save(article)["by"],
                    "saved_at": clock(article.updated_at),
                }
        return news
