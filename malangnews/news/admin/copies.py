"""What is typed and not saved yet: kept by key, offered when the form is opened again."""

import datetime as dt
import uuid

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from malangnews.core.desk.queues import moment
from malangnews.core.desk.rehearsal import posted
from malangnews.news.admin.conflicts import is_for_show
from malangnews.news.admin.versions import VERSION, last_save, name_of
from malangnews.news.models import Article, WorkingCopy

KEY, OPENED = "desk_copy", "desk_opened"
#: In an address: the key of the copy to go on with.
RESUME = "lanjutkan"
OFFERED = 5
# What a database holds as a positive integer; as a time it lies in 2038.
LARGEST = 2**31 - 1


def clock(value) -> str:
    """Return "10.32" for a moment of today by the clock in Malang, else day and time."""
    local = timezone.localtime(value)
    return f"{local:%H.%M}" if local.date() == timezone.localdate() else moment(value)


def as_key(text: str) -> uuid.UUID | None:
    """Return the key that ``text`` spells, or None."""
    try:
        return uuid.UUID(text)
    except (ValueError, AttributeError, TypeError):
        return None


def as_number(text: str | None) -> int:
    """Return the number that ``text`` spells, as far as a column holds it; 0 for what is none."""
    text = text or ""
    spells = text.isascii() and text.isdecimal() and len(text) <= 10
    return min(int(text), LARGEST) if spells else 0


def first(data: dict, name: str) -> str:
    """Return the first value of a field in plain form data, "" where there is none."""
    return next(iter(data.get(name) or []), "")


def others_at(article: Article, user) -> list[dict[str, str]]:
    """Return who else has the story open: [{"name", "since"}], one entry a person."""
    found = article.working_copies.present().exclude(user=user).select_related("user")
    people = {}
    for copy in found.order_by("-seen_at", "pk"):
        opened = as_number(first(copy.data, OPENED))
        since = clock(dt.datetime.fromtimestamp(opened, dt.UTC)) if opened else ""
        people.setdefault(copy.user_id, {"name": name_of(copy.user), "since": since})
    return list(people.values())


class KeepsCopies:
    """Part of ArticleAdmin: working copies and the notices that offer them."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.discard_view)
        return [path("simpanan/buang/", view, name="news_article_discard"), *super().get_urls()]

    def keep_data(self, request, article: Article | None, data: dict) -> WorkingCopy | None:
        """Keep a form's fields under its key. Returns the copy, or None for a key of no use.

        A key that is closed, or belongs to somebody else, is left as it is.
        """
        key = as_key(first(data, KEY))
        if key is None:
            return None
        now = timezone.now()
        fields = {
            "data": data,
            "base_version": as_number(first(data, VERSION)),
            "seen_at": now,
            "kept_at": now,
        }
        copy, made = WorkingCopy.objects.get_or_create(
            key=key, defaults={"user": request.user, "article": article, **fields}
        )
        mine = copy.user_id == request.user.pk and copy.article_id == (article and article.pk)
        if mine and not made and not copy.is_closed:
            WorkingCopy.objects.filter(pk=copy.pk).exclude(data={}).update(**fields)
        return copy if mine else None

    def saved(self, request, obj, change):
        """What is saved need not be kept: the copy of this form is emptied."""
        super().saved(request, obj, change)
        self.close_copy(request, obj)

    def close_copy(self, request, obj: Article) -> None:
        """Empty the copy of the form that was posted: its words are in the story, or proposed."""
        key = as_key(request.POST.get(KEY))
        if key is not None:
            WorkingCopy.objects.filter(key=key, user=request.user).close(article=obj)

    def discard_view(self, request):
        """Throw a working copy of one's own away."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        key = as_key(request.POST.get("salinan"))
        copy = WorkingCopy.objects.filter(key=key, user=request.user).first() if key else None
        if copy is None:
            raise Http404
        WorkingCopy.objects.filter(pk=copy.pk).close()
        self.message_user(request, "Simpanan otomatis dibuang.", messages.SUCCESS)
        if copy.article_id is None:
            return HttpResponseRedirect(reverse("admin:news_article_add"))
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[copy.article_id]))

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """With ``?lanjutkan=<key>``: the form as it was left."""
        if request.method == "GET" and RESUME in request.GET and not is_for_show(request):
            if (copy := self._left(request, object_id)) is not None:
                return self._resume(request, object_id, copy)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _left(self, request, object_id) -> WorkingCopy | None:
        key = as_key(request.GET.get(RESUME))
        if key is None:
            return None
        mine = WorkingCopy.objects.unsaved().of_the_desk().filter(key=key, user=request.user)
        if object_id is None:
            return mine.filter(article=None).first()
        obj = self.get_object(request, unquote(object_id))
        if obj is None or not self.has_change_permission(request, obj):
            return None
        return mine.filter(article=obj).first()

    def _resume(self, request, object_id, copy):
        data = {
            **copy.data,
            KEY: [str(copy.key)],
            VERSION: [str(copy.base_version)],
            OPENED: [str(int(timezone.now().timestamp()))],
        }
        notice = {"template": "admin/news/_keeping_resumed.html", **self._offer(copy)}
        return self.show_form(request, object_id, posted(data), {"desk_notices": [notice]})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if add or self.has_change_permission(request, obj):
            part = self._part(request, obj)
            context.setdefault("desk_form_parts", []).append(part)
            context.setdefault("desk_scripts", []).append("js/desk-copy.js")
            context.setdefault("desk_notices", []).extend(self._notices(request, obj, part["key"]))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _part(self, request, obj) -> dict:
        """The hidden fields of the form, and what its script needs to know."""
        stored = obj is not None and obj.pk is not None
        sent = request.POST if request.method == "POST" else {}
        version = as_number(sent.get(VERSION)) if VERSION in sent else obj.version if stored else 0
        query = f"?berita={obj.pk}" if stored else ""
        return {
            "template": "admin/news/_keeping_form.html",
            "key": str(as_key(sent.get(KEY)) or uuid.uuid4()),
            "version": str(version),
            "opened": str(as_number(sent.get(OPENED)) or int(timezone.now().timestamp())),
            "user": str(request.user.pk),
            "article": str(obj.pk) if stored else "baru",
            "keep": reverse("admin:news_article_keep") + query,
            "session": reverse("admin:news_article_session"),
            "login": reverse("admin:login"),
        }

    def _notices(self, request, obj, key: str) -> list[dict]:
        """Who else is here, and what of one's own lies kept; none of it when errors are shown."""
        if request.method != "GET" and not is_for_show(request):
            return []
        stored = obj is not None and obj.pk is not None
        if (forgotten := WorkingCopy.objects.forgotten()).exists():
            forgotten.delete()
        found = (
            WorkingCopy.objects.unsaved()
            .of_the_desk()
            .filter(user=request.user, article=obj if stored else None)
        )
        notices = []
        others = others_at(obj, request.user) if stored else []
        if others:
            notices.append({"template": "admin/news/_keeping_others.html", "others": others})
        if not hasattr(request, "desk_on_show"):
            for copy in found.exclude(key=key).select_related("article")[:OFFERED]:
                notices.append({"template": "admin/news/_keeping_offer.html", **self._offer(copy)})
        return notices

    def _offer(self, copy) -> dict:
        older = copy.article is not None and copy.base_version < copy.article.version
        return {
            "copy": str(copy.key),
            "title": first(copy.data, "title"),
            "at": clock(copy.kept_at),
            "discard": reverse("admin:news_article_discard"),
            "last": last_save(copy.article) if older else None,
        }
