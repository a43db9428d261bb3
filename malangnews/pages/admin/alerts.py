"""Notices above every page."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone

from malangnews.core.desk import DeskAdmin
from malangnews.pages.admin.addresses import LeadsSomewhere
from malangnews.pages.admin.lists import SaysWhenEmpty, badge_of
from malangnews.pages.admin.times import BADGES, StandingFilter, standing
from malangnews.pages.chrome import notice_of
from malangnews.pages.models import Alert


class AlertForm(LeadsSomewhere):
    """Refuses an end that is past already, unless it was so before."""

    def clean_ends_at(self):
        ends_at = self.cleaned_data["ends_at"]
        if "ends_at" in self.changed_data and ends_at <= timezone.now():
            raise ValidationError(
                "Waktu ini sudah lewat. Untuk mengakhiri, pakai “Akhiri sekarang”."
            )
        return ends_at


@admin.register(Alert)
class AlertAdmin(SaysWhenEmpty, DeskAdmin):
    form = AlertForm
    empty_words = (
        "Belum ada pemberitahuan. Yang ditambahkan di sini tampil di atas semua halaman, dari "
        "“mulai” sampai “sampai”, lalu hilang sendiri."
    )
    ordering = ["-begins_at", "-pk"]
    list_display = ["text", "stands", "level", "begins_at", "ends_at"]
    list_filter = [StandingFilter, "level"]
    search_fields = ["text", "address"]
    readonly_fields = ["look"]
    actions = ["end_rows"]
    fields = ["text", ("level", "address"), ("begins_at", "ends_at"), "look"]

    class Media:
        css = {"all": ["css/pages-alert.css"]}

    @admin.display(description="keadaan")
    def stands(self, obj):
        return badge_of(*BADGES[standing(obj)])

    @admin.display(description="tampilannya")
    def look(self, obj):
        if not obj.text:
            return "Simpan dulu untuk melihat tampilannya."
        return render_to_string("pages/_alert.html", {"alert": notice_of(obj)})

    @admin.action(description="Akhiri sekarang", permissions=["change"])
    def end_rows(self, request, queryset):
        """End what holds now; what is to come is deleted or changed by its own form."""
        now = timezone.now()
        rows = [row for row in queryset if standing(row, now) == "berlaku" and row.begins_at < now]
        for row in rows:
            row.ends_at = now
            row.save()
            self.log_change(request, row, "Diakhiri.")
        if rows:
            self.message_user(request, f"Diakhiri: {len(rows)} pemberitahuan.", messages.SUCCESS)
        else:
            words = "Tidak ada yang diakhiri: pilihan Anda tidak sedang berlaku."
            self.message_user(request, words, messages.WARNING)
