"""What the newsroom puts on the first screen, and the filters of the list that it leads to."""

import datetime as dt

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse

from malangnews.core.desk.front import DeskList, changelist
from malangnews.core.desk.queues import SHOWN, moment
from malangnews.media.models import Photo
from malangnews.news.models import Article, Proposal, WorkingCopy

UNTOUCHED = Q(awards=None, kims=None)


class UnlinkedFilter(admin.SimpleListFilter):
    title = "kaitan"
    parameter_name = "kaitan"

    def lookups(self, request, model_admin):
        return [
            ("tanpa", "Tanpa penghargaan dan KIM"),
            ("potensi", "Rubrik mingguan tanpa potensi"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "tanpa":
            return queryset.filter(UNTOUCHED)
        if self.value() == "potensi":
            return queryset.filter(rubric__cadence="weekly", potentials=None)
        return queryset


class FillsFirstScreen:
    """Part of ArticleAdmin."""

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), UnlinkedFilter]

    def desk_lists(self, request) -> list[DeskList]:
        """The lists of this room that are about stories."""
        public = Article.objects.published()
        lists = [
            self._copies(request),
            self._stories(
                "Tanpa kaitan penghargaan atau KIM",
                "Semua berita terbit sudah berkait. Kaitan diisi pada formulir berita.",
                public.filter(UNTOUCHED),
                "?antrean=terbit&kaitan=tanpa",
            ),
            self._stories(
                "Rubrik mingguan tanpa potensi",
                "Semua berita mingguan sudah menunjuk potensi kelurahan.",
                public.filter(rubric__cadence="weekly", potentials=None),
                "?antrean=terbit&kaitan=potensi",
            ),
        ]
        if request.user.has_perm("media.view_photo"):
            lists.append(self._photos())
        if self.has_publish_permission(request):
            lists.insert(0, self._proposals())
        return lists

    def _stories(self, title, empty, stories, query) -> DeskList:
        address = changelist(Article, query)
        rows = [
            _row(story, "Disimpan", story.updated_at)
            for story in stories.only("title", "updated_at").order_by("updated_at")[:SHOWN]
        ]
        return _listed(title, empty, stories.count(), address, rows)

    def _copies(self, request) -> DeskList:
        copies = WorkingCopy.objects.unsaved().of_the_desk().filter(user=request.user)
        latest = copies.select_related("article").order_by("-kept_at")[:SHOWN]
        rows = [_row(copy.article, "Tersimpan otomatis", copy.kept_at) for copy in latest]
        empty = "Tidak ada. Ketikan yang belum disimpan tampil di sini."
        return _listed("Simpanan otomatis saya", empty, copies.count(), "", rows)

    def _photos(self) -> DeskList:
        bare = Photo.objects.incomplete()
        rows = [
            {
                "kind": "Foto",
                "title": str(photo) or "(tanpa keterangan)",
                "url": changelist(Photo, f"{photo.pk}/change/"),
                "moment": f"nomor {photo.pk}",
            }
            for photo in bare.order_by("-pk")[:SHOWN]
        ]
        empty = "Semua foto sudah punya teks alternatif dan kredit."
        address, title = changelist(Photo, "?lengkap=belum"), "Foto belum lengkap"
        return _listed(title, empty, bare.count(), address, rows, "foto")

    def _proposals(self) -> DeskList:
        waiting = Proposal.objects.filter(state=Proposal.State.WAITING)
        oldest = waiting.select_related("article").order_by("at")[:SHOWN]
        rows = [_row(proposal.article, "Diusulkan", proposal.at) for proposal in oldest]
        address = reverse("admin:news_article_proposals")
        empty = "Tidak ada. Usulan penulis atas berita terbit tampil di sini."
        return _listed("Usulan menunggu keputusan", empty, waiting.count(), address, rows, "usulan")


def _listed(
    title: str, empty: str, count: int, address: str, rows: list[dict], label: str = "naskah"
) -> DeskList:
    counts = [{"label": label, "count": count, "url": address}] if count else []
    return DeskList(title, empty, counts, rows)


def _row(story: Article | None, kind: str, when: dt.datetime) -> dict:
    """A line of a list; without a story it is a new one that was never saved."""
    rest = f"{story.pk}/change/" if story else "add/"
    title = story.title if story else "Naskah baru"
    return {
        "kind": kind,
        "title": title or "(tanpa judul)",
        "url": changelist(Article, rest),
        "moment": moment(when),
    }
