"""The evidence file at the desk: one page to print, and the same as a ZIP."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import slugify

from awards.models import Programme
from malangnews.core.visitors import keep_private
from malangnews.news.dossier import archive, gather
from malangnews.news.models import Rubric

LONGEST = 200


class CollectsEvidence:
    """Part of ArticleAdmin; builds on the pages of KeepsHistory."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("bukti/", view(self.evidence_view), name="news_article_evidence"),
            path("bukti/berkas.zip", view(self.evidence_file), name="news_article_evidence_file"),
            *super().get_urls(),
        ]

    def evidence_view(self, request):
        """``?ajang=&kategori=&rubrik=``: what the portal holds for an entry there."""
        dossier, chosen = self._gathered(request)
        context = {
            "title": f"Berkas bukti: {dossier.name}",
            "dossier": dossier,
            "chosen": chosen,
            "rubrics": Rubric.objects.order_by("name"),
            "categories": self._categories(dossier.programme),
            "today": timezone.localdate(),
            "home": request.build_absolute_uri("/").rstrip("/"),
            "file": f"{reverse('admin:news_article_evidence_file')}?{request.GET.urlencode()}",
        }
        return self._page(request, "admin/news/dossier.html", None, context)

    def evidence_file(self, request):
        """The same as a ZIP, with the stories as text and the certificates."""
        dossier, _ = self._gathered(request)
        home = request.build_absolute_uri("/").rstrip("/")
        file = archive(dossier, home, timezone.localdate())
        name = f"bukti-{slugify(dossier.name)[:80]}.zip"
        return keep_private(FileResponse(file, as_attachment=True, filename=name))

    @staticmethod
    def _gathered(request):
        if not request.user.has_perms(("awards.view_call", "awards.view_award")):
            raise PermissionDenied
        chosen = {
            name: request.GET.get(name, "")[:LONGEST] for name in ("ajang", "kategori", "rubrik")
        }
        programme = Programme.objects.filter(slug=chosen["ajang"]).first()
        rubric = Rubric.objects.filter(slug=chosen["rubrik"]).first()
        if programme is None or (chosen["rubrik"] and rubric is None):
            raise Http404
        return gather(programme, chosen["kategori"], rubric), chosen

    @staticmethod
    def _categories(programme) -> list[str]:
        awards = programme.editions.exclude(awards__category="").order_by()
        return sorted(set(awards.values_list("awards__category", flat=True)) - {None})
