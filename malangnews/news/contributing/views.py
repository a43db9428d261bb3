"""The pages of a contributor: her stories, the form, a story that the desk has, the preview."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from malangnews.core.desk.rehearsal import form_data, posted
from malangnews.core.pagination import page_of
from malangnews.news.admin.versions import last_save
from malangnews.news.contributing import sheets
from malangnews.news.contributing.access import for_contributors, stories_of, story_of
from malangnews.news.contributing.copies import discard, keep, left, left_new
from malangnews.news.contributing.saving import Conflict, NotSaved, save, send, take_back
from malangnews.news.contributing.sheets import Sheet
from malangnews.news.contributing.states import standings
from malangnews.news.embeds import Embeds
from malangnews.news.models import Article
from malangnews.news.presentation import body_with_dateline
from malangnews.news.revisions.diff import compare
from malangnews.news.revisions.snapshot import take
from malangnews.news.views import article_page

PAGE_SIZE = 20
METHODS = ["GET", "HEAD", "POST"]
LOOKING = (
    "Beginilah tulisan Anda tampil nanti. Belum terbit; hanya Anda dan redaksi yang melihatnya."
)
CONFLICT = 409


@require_safe
@for_contributors
def home(request):
    """What she can do, and every story of her KIM with where it stands."""
    page = page_of(request, stories_of(request.kims).order_by("-updated_at", "-pk"), PAGE_SIZE)
    context = {
        "kims": request.kims,
        "page": page,
        "stories": standings(page.object_list),
        "copies": left_new(request.user),
    }
    return render(request, "contributing/home.html", context)


@require_http_methods(METHODS)
@for_contributors
def write_new(request):
    """A new story. What was left unsaved is there again, unless a fresh sheet is asked for."""
    if request.method == "POST":
        return _posted(request, None)
    copy = None if "baru" in request.GET else left(request.user, None, request.GET.get("simpanan"))
    return _sheet(request, Sheet(request, None, kept=posted(copy.data) if copy else None), copy)


@require_http_methods(METHODS)
@for_contributors
def write(request, pk):
    """A story of her KIM: the form while it is a draft, else how it stands."""
    article = story_of(request, pk)
    if request.method == "POST":
        return _posted(request, article)
    if not _is_draft(article):
        return _story(request, article)
    copy = left(request.user, article, request.GET.get("simpanan"))
    return _sheet(request, Sheet(request, article, kept=posted(copy.data) if copy else None), copy)


@require_safe
@for_contributors
def preview(request, pk):
    """The saved story as its readers will see it."""
    article = story_of(request, pk)
    if article.is_public:
        return redirect(article)
    if article.is_released and not article.is_scheduled:
        return redirect("contributing:write", pk)
    return article_page(request, Article.objects.for_page().get(pk=pk), banner=LOOKING)


@require_POST
@for_contributors
def withdraw(request, pk):
    """Take back what was sent, as long as the desk has not decided."""
    article = story_of(request, pk)
    if take_back(article, request.user):
        messages.success(request, "Ditarik kembali. Perbaiki, lalu kirim lagi bila sudah siap.")
    else:
        messages.warning(request, "Tulisan ini tidak sedang menunggu redaksi.")
    return redirect("contributing:write", pk)


@require_POST
@for_contributors
def discard_copy(request, key):
    """Throw away what was typed and not saved."""
    article = discard(request.user, key)
    messages.success(request, "Ketikan yang belum disimpan dibuang.")
    if article is None or not stories_of(request.kims).filter(pk=article).exists():
        return redirect("contributing:home")
    return redirect("contributing:write", article)


def _posted(request: HttpRequest, article: Article | None) -> HttpResponse:
    """Save what was sent, then do what the button says; whatever is wrong, keep every word."""
    sheet = Sheet(request, article, request.POST)
    if request.FILES:
        sheet.take_files(request.FILES.getlist(sheets.FILES))
    if sheets.AGAIN in request.POST and _is_draft(article):
        return _again(request, sheet)
    if not sheet.is_valid():
        _keep(sheet)
        return _sheet(request, sheet) if _is_draft(article) else _closed(request, article)
    try:
        saved = _save(sheet)
    except NotSaved as problem:
        _keep(sheet)
        show = _conflict if isinstance(problem, Conflict) else _closed
        return show(request, problem.article, sheet)
    if sheet.is_sent:
        messages.success(request, f"“{saved}” sudah terkirim. Redaksi akan memeriksanya.")
        return redirect("contributing:home")
    if sheets.LOOK in request.POST:
        return redirect("contributing:preview", saved.pk)
    messages.success(request, "Tersimpan sebagai draf. Belum dikirim ke redaksi.")
    return redirect("contributing:write", saved.pk)


@transaction.atomic
def _save(sheet: Sheet) -> Article:
    """Save, and send where that was pressed. An old form come again sends nothing anew."""
    saved, seen = save(sheet)
    if sheet.is_sent and not (seen and standings([saved])[0].key == "returned"):
        send(saved, sheet.user, sheet.form.cleaned_data["note"])
    return saved


def _is_draft(article: Article | None) -> bool:
    """True for what can still be written in: a draft, or a story that is not stored yet."""
    return article is None or Article.objects.drafts().filter(pk=article.pk).exists()


def _keep(sheet: Sheet) -> None:
    """Keep a form that could not be saved at the portal too."""
    keep(sheet.user, sheet.key, sheet.article, form_data(sheet.posted))


def _again(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """The form with her own text, on top of what is stored now."""
    told = sheet.posted.copy()
    told[sheets.VERSION] = str(sheet.article.version if sheet.article else 0)
    return _sheet(request, Sheet(request, sheet.article, kept=told))


def _sheet(request: HttpRequest, sheet: Sheet, copy=None) -> HttpResponse:
    """Render the form."""
    article = sheet.article
    context = {
        "sheet": sheet,
        "form": sheet.form,
        "photos": sheet.photos,
        "blank": sheet.blank_words(),
        "article": article,
        "standing": standings([article])[0] if article else None,
        "copy": copy,
        "is_old": bool(copy and article and sheet.version != article.version),
        "problems": sheet.problems,
        "has_errors": sheet.posted is not None,
        "action": _address(article),
    }
    return render(request, "contributing/sheet.html", context)


def _address(article: Article | None) -> str:
    if article is None:
        return reverse("contributing:write_new")
    return reverse("contributing:write", args=[article.pk])


def _story(
    request: HttpRequest, article: Article, status: int = 200, mine: str = ""
) -> HttpResponse:
    """Render a story that she cannot edit now: its state, and its text as it will look."""
    waiting = Article.objects.in_review().filter(pk=article.pk).exists()
    was_out = article.is_released and not article.is_scheduled
    context = {
        "article": article,
        "standing": standings([article])[0],
        "waiting": waiting,
        # Once it was out the text is the desk's: she reads what everybody reads.
        "body": "" if was_out else body_with_dateline(article, Embeds([article.body_html])),
        "mine": mine,
    }
    return render(request, "contributing/story.html", context, status=status)


def _closed(request: HttpRequest, article: Article, sheet: Sheet | None = None) -> HttpResponse:
    """She pressed a button on a form whose story is no draft any more; her text is shown."""
    return _story(request, story_of(request, article.pk), CONFLICT, request.POST.get("text", ""))


def _conflict(request: HttpRequest, article: Article, sheet: Sheet) -> HttpResponse:
    """Her text beside what somebody else saved; she chooses, and both stay."""
    told = sheet.fields
    day = told["event_on"]
    stored = take(article)
    photo = {words.instance.pk: words.instance for words in sheet.photos}.get(told["lead_photo_id"])
    mine = {
        **stored,
        "title": told["title"],
        "body": told["body"],
        "dateline_place": told["dateline_place"],
        "event_on": day.isoformat() if day else None,
        "lead_photo": [photo.pk, str(photo)] if photo else None,
    }
    fields = sheet.posted.copy()
    fields[sheets.VERSION] = str(article.version)
    buttons = (sheets.SAVE, sheets.LOOK, sheets.SEND, sheets.AGAIN)
    context = {
        "article": article,
        "last": last_save(article),
        "rows": compare(stored, mine),
        "fields": [
            (name, value)
            for name, values in form_data(fields).items()
            if name not in buttons
            for value in values
        ],
        "pressed": sheets.SEND if sheet.is_sent else sheets.SAVE,
    }
    return render(request, "contributing/conflict.html", context, status=CONFLICT)
