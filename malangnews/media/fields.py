"""The field of a picture: it opens no upload by itself, as images.py does so with care."""

from django import forms
from django.db import models


class PictureInput(forms.FileField):
    """An upload as it came. What may enter, and what its sender is told, is for images.py."""

    def widget_attrs(self, widget):
        # Without HEIC among these an iPhone sends its photos as JPEG.
        return {"accept": "image/jpeg,image/png,image/webp,image/avif"}


class PictureField(models.ImageField):
    """Django's own field reads the size of whatever it is given, bombs too, and fails on them."""

    def update_dimension_fields(self, instance, force=False, *args, **kwargs):
        """Leave the size to ``Picture``, which knows it from the pixels."""

    def formfield(self, **kwargs):
        # The name of an upload is not kept, so it may be as long as it likes.
        defaults = {"form_class": PictureInput, "max_length": None}
        return super().formfield(**{**defaults, **kwargs})

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs
