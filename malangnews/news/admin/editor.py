"""The field that a story's text is written in."""

import html
import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html

from malangnews.core.videos import video_address
from malangnews.news.embeds import fill

ENGINE = "django_prose_editor/editor.js"
VIDEO = re.compile(
    r"""<figure\b[^>]*?\sdata-video=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE
)


class StoryInput(forms.Textarea):
    """A text area that js/editor-story.js makes rich; without a script it is edited itself."""

    class Media:
        js = [
            Script("js/editor-story.js", type="module"),
            Script("js/editor-lead.js", type="module"),
        ]

    def get_context(self, name, value, attrs):
        """The engine is found by its address: an import map would be a script inside the page."""
        places = {
            "data-story-editor": static(ENGINE),
            "data-photos": reverse("admin:news_article_photos"),
            "data-records": reverse("admin:news_article_records"),
            "data-marks": reverse("admin:news_article_marks"),
        }
        return super().get_context(name, value, {**places, **(attrs or {})})


class StoryField(forms.CharField):
    """Refuses what cleaning would drop without a word."""

    def validate(self, value):
        super().validate(value)
        told = [html.unescape("".join(quoted)) for quoted in VIDEO.findall(value)]
        lost = [address for address in told if address and not video_address(address)]
        if lost:
            words = (
                "Video “%(address)s” tidak dikenal. Pakai alamat video YouTube, Instagram, atau "
                "TikTok, misalnya https://www.youtube.com/watch?v=…, atau hapus videonya."
            )
            raise ValidationError(words, "video", {"address": lost[0][:200]})


class WritesRich:
    """Part of ArticleAdmin: the text of a story is written in the rich-text editor."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            attrs = {}
            if self.may_take_photos(request):
                attrs["data-intake"] = reverse("admin:news_article_intake")
            kwargs |= {"widget": StoryInput(attrs), "form_class": StoryField}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        """Who may only look sees the text as readers see it, not its source."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        shown = {"body": "body_now"}
        return [
            (name, {**rest, "fields": [_instead(field, shown) for field in rest["fields"]]})
            for name, rest in fieldsets
        ]

    @admin.display(description="isi berita")
    def body_now(self, obj):
        shown = fill(obj)
        return (
            format_html('<div class="story-shown">{}</div>', shown) if shown else "Belum ada isi."
        )


def _instead(field, names: dict[str, str]):
    """Return the name that stands for a field; a row of fields is left as it is."""
    return names.get(field, field) if isinstance(field, str) else field
