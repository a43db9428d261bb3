"""Recipients behind their rank: "juara I diraih R", "juara I: R"."""

import re

from awards.reading.marks import Mark
from awards.reading.names import capitals_after
from awards.reading.scenes import Scene
from awards.reading.subjects import verb_before
from awards.reading.vocabulary import GIVEN, TAKEN

FILL = (
    r"(?:[\s,'\"-]|\b(?:untuk|dalam|pada|di|ini|itu|tersebut|pun|akhirnya|kembali|berhasil|juga|"
    r"sukses|masing-masing|"
    r"berturut-turut|secara|tahun|kategori|tingkat|lomba|kelas|kelompok|ajang|berhasil|dengan|"
    r"nilai|skor|\d+|tertinggi|"
    r"predikat|gelar|trofi|piala|medali|penghargaan|sebagai|yang|sama|dan|putra|putri|usia|sd|"
    r"smp|sma|umum)\b)*"
)


AHEAD = re.compile(
    rf"{FILL}(?:{TAKEN}(?:\s+oleh)?|(?:jatuh|{GIVEN})(?:\s+\w+)?\s+(?:kepada|pada|ke\s+tangan|"
    rf"untuk|bagi|ke)|diterima(?:\s+langsung)?(?:\s+oleh)?|adalah|yakni|yaitu|ialah|"
    rf"antara\s+lain|di\s?antaranya|:|->|=|"
    r"(?:menjadi\s+)?milik|atas\s+nama|diraup|diberikan|jatuh\s+ke|dimenangkan|diamankan|kepada|"
    r"diisi|ditempati|diduduki|dipegang)"
    r"(?:\s+oleh)?\s*(?:pihak\s+|perwakilan\s+|para\s+|(?:tim|regu|wakil|perwakilan|peserta|"
    r"delegasi)\s+(?:dari|asal)\s+)?(?:(?:satu|dua|tiga|empat|lima)\s+)?[:\s'\"-]*$"
)


FOR = re.compile(rf"{FILL}\buntuk\s*$")


FIELD = re.compile(  # "terbaik I Siaran Pers diraih R": a category without the word
    r"\s(?:[A-Z][\w-]*\s){1,5}(?=diraih|disabet|direbut|digondol|jatuh|diboyong|dimenangkan)"
)
HANDED = re.compile(r"kepada|pada|diserahkan|diberikan|diterima")
TIGHT = re.compile(r"[\s:(*'\"=-]*$")


def ahead_of(
    scene: Scene, rank: Mark, end: int, has_subject: bool, near: Mark | None, inverted: bool
) -> Mark | None:
    """Return who stands behind a rank and won it, or None.

    `has_subject`: the clause has a name before its verb; `near`: the name right before the rank;
    `inverted`: an earlier rank of the clause stood before its winner too.
    """
    end = scene.end if end < scene.end and ":" in scene.source.clean[rank.end : end] else end
    options = [m for m in scene.names if rank.end <= m.start < end]
    for name in options[:2]:
        bare = _without_ranks(scene, rank, name)
        if bare is None or len(bare) > 260:
            break
        if re.search(r"\bdiserahkan\s+(?:langsung\s+)?oleh\b", bare):
            return None
        open_end = not has_subject and not name.more["masked"]
        handed = AHEAD.match(bare) is not None
        if handed and not (name.more["office"] and HANDED.search(bare)):
            if has_subject and not re.search(TAKEN + r"|kepada|jatuh|diterima|:", bare):
                return None
            return name
        if (
            open_end
            and FOR.match(bare)
            and not verb_before(scene, rank.start, scene.clause(rank.start)[0])
        ):
            return name
        tight = TIGHT.match(bare) or (bare.strip() == "," and _closes(scene, name, end))
        if open_end and tight and not name.more["office"] and not near:
            return name
    return _person_ahead(scene, rank, end, has_subject, inverted)


def _closes(scene: Scene, name: Mark, end: int) -> bool:
    """Whether nothing follows a name in its clause: "juara ketiga, R."."""
    return not scene.low(name.more.get("tail", name.end), end).strip(" .;,)")


def _without_ranks(scene: Scene, rank: Mark, name: Mark) -> str | None:
    """Return the words between, without ranks of the same chain; None if another frame is there."""
    letters = list(scene.bare(rank.end, name.start))
    if field := FIELD.match(scene.source.clean, rank.end, name.start):
        letters[: field.end() - rank.end] = " " * (field.end() - rank.end)
    place = rank.end
    for other in scene.ranks:
        if rank.end <= other.start and other.end <= name.start:
            link = scene.source.low[place : other.start]
            if (
                not re.fullmatch(r"[\s,/]*(?:dan|serta|hingga|sampai|&)?\s*", link)
                and other.more["norm"]
            ):
                return None
            for k in range(place - rank.end, other.end - rank.end):
                letters[k] = " "
            place = other.end
    bare = "".join(letters)
    return (
        bare
        if place == rank.end
        else re.sub(r"[,/]\s*(?:dan|hingga|sampai|serta)?\s*(?=\s)", " ", bare)
    )


def _person_ahead(
    scene: Scene, rank: Mark, end: int, has_subject: bool, inverted: bool
) -> Mark | None:
    """Return a person's name right behind "diraih", "adalah" or a colon."""
    for pattern in (
        rf"{TAKEN}(?:\s+oleh)?",
        r"(?:adalah|yakni|yaitu|kepada|jatuh\s+(?:kepada|pada))(?:\s+oleh)?",
        r":",
        r"-",
        *((r"\s",) if inverted else ()),
    ):
        for match in re.finditer(pattern, scene.source.low[rank.end : min(end, rank.end + 160)]):
            place = rank.end + match.end()
            words = _without_ranks(
                scene, rank, Mark("name", rank.end + match.start(), rank.end + match.start())
            )
            if words is None or not re.fullmatch(FILL, words):
                break
            if pattern in (":", "-") and scene.sentence.kind == "prose" and has_subject:
                break
            run = capitals_after(
                scene.source, scene.words, place + (scene.source.clean[place : place + 1] == " ")
            )
            if run and not any(
                run.meets(m)
                for m in (*scene.events, *scene.organisers, *scene.ranks, *scene.categories)
            ):
                run.more |= {"masked": False, "by": False, "office": False}
                return run
            break
    return None
