"""Names of groups that may mean one and the same group."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from kim.models import Kim
from kim.naming import COMMUNITY, GROUP

# So alike are two names, by difflib's ratio, before somebody is asked; found by trying on the
# names of the demo: "Tunjungskar" is one, "Kartika" and "Kayutangan" are two.
ALIKE = 0.8
WORDS = re.compile(r"[\W_]+")
LONG_NAMES = [name.casefold().split() for name in (GROUP, COMMUNITY)]


def alike(name: str, others: Iterable[Kim]) -> list[Kim]:
    """Return the groups whose name, or other spelling, is nearly that name."""
    asked = plain(name)
    if not asked:
        return []
    return [
        kim for kim in others if any(_near(asked, plain(n)) for n in (kim.name, *kim.alias_list))
    ]


def plain(name: str) -> str:
    """Return a name as it is compared: lower case, without spaces, signs and the word KIM."""
    words = [word for word in WORDS.split(name.casefold()) if word]
    if words[:3] in LONG_NAMES:
        words = words[3:]
    return "".join(word for word in words if word != "kim")


def _near(one: str, other: str) -> bool:
    if not other:
        return False
    if one == other or (min(len(one), len(other)) >= 4 and (one in other or other in one)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
