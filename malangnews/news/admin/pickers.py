"""What the editor of a story offers to point at: photos of the library, rows of the registry."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from awards.counting import LONGEST, Question, count, understand
from awards.models import Award
from kim.models import Kim
from malangnews.core.desk.fields import is_row_id
from malangnews.core.templatetags.portal import angka
from malangnews.media.models import Photo

PHOTOS_PER_PAGE, RECORDS_EACH = 12, 10
RECORDS = (("kim", Kim, "KIM"), ("award", Award, "Penghargaan"))
UNPUBLISHED = "belum terbit"


def private(**data) -> JsonResponse:
    """Return JSON that nobody keeps."""
    return JsonResponse(data, headers={"Cache-Control": "no-store"})


def photo_card(photo: Photo) -> dict:
    """Return what the editor tells of a photo: its picture, its words, its name in lists."""
    return {
        "id": photo.pk,
        "src": photo.small_url,
        "alt": photo.alt,
        "caption": photo.caption,
        "words": str(photo),
        "credit": photo.credit,
        "lacks": photo.missing_for_publication(),
    }


def record_name(kind: str, row, desk) -> str:
    """Return what a KIM is called, or the words that tell an award apart at the desk."""
    return row.name if kind == "kim" else desk.choice_label(row)


def count_told(question: Question) -> dict:
    """Return what the editor shows of a number that is counted when the text is read."""
    number = angka(count([question])[question])
    return {"words": number, "public": True, "note": f"{question.words}, dihitung saat dibaca"}


class OffersPickers:
    """Part of ArticleAdmin: three addresses that the editor asks."""

    def get_urls(self):
        guarded = self.admin_site.admin_view
        return [
            path("foto/", guarded(require_safe(self.photos_view)), name="news_article_photos"),
            path(
                "foto/<str:key>/", guarded(require_safe(self.photo_view)), name="news_article_photo"
            ),
            path("kaitan/", guarded(require_safe(self.records_view)), name="news_article_records"),
            *super().get_urls(),
        ]

    def photos_view(self, request):
        """Photos for ``q``, newest first, a page at a time."""
        found = self._found(request, Photo)
        if found is None:
            raise PermissionDenied
        rows = found.order_by("-created_at", "-pk")
        page = Paginator(rows, PHOTOS_PER_PAGE).get_page(request.GET.get("hal"))
        results = [photo_card(photo) for photo in page]
        return private(results=results, next=page.next_page_number() if page.has_next() else None)

    def photo_view(self, request, key):
        """Lead to the small picture of one photo."""
        found = self._found(request, Photo, "")
        if found is None:
            raise PermissionDenied
        photo = found.filter(pk=key).first() if is_row_id(key) else None
        if photo is None:
            raise Http404("Foto itu tidak ada di pustaka.")
        response = HttpResponseRedirect(photo.small_url)
        response.headers["Cache-Control"] = "no-store"
        return response

    def records_view(self, request):
        """KIM and awards for ``q``, of those kinds that the asker may see."""
        results, allowed = [], False
        question = understand(request.GET.get("q", "")[:LONGEST])
        for kind, model, words in RECORDS:
            found = self._found(request, model)
            if found is None:
                continue
            allowed = True
            desk = self.admin_site._registry[model]
            for row in desk.with_names(found)[:RECORDS_EACH]:
                label = record_name(kind, row, desk)
                note = words if row.is_public else f"{words} ({UNPUBLISHED})"
                results.append({"record": f"{kind}:{row.pk}", "words": label, "note": note})
        if not allowed:
            raise PermissionDenied
        if question is not None:
            results.insert(0, {"record": f"count:{question.spec}", **count_told(question)})
        return private(results=results)

    def _found(self, request, model, term: str | None = None):
        """Return the rows of ``model`` for the words asked for, None without the right to see."""
        desk = self.admin_site._registry[model]
        if not (self.has_view_permission(request) and desk.has_view_permission(request)):
            return None
        words = request.GET.get("q", "") if term is None else term
        rows, doubled = desk.get_search_results(
            request, model._default_manager.all(), words.replace("\x00", " ")
        )
        return rows.distinct() if doubled else rows
