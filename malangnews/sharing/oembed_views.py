"""``/oembed/``: a site that was given an address of the portal asks what to show for it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from malangnews.sharing.asked import read_limits
from malangnews.sharing.oembed import FORMS, describe
from malangnews.sharing.subjects import subject_at

MOST_SIGNS = 2000
# Answers that a program reads; the words are for whoever looks at them.
NO_FORM = "Bentuk jawaban itu tidak ada. Yang ada: format=json dan format=xml."
NO_ADDRESS = "Sebutkan alamat halaman portal ini pada url, paling panjang 2.000 tanda."
NO_NUMBER = "maxwidth dan maxheight adalah bilangan piksel, mulai dari 1."
NOTHING = "Di alamat itu tidak ada berita, penghargaan, KIM, atau kelurahan yang dapat disematkan."


@require_safe
def oembed(request):
    """Describe the card of the page at ``?url=``; 404 for what may not be embedded."""
    answer = _answer(request)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _answer(request: HttpRequest) -> HttpResponse:
    form = FORMS.get(request.GET.get("format", "json"))
    if form is None:
        return _refuse(501, NO_FORM)
    address = request.GET.get("url", "")
    if not address or len(address) > MOST_SIGNS:
        return _refuse(400, NO_ADDRESS)
    try:
        limits = read_limits(request.GET)
    except ValueError:
        return _refuse(400, NO_NUMBER)
    subject = subject_at(request, address)
    return form(describe(request, subject, limits)) if subject else _refuse(404, NOTHING)


def _refuse(status: int, words: str) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
