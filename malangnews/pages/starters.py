"""The pages that an office begins with. Their texts lie in starters/, true of this software.

What only the office knows stands in them as "[isi …]", and nothing is published before that is
filled in.
"""

from pathlib import Path
from typing import NamedTuple

from malangnews.pages.models import Page

FOLDER = Path(__file__).parent / "starters"


class Starter(NamedTuple):
    """A page to begin with; ``slug`` is its address and the name of its file."""

    slug: str
    title: str
    summary: str

    @property
    def body(self) -> str:
        return (FOLDER / f"{self.slug}.html").read_text(encoding="utf-8").strip()


STARTERS = (
    Starter(
        "tentang",
        "Tentang malangnews",
        "Siapa yang menerbitkan portal ini, apa isinya, dan dari mana angkanya berasal.",
    ),
    Starter(
        "redaksi",
        "Redaksi",
        "Siapa yang bertanggung jawab atas isi portal ini, dan cara menghubunginya.",
    ),
    Starter(
        "pedoman-media-siber",
        "Pedoman media siber",
        "Pedoman Dewan Pers yang menjadi acuan, dan cara portal ini menerapkannya.",
    ),
    Starter(
        "ralat-dan-hak-jawab",
        "Ralat dan hak jawab",
        "Cara meminta perbaikan, dan apa yang terjadi sesudahnya.",
    ),
    Starter(
        "privasi",
        "Privasi",
        "Apa yang disimpan portal ini, apa yang tidak, dan hak Anda atas data Anda.",
    ),
    Starter(
        "aksesibilitas",
        "Aksesibilitas",
        "Standar yang dituju, yang sudah dikerjakan, dan cara melaporkan hambatan.",
    ),
)


def missing_starters() -> list[Starter]:
    """Return the starters at whose address there is no page yet."""
    slugs = [starter.slug for starter in STARTERS]
    taken = set(Page.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return [starter for starter in STARTERS if starter.slug not in taken]
