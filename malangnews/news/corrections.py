"""``/ralat/``: every public note on a story, newest first, as page and as feed."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from malangnews.core.feeds import PortalFeed
from malangnews.core.pagination import page_of
from malangnews.news.models import Correction

PAGE_SIZE = 30
FEED_SIZE = 30
# What stands in the address for each kind: "hak-jawab".
KINDS = {slugify(words): (value, words) for value, words in Correction.Kind.choices}


@require_safe
def correction_list(request):
    """All notes, or those of one kind: ``?jenis=hak-jawab``; any other word shows all."""
    chosen = request.GET.get("jenis", "")
    notes = Correction.objects.public()
    kind = KINDS.get(chosen)
    page = page_of(request, (notes.filter(kind=kind[0]) if kind else notes).for_list(), PAGE_SIZE)
    query = [f"jenis={chosen}"] if kind else []
    query += [f"page={page.number}"] if page.number > 1 else []
    context = {
        "page": page,
        "kind": kind[1] if kind else "",
        "chips": _chips(notes.kinds(), chosen if kind else ""),
        "canonical": f"{request.path}?{'&'.join(query)}" if query else request.path,
    }
    return render(request, "news/correction_list.html", context)


@require_safe
def correction_detail(request, pk):
    """Lead to where one note stands on ``/ralat/`` today, however many came after it."""
    notes = Correction.objects.public()
    note = notes.filter(pk=pk).first()
    if note is None:
        raise Http404
    number = notes.before_in_list(note).count() // PAGE_SIZE + 1
    query = f"?page={number}" if number > 1 else ""
    return HttpResponseRedirect(f"{reverse('news:correction_list')}{query}#{note.anchor}")


def _chips(present: set[str], chosen: str) -> list[dict]:
    """Return a chip for all notes, and one for each kind that there is."""
    address = reverse("news:correction_list")
    every = {"label": "Semua", "url": address, "selected": not chosen}
    return [every] + [
        {"label": words, "url": f"{address}?jenis={slug}", "selected": slug == chosen}
        for slug, (value, words) in KINDS.items()
        if value in present or slug == chosen
    ]


class CorrectionFeed(PortalFeed):
    """The youngest notes, each with all its words."""

    ttl = 15  # minutes
    title = "malangnews: Ralat dan catatan redaksi"
    description = "Ralat, klarifikasi, hak jawab, pembaruan, dan pencabutan berita malangnews."

    def link(self):
        return reverse("news:correction_list")

    def items(self):
        return Correction.objects.public().for_list()[:FEED_SIZE]

    def item_title(self, note):
        kind = note.get_kind_display()
        return f"{kind}: {note.article.title}" if note.article.is_public else kind

    def item_description(self, note):
        return escape(" ".join(filter(None, [note.text, note.reason])))

    def item_link(self, note):
        if note.article.is_public:
            return f"{note.article.get_absolute_url()}#{note.anchor}"
        return reverse("news:correction_detail", args=[note.pk])

    def item_guid(self, note):
        return f"tag:malangkota.go.id,2023:malangnews/ralat/{note.pk}"

    def item_pubdate(self, note):
        return note.noted_at

    def item_updateddate(self, note):
        return note.noted_at
