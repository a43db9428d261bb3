"""Lists of names and ranks: who stands beside whom, and who gets which rank."""

import re

from awards.reading.marks import Mark
from awards.reading.names import capitals_after, capitals_before
from awards.reading.scenes import Scene

LINK = re.compile(r"\s*(?:,\s*(?:dan\s+|serta\s+)?|\s(?:dan|serta)\s+|/)")


LINK_BEFORE = re.compile(r"(?:,\s*(?:dan\s+|serta\s+)|\s(?:dan|serta)\s+|,\s|/)$")


AND = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s*(?:,\s*(?:dan\s+|serta\s+)?|\s(?:dan|serta|bersama|&)\s+|"
    r"\s*/\s*)$"
)


NEXT_TO = re.compile(
    r"[\s,('\"-]*(?:(?:sebagai|selaku|di|pada|posisi|meraih|menempati|untuk|menjadi|dinobatkan|"
    r"ditetapkan|yang|peringkat|tempat|"
    r"berada|sertifikat|trofi|piala|piagam|penghargaan|kategori|juga|kembali|berhasil|duduk|dengan|gelar|meraih|mendapat|mendapatkan|"
    r"memperoleh|raih|menyabet|dinyatakan|terpilih|masing-masing|predikat)\b[\s,'\"(-]*){0,5}$"
)


def whole_list(scene: Scene, name: Mark, step: int, rank: Mark) -> list[Mark]:
    """Return the whole list that a name stands in."""
    group = [name]
    if name not in scene.names:
        return _spread_people(scene, group, step)
    at = scene.names.index(name)
    while 0 <= at + step < len(scene.names):
        other = scene.names[at + step]
        left, right = (other, scene.names[at]) if step < 0 else (scene.names[at], other)
        gap = scene.source.low[left.more.get("tail", left.end) : right.start]
        if not AND.match(gap) or other.more["masked"] and step < 0 or other.more["office"]:
            break
        if step > 0 and has_own_rank(scene, other):
            break
        if step < 0 and any(left.start <= r.start < right.start for r in scene.ranks):
            break
        if "bersama" in gap and step < 0:
            break
        group.append(other)
        at += step
    if step < 0 and len(group) > 1:
        first = scene.source.low[max(scene.start, group[-1].start - 12) : group[-1].start]
        joined = scene.source.low[group[-1].start : group[0].start]
        if re.search(r"\b(?:di|dari|oleh)\s+$", first) or not re.search(
            r"\b(?:dan|serta|&)\b|/", joined
        ):
            return [name]
    return group if step > 0 else group[::-1]


def _spread_people(scene: Scene, group: list[Mark], step: int) -> list[Mark]:
    """Go on through a list of names without telling first words: "Penanggungan dan Kotalama"."""
    low, words = scene.source.low, scene.words
    while len(group) < 12:
        if step > 0:
            link = LINK.match(low, group[-1].end, scene.end)
            run = capitals_after(scene.source, words, link.end()) if link else None
        else:
            link = LINK_BEFORE.search(
                low[: group[-1].start], max(scene.start, group[-1].start - 12)
            )
            if link and len(group) == 1 and link[0] == ", ":
                link = None
            run = capitals_before(scene.source, words, link.start(), scene.start) if link else None
        if run is None or any(
            run.meets(m)
            for m in (
                *scene.events,
                *scene.organisers,
                *scene.ranks,
                *scene.names,
                *scene.categories,
            )
        ):
            break
        run.more |= {"masked": False, "by": False, "office": False}
        if step > 0 and has_own_rank(scene, run):
            break
        if step < 0 and (
            run.more["alone"]
            or re.search(
                r"\b(?:dari|di|oleh)\s+$", low[max(scene.start, run.start - 6) : run.start]
            )
        ):
            break
        group.append(run)
    return group if step > 0 else group[::-1]


def has_own_rank(scene: Scene, name: Mark) -> bool:
    """Whether a rank of its own follows a name: then it is not of the list before."""
    after = next((r for r in scene.ranks if r.start >= name.end), None)
    if not after:
        return False
    bare = scene.bare(name.more.get("tail", name.end), after.start)
    return NEXT_TO.match(bare) is not None and not bare.strip().startswith(",")


def in_turn(scene: Scene, rank: Mark, group: list[Mark], forward: bool) -> list[Mark]:
    """Give each name its own rank where ranks and names are told in turn."""
    chain = _chain(scene, rank)
    if len(group) < 2 or len(chain) != len(group):
        return group
    start, end = scene.clause(rank.start)
    told = re.search(
        r"\b(?:masing-masing|berturut-turut|secara\s+berurutan)\b", scene.low(start, end)
    )
    return [group[chain.index(rank)]] if told or forward else group


def _chain(scene: Scene, rank: Mark) -> list[Mark]:
    chain = [rank]
    at = scene.ranks.index(rank)
    for step in (-1, 1):
        k = at
        while 0 <= k + step < len(scene.ranks):
            left, right = sorted((scene.ranks[k], scene.ranks[k + step]), key=lambda m: m.start)
            link = scene.bare(left.end, right.start) if left.end <= right.start else ""
            if not re.fullmatch(
                r"[\s,/]*(?:(?:dan|serta|hingga|sampai|&)\b)?[\s,]*(?:hingga|dan)?\s*\w{0,7}\s*",
                link,
            ):
                break
            chain.append(scene.ranks[k + step])
            k += step
    return sorted(chain, key=lambda m: m.start)
