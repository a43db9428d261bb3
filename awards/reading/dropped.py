"""Recipients that a sentence leaves out because an earlier one has named them."""

import re

from awards.reading.marks import Mark
from awards.reading.memory import Memory
from awards.reading.modality import REPORT
from awards.reading.scenes import Scene
from awards.reading.subjects import PRONOUN, subject_of
from awards.reading.vocabulary import COPULA_RE, TAKEN_RE, WIN_RE, WON_RE

INTRO = re.compile(
    r"\b(?:rincian(?:nya)?|masing-masing|meliputi)\b|"
    r"^(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|terakhir|satu\s+lagi|lainnya)\s*(?:,|adalah\b|ialah\b|yakni\b)"
)
FRONT = re.compile(r"(?:juara|peringkat|posisi|pemenang|trofi|medali|gelar|predikat)\b")
AGENTLESS = re.compile(  # "juara II diperoleh dari bidang ...": somebody named before won it
    r"\b(?:diraih|diperoleh|direbut|disabet|didapat(?:kan)?|dipersembahkan)\s+"
    r"(?:dari|pada|di|dalam|untuk|lewat|melalui|setelah|kategori|bidang)\b"
)


def dropped_subject(
    scene: Scene, memory: Memory, rank: Mark, latest: dict
) -> list[tuple[Mark, str]]:
    """Return the recipient of an earlier clause or sentence, where the subject was dropped."""
    start, _ = scene.clause(rank.start)
    low = scene.source.low
    before = low[scene.start : rank.start]
    if not (
        AGENTLESS.search(low, rank.end, scene.end)
        or WIN_RE.search(before)
        or COPULA_RE.search(before)
        or TAKEN_RE.search(before)
        or WON_RE.search(before)
        or INTRO.search(before)
        or scene.sentence.kind == "line"
    ):
        return []
    named = [
        m for m in scene.names if m.end <= rank.start and not m.more["masked"] and not m.more["by"]
    ]
    if start > scene.start:
        earlier = subject_of(scene, rank.start, scene.start)
        if earlier:
            return [(earlier, "pokok kalimat pada anak kalimat sebelumnya")]
        for marks in reversed(list(latest.values())):
            return [(mark, "penerima dari anak kalimat sebelumnya") for mark in marks]
    if scene.sentence.kind == "line" and memory.listing and not scene.names:
        return [(memory.listing, "penerima dari kalimat pengantar daftar")]
    opening = max(scene.source.clean.rfind("\n", 0, scene.start) + 1, scene.start - 2000)
    quoted = scene.source.clean[opening : rank.start].count('"') % 2
    if quoted or REPORT.search(low, scene.start, scene.end) or scene.sentence.kind == "line":
        return []
    pronoun = PRONOUN.search(before)
    if named and not pronoun:
        return []
    if pronoun and pronoun["kind"]:
        meant = memory.meant_by(pronoun["kind"])
        return [(meant, f"“{pronoun[0]}” menunjuk nama sebelumnya")] if meant else []
    if memory.subject is None or scene.sentence.paragraph - memory.subject_paragraph > 2:
        return []
    front = re.match(FRONT, before + low[rank.start : rank.end])
    agentless = AGENTLESS.search(low, rank.end, scene.end)
    if front and not WIN_RE.search(before) and not (agentless and not scene.names):
        return []
    return [(memory.subject, "penerima dari kalimat sebelumnya")]
