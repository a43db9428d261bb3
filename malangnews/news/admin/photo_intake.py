"""A new photo straight from the form of a story: one file with its words, kept in the library."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseNotAllowed, JsonResponse
from django.urls import path

from malangnews.media.models import Photo
from malangnews.media.querysets import FILE_NAME
from malangnews.news.admin.pickers import photo_card, private


class IntakeForm(forms.ModelForm):
    """What the dialog of js/editor-upload.js asks for."""

    class Meta:
        model = Photo
        fields = ["file", "alt", "credit", "caption"]

    def _post_clean(self):
        """Ask for what publication needs, when what the file says of itself has been read in."""
        super()._post_clean()
        photo = self.instance
        if "file" in self.errors:
            return
        if not photo.alt or FILE_NAME.search(photo.alt):
            self.add_error("alt", "Tulis apa yang terlihat di foto ini.")
        if not photo.credit:
            self.add_error("credit", "Tulis pemotret dan lembaganya; berkasnya tidak menyebutnya.")


def refused(form: IntakeForm) -> JsonResponse:
    """Return what is wrong by field, and the photo that the library has already, if that is it."""
    twin = Photo.objects.same_picture_as(form.instance).first()
    words = {"errors": form.errors, "twin": photo_card(twin) if twin else None}
    return JsonResponse(words, status=400, headers={"Cache-Control": "no-store"})


class TakesPhotos:
    """Part of ArticleAdmin: the address that the form's photo dialog sends to."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.intake_view)
        return [path("foto/unggah/", view, name="news_article_intake"), *super().get_urls()]

    def may_take_photos(self, request) -> bool:
        """True for those who write stories and may add to the library."""
        writes = self.has_add_permission(request) or self.has_change_permission(request)
        return writes and self.admin_site._registry[Photo].has_add_permission(request)

    def intake_view(self, request):
        """Keep one photo with its words. Answers its card, or what is wrong by field (400)."""
        if not self.may_take_photos(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = IntakeForm(request.POST, request.FILES)
        if not form.is_valid():
            return refused(form)
        photo = form.instance
        photo.uploaded_by = request.user
        with transaction.atomic():
            photo.save()
            self.admin_site._registry[Photo].log_addition(request, photo, "Diunggah dari berita.")
        return private(photo=photo_card(photo))
