"""The desk's guide, one click away from every screen. Its words lie in docs/panduan/."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.templatetags.static import static
from markdown_it import MarkdownIt

from malangnews.core.text import trusted

FOLDER = Path(settings.BASE_DIR) / "docs" / "panduan"
PICTURE = re.compile(r"gambar/([a-z-]+\.webp)")
TITLE = re.compile(r"# (.+)")


class Chapter(NamedTuple):
    """One page of the guide; ``slug`` is its file's name without the number in front."""

    slug: str
    title: str
    source: str

    @property
    def html(self):
        """The words as HTML, pictures by their static address. HTML in the source stays words."""
        page = MarkdownIt("commonmark", {"html": False}).enable("table").render(self.source)
        return trusted(PICTURE.sub(lambda found: static(f"panduan/{found[1]}"), page))


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the chapters in the order of their files' numbers."""
    sources = {path: path.read_text() for path in sorted(FOLDER.glob("[0-9][0-9]-*.md"))}
    return tuple(
        Chapter(path.stem[3:], TITLE.match(source)[1], source) for path, source in sources.items()
    )


def guide(request: HttpRequest, site, slug: str = "") -> TemplateResponse:
    """The page of one chapter, the first where none is named. Raises Http404 for a wrong name."""
    found = [chapter for chapter in chapters() if chapter.slug == slug or not slug]
    if not found:
        raise Http404
    context = {
        **site.each_context(request),
        "title": "Panduan",
        "subtitle": found[0].title,
        "chapters": chapters(),
        "chapter": found[0],
    }
    request.current_app = site.name
    return TemplateResponse(request, "admin/guide.html", context)
