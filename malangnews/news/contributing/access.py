"""Who may write for a KIM. Asked of ``kim.Contributor`` at every request, never of permissions."""

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.debug import sensitive_post_parameters

from kim.models import Contributor, Kim
from malangnews.core.desk.fields import is_row_id
from malangnews.core.visitors import keep_private
from malangnews.news.models import Article
from malangnews.news.querysets import ArticleQuerySet

#: Fields of the page that asks for the password between pressing "Simpan" and saving.
LOGIN = {"username": "masuk_nama", "password": "masuk_sandi"}
NOT_CARRIED = {*LOGIN.values(), "csrfmiddlewaretoken"}


def kims_of(user) -> list[Kim]:
    """Return the groups that ``user`` writes for now, by name; [] for everybody else."""
    if not (user.is_authenticated and user.is_active and user.is_staff):
        return []
    held = Contributor.objects.active().filter(user=user)
    rows = Kim.objects.filter(pk__in=held.values("kim"))
    return list(rows.select_related("kelurahan").order_by("name", "pk"))


def is_only_contributor(user) -> bool:
    """True for who writes for a KIM and has no right at the desk."""
    return not user.get_all_permissions() and bool(kims_of(user))


def stories_of(kims: list[Kim]) -> ArticleQuerySet:
    """Return the stories that these groups sent: all that their contributors ever see."""
    return Article.objects.filter(sent_by__in=kims).select_related("sent_by", "lead_photo")


def story_of(request: HttpRequest, pk: int) -> Article:
    """Return one of them. Raises Http404 for every other story, whether it exists or not."""
    story = stories_of(request.kims).filter(pk=pk).first() if is_row_id(pk) else None
    if story is None:
        raise Http404
    return story


def for_contributors(view: Callable) -> Callable:
    """Let contributors in, with ``request.kims``; 403 for others, the login page for nobody.

    What somebody posts whose session has ended is not lost: the page that asks for her password
    carries it, and saves it when the password is right.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method != "POST":
                return keep_private(redirect_to_login(request.get_full_path(), _door()))
            if (page := _login_within(request)) is not None:
                return keep_private(page)
        request.kims = kims_of(request.user)
        if not request.kims:
            raise PermissionDenied
        return keep_private(view(request, *args, **kwargs))

    return sensitive_post_parameters(LOGIN["password"])(asked)


def answers_contributors(view: Callable) -> Callable:
    """The same for addresses that scripts ask: 401 and 403 in JSON."""

    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return answer(401, words="Sesi berakhir. Masuk lagi.")
        request.kims = kims_of(request.user)
        if not request.kims:
            return answer(403, words="Akun ini tidak lagi menulis untuk KIM.")
        return view(request, *args, **kwargs)

    return asked


def answer(status: int = 200, **words) -> JsonResponse:
    """Return JSON that nobody keeps."""
    return keep_private(JsonResponse(words, status=status))


def _door() -> str:
    return reverse("admin:login")


def _login_within(request: HttpRequest) -> HttpResponse | None:
    """Log in whom the post names, and return None; else the page that asks, with all it carries."""
    try:
        told = {name: request.POST[field] for name, field in LOGIN.items()}
    except MultiValueDictKeyError:
        told = None
    form = AdminAuthenticationForm(request, told)
    if told and form.is_valid():
        login(request, form.get_user())
        return None
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_CARRIED
        for value in values
    ]
    context = {
        "fields": fields,
        "names": LOGIN,
        "username": told["username"] if told else "",
        "problem": " ".join(form.non_field_errors()) if told else "",
        "with_files": bool(request.FILES),
    }
    return render(request, "contributing/login_within.html", context, status=401)
