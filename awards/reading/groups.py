"""Awards of a counted group: "enam sekolah menerima X. Keenam sekolah itu adalah A, B, dan C"."""

import re
from dataclasses import dataclass

from awards.reading.assembly import build
from awards.reading.marks import Mark, Reading
from awards.reading.memory import Memory
from awards.reading.modality import is_blocked
from awards.reading.prizes import name_list
from awards.reading.scenes import Scene

COUNT = (
    r"(?:ke)?(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\w+\s+belas)|"
    r"(?:ke-?)?\d{1,3}"
)
KIND = (
    r"(?:sekolah|madrasah|daerah|kota|kabupaten|kelurahan|desa|kampung|rw|puskesmas|kim|kecamatan|"
    r"badan\s+publik|perguruan\s+tinggi|kampus|perangkat\s+daerah|opd|instansi|rumah\s+sakit|tim|"
    r"provinsi|posyandu|perusahaan|umkm)"
)
TOLD = re.compile(
    rf"\b(?:{COUNT})\s+{KIND}\b[^,;:]{{0,60}}?\b(?:menerima|meraih|raih|mendapat(?:kan)?|memperoleh|"
    r"menyabet|dianugerahi|diganjar|memboyong)\b"
)
NAMED = re.compile(
    rf"\W*(?:(?:adapun|yakni)\s+)?(?:(?:{COUNT})\s+)?(?:{KIND}|penerima(?:nya)?|mereka)\b"
    r"(?:\s+(?:itu|ini|tersebut|dimaksud|penerima|penghargaan))*\s*,?\s*"
    r"(?:adalah|yakni|yaitu|ialah|meliputi|antara\s+lain|di\s?antaranya|terdiri\s+(?:dari|atas))"
    r"\s*:?\s*$"
)
NEAR = 2  # sentences


@dataclass(frozen=True)
class Group:
    """What a group was given, until its members are named."""

    scene: Scene
    prize: Mark
    number: int


def group_told(scene: Scene, number: int) -> Group | None:
    """Return what "enam sekolah menerima X" says, or None."""
    match = TOLD.search(scene.source.low, scene.start, scene.end)
    if match is None:
        return None
    prizes = [m for m in scene.events if m.more.get("prize") and m.start >= match.end()]
    low = scene.source.low
    if not prizes or is_blocked(low, scene.start, match.end(), prizes[0].start, scene.end):
        return None
    return Group(scene, prizes[0], number)


def grouped(scene: Scene, memory: Memory, number: int) -> list[Reading]:
    """Return the readings of a sentence that names the members of a group told just before."""
    group = memory.group
    if not isinstance(group, Group) or number - group.number > NEAR or not scene.names:
        return []
    first = scene.names[0]
    if scene.ranks or not NAMED.match(scene.low(scene.start, first.start)):
        return []
    event = memory.event_of(group.prize)
    rank = next((r for r in group.scene.ranks if r.start >= group.prize.start), None)
    why = ("anggota kelompok yang disebut sebelumnya", "ajang dari kalimat sebelumnya")
    return [
        build(scene, memory, rank, who, event, None, why)
        for who in name_list(scene, first)
        if not who.more["office"]
    ]
