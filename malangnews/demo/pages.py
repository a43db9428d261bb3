"""Pages that need no word of an office, and the links of the foot that lead to them."""

import re

from malangnews.demo.tables import moment
from malangnews.demo.tally import Tally
from malangnews.pages.models import MenuItem, Page
from malangnews.pages.starters import STARTERS

#: Starters that are true without what only an office knows; label in the menu by address.
PAGES = {"tentang": "Tentang", "privasi": "Privasi", "aksesibilitas": "Aksesibilitas"}
PUBLISHED = "2024-03-01 09.00"
PPID = "https://ppid.malangkota.go.id/"
#: Behind the links that the menu begins with.
FIRST_POSITION = 10
GAP = re.compile(r" ?\[isi\b[^\]]*\]")


def load(tally: Tally) -> None:
    """Make and publish the pages, and the links to them and to the city's PPID."""
    for place, starter in enumerate(one for one in STARTERS if one.slug in PAGES):
        words = {"title": starter.title, "summary": starter.summary}
        page, is_new = tally.once(
            Page.objects, {**words, "body": GAP.sub("", starter.body)}, slug=starter.slug
        )
        if is_new:
            Page.objects.filter(pk=page.pk).publish(at=moment(PUBLISHED))
        where = {"page": page, "position": FIRST_POSITION + place}
        tally.once(MenuItem.objects, where, menu="office", label=PAGES[starter.slug])
    where = {"address": PPID, "position": FIRST_POSITION + len(PAGES)}
    tally.once(MenuItem.objects, where, menu="office", label="PPID")
