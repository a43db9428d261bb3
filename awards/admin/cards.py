"""Share cards at the desk: seen beside their words, and taken along as a ZIP."""

import io
import zipfile

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from awards.card_views import card_answer
from awards.cards.shapes import SHAPES
from awards.cards.sharing import award_page, year_card_address, year_page
from awards.cards.shelf import Sheet, award_sheet, clear, picture, year_sheet
from awards.cards.wording import CardTexts, award_texts, year_texts
from awards.models import Award
from malangnews.core.desk.fields import is_row_id
from malangnews.core.visitors import keep_private

#: A card is drawn in a moment, forty are not: one request must not keep others waiting.
MOST = 12


class SharesCards:
    """Part of AwardAdmin."""

    def get_urls(self):
        def view(function):
            return self.admin_site.admin_view(require_safe(function))

        name = "awards_award_cards"
        return [
            path("kartu/tahun/", view(self.years_view), name=f"{name}_years"),
            path("kartu/tahun/<year:year>/", view(self.year_view), name=f"{name}_year"),
            path("kartu/tahun/<year:year>/zip/", view(self.year_zip_view), name=f"{name}_year_zip"),
            path("<path:object_id>/kartu/", view(self.cards_view), name=name),
            path("<path:object_id>/kartu/zip/", view(self.zip_view), name=f"{name}_zip"),
            path(
                "<path:object_id>/kartu/<slug:shape>.png", view(self.card_view), name=f"{name}_png"
            ),
            *super().get_urls(),
        ]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if actions and self.has_view_permission(request):
            function, name, words = self.get_action("download_cards")
            actions[name] = (function, name, words)
        return actions

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            address = reverse("admin:awards_award_cards", args=[obj.pk])
            panel = {"template": "admin/awards/_cards_panel.html", "url": address}
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def moved(self, request, obj, words):
        super().moved(request, obj, words)
        if not Award.objects.published().filter(pk=obj.pk).exists():
            clear(obj)

    # One award

    def cards_view(self, request, object_id):
        """The three cards of an award with their texts."""
        award = self._seen(request, object_id)
        sheet = award_sheet(award)
        address = "admin:awards_award_cards"
        cards = [
            {"shape": shape, "url": reverse(f"{address}_png", args=[award.pk, shape.name])}
            for shape in SHAPES.values()
        ]
        context = {
            "title": "Kartu bagikan",
            "original": award,
            "is_public": award.is_public,
            "zip": reverse(f"{address}_zip", args=[award.pk]),
            "year": award.edition.year,
        }
        return self._cards_page(request, sheet, cards, self._texts(request, award, sheet), context)

    def card_view(self, request, object_id, shape):
        """One card, for those who may see the award here."""
        award = self._seen(request, object_id)
        if shape not in SHAPES:
            raise Http404
        return keep_private(card_answer(request, award_sheet(award), shape))

    def zip_view(self, request, object_id):
        """The three cards of an award and their texts."""
        award = self._seen(request, object_id)
        return _zip_answer([self._set(request, award)], f"kartu-{award.slug}")

    # Several awards

    @admin.action(description="Unduh kartu bagikan (ZIP)", permissions=["view"])
    def download_cards(self, request, queryset):
        rows = queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1]
        if len(rows) > MOST:
            words = f"Paling banyak {MOST} penghargaan sekali unduh. Kurangi pilihan Anda."
            self.message_user(request, words, messages.WARNING)
            return None
        awards = Award.objects.for_page().filter(pk__in=list(rows)).order_by("pk")
        seen = [award for award in awards if self.has_view_permission(request, award)]
        return _zip_answer([self._set(request, award) for award in seen], "kartu-penghargaan")

    # A year

    def years_view(self, request):
        """The years that have a card."""
        self._may_see(request)
        years = Award.objects.published().counted_by_year()
        context = {"title": "Kartu tahun", "original": None, "years": years}
        return self._page(request, "admin/awards/cards_years.html", context)

    def year_view(self, request, year):
        """The three cards of a year with their texts."""
        sheet = self._year(request, year)
        cards = [
            {"shape": shape, "url": year_card_address(year, shape)} for shape in SHAPES.values()
        ]
        context = {
            "title": f"Kartu tahun {year}",
            "original": None,
            "is_public": True,
            "zip": reverse("admin:awards_award_cards_year_zip", args=[year]),
        }
        texts = year_texts(sheet.subject, year_page(request, year))
        return self._cards_page(request, sheet, cards, texts, context)

    def year_zip_view(self, request, year):
        """The three cards of a year and their texts."""
        sheet = self._year(request, year)
        texts = year_texts(sheet.subject, year_page(request, year))
        return _zip_answer([(sheet, texts)], f"kartu-{sheet.name}")

    # Parts

    def _may_see(self, request, award=None):
        if not self.has_view_permission(request, award):
            raise PermissionDenied

    def _seen(self, request, object_id) -> Award:
        self._may_see(request)
        rows = Award.objects.for_page()
        award = rows.filter(pk=object_id).first() if is_row_id(object_id) else None
        if award is None:
            raise Http404
        self._may_see(request, award)
        return award

    def _year(self, request, year) -> Sheet:
        self._may_see(request)
        sheet = year_sheet(year)
        if sheet is None:
            raise Http404
        return sheet

    def _texts(self, request, award: Award, sheet: Sheet) -> CardTexts:
        return award_texts(sheet.subject, award_page(request, award))

    def _set(self, request, award: Award) -> tuple[Sheet, CardTexts]:
        sheet = award_sheet(award)
        return sheet, self._texts(request, award, sheet)

    def _cards_page(self, request, sheet, cards, texts, context):
        shown = {"cards": cards, "texts": texts, "name": sheet.name}
        return self._page(request, "admin/awards/cards.html", context | shown)

    def _page(self, request, template, context):
        base = self.admin_site.each_context(request)
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, {**base, "opts": self.opts, **context})


def _zip_answer(sets: list[tuple[Sheet, CardTexts]], name: str) -> HttpResponse:
    """Answer with a ZIP of the cards of each sheet in every shape, and a text file for each."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for sheet, texts in sets:
            for shape in SHAPES.values():
                archive.writestr(f"kartu-{sheet.name}-{shape.name}.png", picture(sheet, shape))
            words = f"Takarir:\n\n{texts.caption}\n\nTeks alternatif:\n\n{texts.alt}\n"
            archive.writestr(f"kartu-{sheet.name}.txt", words)
    response = HttpResponse(buffer.getvalue(), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return keep_private(response)
