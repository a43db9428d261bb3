"""The field that a story's text is written in."""

from django import forms
from django.forms.widgets import Script
from django.templatetags.static import static
from django.urls import reverse

ENGINE = "django_prose_editor/editor.js"


class StoryInput(forms.Textarea):
    """A text area that js/editor-story.js makes rich; without a script it is edited itself."""

    class Media:
        js = [Script("js/editor-story.js", type="module")]

    def get_context(self, name, value, attrs):
        """The engine is found by its address: an import map would be a script inside the page."""
        places = {
            "data-story-editor": static(ENGINE),
            "data-photos": reverse("admin:news_article_photos"),
            "data-records": reverse("admin:news_article_records"),
            "data-upload": reverse("admin:media_photo_add"),
        }
        return super().get_context(name, value, {**places, **(attrs or {})})


class WritesRich:
    """Part of ArticleAdmin: the text of a story is written in the rich-text editor."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = StoryInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)
