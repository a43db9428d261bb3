"""The photo library at the desk."""

from django.contrib import admin
from django.utils.html import format_html

from malangnews.core.desk import DeskAdmin
from malangnews.media.models import Photo


def picture(photo: Photo, css_class: str) -> str:
    """Return a photo as a small picture, for lists and forms of the desk."""
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        css_class,
        photo.small_url,
        photo.width,
        photo.height,
        photo.alt,
    )


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    list_display = ["thumbnail", "name", "credit", "taken_on", "size"]
    list_display_links = ["thumbnail", "name"]
    list_filter = ["is_decorative"]
    search_fields = ["caption", "alt", "credit"]
    date_hierarchy = "created_at"
    readonly_fields = ["preview"]
    fieldsets = [
        (None, {"fields": ["preview", "file"]}),
        ("Bagi pembaca", {"fields": ["alt", "is_decorative", "caption", "credit", "taken_on"]}),
        ("Bila dipotong", {"fields": [("focal_x", "focal_y")]}),
    ]
    # A photo of a released story or award is changed by those who may publish these.
    shown_by = ("lead_of", "certificates")

    def choice_label(self, obj):
        return f"{obj} · {obj.credit}"

    @admin.display(description="foto")
    def thumbnail(self, obj):
        return picture(obj, "desk-thumbnail")

    @admin.display(description="foto sekarang")
    def preview(self, obj):
        return picture(obj, "desk-preview") if obj.pk else "Belum ada berkas."

    @admin.display(description="keterangan")
    def name(self, obj):
        return str(obj)

    @admin.display(description="ukuran")
    def size(self, obj):
        return f"{obj.width} × {obj.height}"
