"""What the form's scripts ask: to be kept, to take a photo in, whether the session lives."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login as log_in
from django.core.exceptions import ValidationError
from django.middleware.csrf import get_token
from django.views.decorators.debug import sensitive_post_parameters

from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.rehearsal import form_data
from malangnews.news.admin.copies import as_key, as_number, clock
from malangnews.news.admin.versions import last_save, name_of
from malangnews.news.contributing.access import answer, answers_contributors, kims_of, stories_of
from malangnews.news.contributing.copies import keep
from malangnews.news.contributing.photos import take
from malangnews.news.contributing.sheets import KEY, VERSION
from malangnews.news.models import Article, WorkingCopy

LIMIT = 1_000_000
ONLY_POST = "Alamat ini hanya menerima kiriman (POST)."
ONLY_GET = "Alamat ini hanya dibaca."


@answers_contributors
def keep_copy(request):
    """Keep the form as it stands. Answers when, and who saved the story meanwhile."""
    if request.method != "POST":
        return answer(405, words=ONLY_POST)
    if as_number(request.META.get("CONTENT_LENGTH")) > LIMIT:
        return answer(413, words="Tulisan terlalu panjang untuk disimpan otomatis.")
    key, wanted = as_key(request.POST.get(KEY)), request.POST.get("berita", "")
    article = None
    if wanted:
        mine = stories_of(request.kims).filter(pk=wanted) if is_row_id(wanted) else None
        article = mine.first() if mine is not None else None
    if key is None or (wanted and article is None):
        return answer(404, words="Formulir atau tulisannya tidak ditemukan.")
    copy = keep(request.user, key, article, form_data(request.POST))
    if copy is None:
        return answer(404, words="Simpanan itu bukan milik Anda.")
    if copy.is_closed:
        return answer(closed=True)
    return answer(kept_at=clock(copy.kept_at), **_news(request, article))


def _news(request, article: Article | None) -> dict:
    if article is None:
        return {}
    if not Article.objects.drafts().filter(pk=article.pk).exists():
        return {"news": "Tulisan ini bukan draf lagi. Salin ketikan Anda bila masih perlu."}
    if as_number(request.POST.get(VERSION)) < article.version:
        last = last_save(article)
        by = last["by"] or "Orang lain"
        words = f"{by} menyimpan tulisan ini pada {last['at']}. Saat Anda menyimpan, keduanya "
        return {"news": words + "dibandingkan dahulu."}
    return {}


@answers_contributors
def session(request):
    """Tell who is logged in, a fresh token, and whether the form of ``?kunci=`` was saved."""
    if request.method != "GET":
        return answer(405, words=ONLY_GET)
    key = as_key(request.GET.get(KEY))
    copy = WorkingCopy.objects.filter(user=request.user, key=key).first() if key else None
    return answer(
        user=str(request.user.pk),
        csrf=get_token(request),
        closed=bool(copy and copy.is_closed),
    )


@sensitive_post_parameters("password")
def login(request):
    """Log in from within the form, so that nothing has to be left."""
    if request.method != "POST":
        return answer(405, words=ONLY_POST)
    form = AdminAuthenticationForm(request, request.POST)
    if not form.is_valid():
        return answer(400, words="Nama akun atau kata sandi tidak cocok.")
    if not kims_of(form.get_user()):
        return answer(403, words="Akun ini tidak menulis untuk KIM.")
    log_in(request, form.get_user())
    return answer(user=str(request.user.pk), csrf=get_token(request))


@answers_contributors
def take_photo(request):
    """Keep one photo. Answers its number and its picture, or why it is refused (400)."""
    if request.method != "POST":
        return answer(405, words=ONLY_POST)
    file = request.FILES.get("file")
    if file is None:
        return answer(400, words="Belum ada foto yang dipilih.")
    credit = f"{name_of(request.user)} / {request.kims[0]}"
    try:
        photo = take(file, request.user, credit)
    except ValidationError as error:
        return answer(400, words=" ".join(error.messages))
    return answer(id=photo.pk, src=photo.small_url, credit=photo.credit, caption=photo.caption)
