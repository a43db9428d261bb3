"""The six pages that every office needs, made as drafts from prepared texts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse

from malangnews.pages.models import Page
from malangnews.pages.starters import missing_starters

NAME = "pages_page_starters"


class BeginsFromStarters:
    """Part of PageAdmin: a button on the list while a prepared page is missing."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.starters_view)
        return [path("awal/", view, name=NAME), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        extra = extra_context or {}
        tools = list(extra.get("desk_tools", []))
        if self.has_add_permission(request) and missing_starters():
            tools.append({"url": reverse(f"admin:{NAME}"), "label": "Buat halaman awal"})
        return super().changelist_view(request, {**extra, "desk_tools": tools})

    def starters_view(self, request):
        """Say which pages will be made; make them as drafts when that is confirmed."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._make(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        context = {"title": "Buat halaman awal", "starters": missing_starters()}
        return self.desk_page(request, "admin/pages/starters.html", context)

    def _make(self, request):
        with transaction.atomic():
            made = []
            for starter in missing_starters():
                page = Page(**starter._asdict(), body=starter.body, created_by=request.user)
                page.save()
                self.log_addition(request, page, "Dibuat dari halaman awal.")
                made.append(page)
        if made:
            names = "; ".join(f"“{page}”" for page in made)
            words = f"Draf dibuat: {names}. Lengkapi setiap “[isi …]” sebelum menerbitkannya."
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = "Semua halaman awal sudah ada, tidak ada yang dibuat."
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:pages_page_changelist"))
