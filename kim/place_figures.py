"""The numbers on the page of a kelurahan. Pure: counted from what the page has read already."""

from collections.abc import Sequence

from django.core.paginator import Page

from kim.coverage import FORMED
from kim.honours import Honours
from kim.models import Kelurahan, Kim, Potential


def place_figures(
    kelurahan: Kelurahan,
    kims: Sequence[Kim],
    potentials: Sequence[Potential],
    episodes: Sequence,
    page: Page,
    honours: Honours,
) -> list[dict[str, object]]:
    """Return {value, label, url} of what stands on the page today, each leading to its section.

    ``kims`` have their state; groups from elsewhere that serve the kelurahan too do not count.
    """
    formed = sum(kim.state in FORMED and kim.kelurahan_id == kelurahan.pk for kim in kims)
    stories = page.paginator.count
    told = episodes[0].in_all if episodes else 0
    rows = [
        (formed, "KIM terbentuk", "#kim"),
        (len(potentials), "potensi tercatat", "#potensi"),
        (stories, "berita", "#berita" if stories else ""),
        (told, "episode UMKM", "#episode" if told else ""),
        (honours.count, "penghargaan", "#penghargaan" if honours.count else ""),
    ]
    return [{"value": value, "label": label, "url": url} for value, label, url in rows]
