"""The version that somebody saw: nobody acts on a row that changed since."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.utils.html import format_html

from malangnews.core.desk.queues import moment
from malangnews.news.models import Article

VERSION = "desk_version"
#: Actions whose second page asks for a reason; that page checks for itself and keeps the words.
ASKING = frozenset({"return_rows", "withdraw_rows"})


def is_stale(post, obj: Article) -> bool:
    """True when the page that posted was drawn from another version of ``obj`` than this one.

    A list sends ``desk_version-<pk>`` for each row, a form ``desk_version``. Who sends neither is
    not checked; a form that must send it asks for its presence itself.
    """
    seen = post.get(f"{VERSION}-{obj.pk}", post.get(VERSION))
    return seen is not None and seen != str(obj.version)


def has_seen(post, article: Article) -> bool:
    """True when a form says that its sender saw the story as it is stored now; it must say so."""
    return post.get(VERSION) == str(article.version)


def name_of(user) -> str:
    """Return the full name of a person, else the name of the account; "" for nobody."""
    return (user.get_full_name() or user.get_username()) if user else ""


def last_save(article: Article) -> dict[str, str]:
    """Return who saved the story last ("" when not known) and when: {"by", "at"}."""
    last = article.revisions.select_related("by").defer("snapshot").first()
    return {"by": name_of(last.by if last else None), "at": moment(article.updated_at)}


class RefusesStale:
    """Part of ArticleAdmin: lists and pages that ask remember what they were drawn from."""

    def action_checkbox(self, obj):
        """The box of a row carries the version that stands in the list."""
        return format_html(
            '{}<input type="hidden" name="desk_version-{}" value="{}">',
            super().action_checkbox(obj),
            obj.pk,
            obj.version,
        )

    @transaction.atomic
    def response_action(self, request, queryset):
        """Leave out the rows that changed since the list was opened, and say which."""
        asked = "reason" in request.POST and ASKING & {*request.POST.getlist("action")}
        stale = [] if asked else self._changed(request, self._ticked(request))
        if stale:
            for row in stale[:10]:
                words = (
                    f"“{row}” berubah sejak daftar ini dibuka, jadi dibiarkan. "
                    "Lihat dulu isinya, lalu ulangi bila perlu."
                )
                self.message_user(request, words, messages.WARNING)
            gone = {str(row.pk) for row in stale}
            kept = [pk for pk in request.POST.getlist(ACTION_CHECKBOX_NAME) if pk not in gone]
            if not kept:
                return None
            request.POST = request.POST.copy()
            request.POST.setlist(ACTION_CHECKBOX_NAME, kept)
            queryset = queryset.exclude(pk__in=gone)
        return super().response_action(request, queryset)

    @transaction.atomic
    def _ask(self, request, queryset, action, form_class, act):
        """When a row changed since the page was drawn, ask again, with the words kept."""
        if request.method == "POST" and "reason" in request.POST:
            stale = self._changed(request, queryset)
            if stale:
                form_class = self._refusing(form_class, stale)
        return super()._ask(request, queryset, action, form_class, act)

    @staticmethod
    def _refusing(form_class, stale: list[Article]):
        def clean(form):
            for row in stale[:10]:
                last = last_save(row)
                by = f" oleh {last['by']}" if last["by"] else ""
                form.add_error(
                    "reason",
                    f"“{row}” disimpan lagi{by} pada {last['at']}, sesudah halaman ini dibuka. "
                    "Lihat dulu isinya; bila tetap, tekan tombolnya sekali lagi.",
                )
            return form.cleaned_data

        return type(form_class.__name__, (form_class,), {"clean": clean})

    @staticmethod
    def _ticked(request):
        return Article.objects.filter(pk__in=request.POST.getlist(ACTION_CHECKBOX_NAME))

    @staticmethod
    def _changed(request, queryset) -> list[Article]:
        """Return the rows, locked, that are not as the posting page had them."""
        locked = Article.objects.filter(pk__in=[row.pk for row in queryset]).order_by("pk")
        return [row for row in locked.select_for_update() if is_stale(request.POST, row)]
