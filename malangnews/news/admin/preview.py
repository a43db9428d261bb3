"""A story as its readers will see it, before they do."""

import datetime as dt
import uuid

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.queues import moment
from malangnews.core.desk.rehearsal import form_data, posted
from malangnews.core.policy import allow_own_frame
from malangnews.core.visitors import keep_private
from malangnews.news.models import Article, PreviewLink, WorkingCopy
from malangnews.news.previews import address_of, is_open
from malangnews.news.views import article_page

PERIODS = [("1", "1 hari"), ("3", "3 hari"), ("7", "1 minggu")]
WIDTHS = {"ponsel": "Ponsel", "layar": "Layar lebar"}
LINKS = 50


class LinkForm(forms.Form):
    label = forms.CharField(
        label="Untuk siapa",
        max_length=120,
        help_text="Agar kelak jelas siapa yang memegangnya. Contoh: Ketua KIM Samaan.",
    )
    days = forms.ChoiceField(label="Berlaku selama", choices=PERIODS)


class ShowsPreview:
    """Part of ArticleAdmin: the form as a page, and links for people without an account."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, "news_article_preview"
        return [
            path("pratinjau/", view(self.preview_new_view), name=f"{name}_new"),
            path("pratinjau/<uuid:key>/", view(self.shell_view), name=f"{name}_shell"),
            path("pratinjau/<uuid:key>/isi/", view(self.page_view), name=f"{name}_page"),
            path("<path:object_id>/pratinjau/", view(self.preview_view), name=name),
            path("<path:object_id>/tautan/", view(self.links_view), name="news_article_links"),
            path(
                "<path:object_id>/tautan/<int:number>/cabut/",
                view(self.revoke_view),
                name="news_article_revoke",
            ),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        stored = obj if obj is not None and obj.pk else None
        if add or self.has_change_permission(request, obj):
            name = "admin:news_article_preview"
            panel = {
                "template": "admin/news/_preview_panel.html",
                "url": reverse(name, args=[stored.pk]) if stored else reverse(f"{name}_new"),
                "links": reverse("admin:news_article_links", args=[stored.pk]) if stored else "",
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    # The form as a page

    def preview_new_view(self, request):
        """Show a story that was never saved."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self._preview(request, None)

    def preview_view(self, request, object_id):
        """Show the posted form of a story."""
        return self._preview(request, self._changeable(request, object_id))

    def _preview(self, request, article):
        """Keep what was posted for this user's eyes, and lead to the page that shows it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        number = str(article.pk) if article else None
        seen, form = self.rehearse(request, number, request.POST, lambda _: True)
        if not seen:
            return self._preview_screen(request, article, {"problems": self._problems(form)})
        copy = WorkingCopy.objects.create(
            user=request.user, article=article, data=form_data(request.POST)
        )
        return HttpResponseRedirect(reverse("admin:news_article_preview_shell", args=[copy.key]))

    def shell_view(self, request, key):
        """The preview with a choice of width: as on a phone, as on a wide screen."""
        copy = self._own(request, key)
        chosen = request.GET.get("lebar")
        width = chosen if chosen in WIDTHS else "ponsel"
        context = {
            "frame": reverse("admin:news_article_preview_page", args=[copy.key]),
            "width": width,
            "widths": [(name, words, name == width) for name, words in WIDTHS.items()],
        }
        return allow_own_frame(self._preview_screen(request, copy.article, context), "frame-src")

    def page_view(self, request, key):
        """The story's own page, of what was posted; nothing is saved."""
        copy = self._own(request, key)
        number = str(copy.article_id) if copy.article_id else None

        def look(article):
            fresh = Article.objects.for_page().get(pk=article.pk)
            words = "Pratinjau naskah yang belum disimpan."
            return article_page(request, fresh, banner=words).content

        content, _ = self.rehearse(request, number, posted(copy.data), look)
        if content is None:
            raise Http404
        return allow_own_frame(keep_private(HttpResponse(content)), "frame-ancestors")

    def _own(self, request, key: uuid.UUID) -> WorkingCopy:
        """Return what this user kept, while she may still see the story it is of."""
        copy = WorkingCopy.objects.filter(key=key, user=request.user).exclude(data={}).first()
        if copy is None:
            raise Http404
        if not self.has_view_permission(request, copy.article):
            raise PermissionDenied
        return copy

    @staticmethod
    def _problems(form: TemplateResponse) -> list[str]:
        """Return what the form says, each with the name of its field."""
        context = form.context_data
        found = context["adminform"].form
        told = [
            f"{found.fields[name].label}: {words}" if name in found.fields else words
            for name, errors in found.errors.items()
            for words in errors
        ]
        for inline in context["inline_admin_formsets"]:
            told += inline.formset.non_form_errors()
            told += [
                words for row in inline.formset.errors for texts in row.values() for words in texts
            ]
        return told

    # Links for people without an account

    def links_view(self, request, object_id):
        """The links to a story: who holds one, until when; a form for one more."""
        article = self._changeable(request, object_id)
        form = LinkForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            ends = timezone.now() + dt.timedelta(days=int(form.cleaned_data["days"]))
            label = form.cleaned_data["label"]
            PreviewLink.objects.create(
                article=article, label=label, created_by=request.user, expires_at=ends
            )
            self.log_change(request, article, f"Tautan pratinjau dibuat untuk {label}.")
            words = f"Tautan untuk {label} siap dikirim; berlaku sampai {moment(ends)}."
            self.message_user(request, words, messages.SUCCESS)
            return HttpResponseRedirect(request.path)
        links = article.preview_links.select_related("created_by")[:LINKS]
        rows = [
            {
                "link": link,
                "open": is_open(link),
                "url": request.build_absolute_uri(address_of(link)),
                "may_revoke": is_open(link) and self._may_revoke(request, link),
            }
            for link in links
        ]
        context = {"title": "Tautan pratinjau", "form": form, "rows": rows}
        return self._preview_screen(request, article, context, "admin/news/preview_links.html")

    def revoke_view(self, request, object_id, number):
        """End a link at once."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._changeable(request, object_id)
        with transaction.atomic():
            link = article.preview_links.filter(pk=number).first() if number < 10**18 else None
            if link is None:
                raise Http404
            if not self._may_revoke(request, link):
                raise PermissionDenied
            if link.revoked_at is None:
                link.revoked_at = timezone.now()
                link.save()
                words = f"Tautan pratinjau untuk {link.label} dicabut."
                self.log_change(request, article, words)
                self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:news_article_links", args=[article.pk]))

    def _may_revoke(self, request, link) -> bool:
        return link.created_by_id == request.user.pk or self.has_publish_permission(request)

    def _changeable(self, request, object_id) -> Article:
        """Return the story if this user may change it. Raises Http404, PermissionDenied."""
        article = self.get_object(request, object_id) if is_row_id(object_id) else None
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return article

    def _preview_screen(self, request, article, context, template="admin/news/preview.html"):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "title": "Pratinjau",
            **context,
        }
        request.current_app = self.admin_site.name
        return keep_private(TemplateResponse(request, template, context))
