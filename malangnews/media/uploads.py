"""Many photos at once: dropped into the library, then described side by side."""

from functools import wraps

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import modelformset_factory
from django.http import HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from malangnews.core.desk.fields import is_row_id
from malangnews.media.models import Photo

AT_ONCE = 40
METHODS = ("GET", "HEAD", "POST")
NO_FILE = "Belum ada berkas yang dipilih. Pilih atau seret satu foto atau lebih, lalu unggah."
WORDS = ["alt", "is_decorative", "caption", "credit", "licence", "place"]


class WordsForm(forms.ModelForm):
    """The words of one photo; what the public sees may not lose what publication needs."""

    in_public = False

    class Meta:
        model = Photo
        fields = WORDS

    def clean(self):
        cleaned = super().clean()
        if self.in_public and not self.errors:
            told = Photo(**{name: cleaned[name] for name in WORDS})
            for field, words in told.lacks().items():
                self.add_error(field, f"Foto ini sedang tampil bagi pembaca. Isi {words}.")
        return cleaned


def read_or_sent(view):
    """Let a page be read and its form be sent; every other method is refused in words."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS, "Halaman ini hanya dapat dibuka dan dikirim.")
        return view(request, *args, **kwargs)

    return asked


class UploadsMany:
    """Part of PhotoAdmin."""

    def get_urls(self):
        def view(page):
            return self.admin_site.admin_view(read_or_sent(page))

        return [
            path("unggah/", view(self.upload_view), name="media_photo_upload"),
            path("lengkapi/", view(self.describe_view), name="media_photo_describe"),
            *super().get_urls(),
        ]

    def upload_view(self, request):
        """Take files, each on its own: one that is refused leaves the others be."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        results, problem = [], ""
        if request.method == "POST":
            credit = request.POST.get("credit", "").strip()[:120]
            licence = request.POST.get("licence", "")
            for file in request.FILES.getlist("files")[:AT_ONCE]:
                results.append(self._take(request, file, credit, licence))
            results += [
                {
                    "name": file.name,
                    "problem": f"Lebih dari {AT_ONCE} berkas; unggah lagi yang ini.",
                }
                for file in request.FILES.getlist("files")[AT_ONCE:]
            ]
            problem = "" if results else NO_FILE
            if "application/json" in request.headers.get("Accept", ""):
                told = {"results": results, "problem": problem}
                return JsonResponse(told, status=400 if problem else 200)
        stored = [row["id"] for row in results if row.get("id")]
        context = {
            "title": "Unggah banyak foto",
            "results": results,
            "problem": problem,
            "credit": request.POST.get("credit", ""),
            "licence": request.POST.get("licence", ""),
            "licences": Photo.Licence.choices,
            "limit": AT_ONCE,
            "describe": self._describe_address(stored) if stored else "",
        }
        return self._library_page(request, "admin/media/upload.html", context)

    def _take(self, request, file, credit: str, licence: str) -> dict:
        """Keep one upload. Returns what to tell: {name, id, url, change, describe} or
        {name, problem}.
        """
        photo = Photo(file=file, credit=credit, uploaded_by=request.user)
        if licence in Photo.Licence.values:
            photo.licence = licence
        try:
            with transaction.atomic():
                photo.full_clean()
                photo.save()
        except ValidationError as error:
            return {"name": file.name, "problem": " ".join(error.messages)}
        self.log_addition(request, photo, "Diunggah.")
        return {
            "name": file.name,
            "id": photo.pk,
            "url": photo.small_url,
            "change": reverse("admin:media_photo_change", args=[photo.pk]),
            "describe": self._describe_address([photo.pk]),
        }

    def describe_view(self, request):
        """The words of many photos on one page; all are saved, or none."""
        asked = request.GET.get("foto", "").split(",")[:AT_ONCE]
        rows = Photo.objects.filter(pk__in=[key for key in asked if is_row_id(key)])
        # Row by row, and kept: what the public sees is asked once.
        allowed = {
            row.pk: self.is_in_public(row)
            for row in rows
            if self.has_change_permission(request, row)
        }
        if not self.has_change_permission(request) or (rows and not allowed):
            raise PermissionDenied
        formset_class = modelformset_factory(Photo, form=WordsForm, extra=0, edit_only=True)
        formset = formset_class(
            request.POST if request.method == "POST" else None,
            queryset=Photo.objects.filter(pk__in=allowed).order_by("pk"),
        )
        for form in formset.forms:
            form.in_public = allowed.get(form.instance.pk, False)
        if request.method == "POST" and formset.is_valid():
            with transaction.atomic():
                changed = formset.save()
            for photo in changed:
                self.log_change(request, photo, "Keterangannya dilengkapi.")
            self.message_user(request, f"{len(changed)} foto disimpan.", messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
        context = {
            "title": "Lengkapi keterangan foto",
            "formset": formset,
            "held": len(rows) - len(allowed),
        }
        return self._library_page(request, "admin/media/describe.html", context)

    @staticmethod
    def _describe_address(keys) -> str:
        numbers = ",".join(str(key) for key in keys)
        return f"{reverse('admin:media_photo_describe')}?foto={numbers}"

    def _library_page(self, request, template, context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, context)
