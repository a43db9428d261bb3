"""What the reader has learnt so far in a text: events, names with their short forms, headings."""

import re
from dataclasses import dataclass, field

from awards.reading.lexicon import OFFICES
from awards.reading.marks import Mark, Names, Span
from awards.reading.names import GROUPS
from awards.reading.organisers import level_of
from awards.reading.scenes import Scene

SHORT_FORM = re.compile(r"^(.{3,120}?)\s*\(([^()]{2,24})\)(.*)$")
OFFICIAL = re.compile(
    r"\b(Wali ?[Kk]ota|Bupati|Gubernur)\s+([A-Z]\w+(?:\s(?:Timur|Tengah|Barat|Selatan|Utara|"
    r"Tenggara|Kidul))?)"
)
SCHOOLS = (
    "sd sdn sdi sdit sdk smp smpn smpk smpit mts mtsn sma smak sman smk smkn ma man mi min slb"
)
CAMPUSES = "universitas institut politeknik uin ub um umm unisma itn polinema its stie ugm"
KINDS = {
    "sekolah": frozenset(SCHOOLS.split()),
    "madrasah": frozenset("mts mtsn ma man mi min madrasah".split()),
    "kampus": frozenset(CAMPUSES.split()),
    "kota": frozenset(("kota", "pemkot", "pemerintah")),
    "kabupaten": frozenset(("kabupaten", "pemkab", "pemerintah")),
    "provinsi": frozenset(("provinsi", "pemprov", "jawa", "jatim", "pemerintah")),
    "dinas": frozenset(("dinas", "diskominfo")),
    "kim": frozenset(("kim", "kelompok")),
    "rumah sakit": frozenset(("rs", "rsu", "rsud", "rsi", "rsia", "rsup", "rumah")),
    "perusahaan": frozenset(("pt", "perumda", "pdam", "perumdam", "bank")),
}
PRIZE_OF = re.compile(r"(?:penghargaan|anugerah)(?:\s+(?:bergengsi|ini|itu|tersebut))?\s+dari\s+")
ALIAS = re.compile(r"\s*\(([A-Z][\w.-]{1,14}(?: [A-Z][\w.-]{1,14}){0,2})\)")
WHOLE = frozenset(
    "kota kabupaten kab provinsi kecamatan kelurahan desa dusun rw rt pemerintah".split()
)
RECENT = 60  # events and names kept in mind
SAYS = re.compile(r"[^0-9a-z]+")


@dataclass
class Event:
    """An event as far as the text has told of it; `spans` say where each fact was read."""

    name: str
    facts: dict[str, object] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    seen: int = 0
    prize: bool = False

    def learn(self, fact: str, value: object, span: Span) -> None:
        """Keep a fact if it is the first of its kind."""
        if value and fact not in self.facts:
            self.facts[fact] = value
            self.spans[fact] = span


@dataclass
class Memory:
    """What later sentences may lean on."""

    names: Names | None = None
    events: list[Event] = field(default_factory=list)
    latest: Event | None = None
    short: dict[str, str] = field(default_factory=dict)
    subject: Mark | None = None
    subject_paragraph: int = -9
    headline: Mark | None = None
    met: list[Mark] = field(default_factory=list)
    provisional: bool = False
    listing: Mark | None = None
    category: Mark | None = None
    now: int | None = None
    ranked: dict[str, Event] = field(default_factory=dict)
    giver: Mark | None = None
    group: object = None
    ranked_last: str = ""
    ranked_number: int = -9
    giver_paragraph: int = -9

    def event_of(self, mark: Mark) -> Event:
        """Return the event a mark speaks of, a new one if it is the first time."""
        abbreviation = mark.more.get("abbreviation")
        year = mark.more.get("year")
        for event in reversed(self.events):
            same = plain(event.name) == plain(mark.value) or (
                abbreviation and event.facts.get("abbreviation") == abbreviation
            )
            edition = mark.more.get("edition")
            if same and edition and event.facts.get("edition") not in (None, edition):
                continue
            if same and (not year or event.facts.get("year") in (None, year)):
                break
        else:
            event = Event(mark.value, prize=bool(mark.more.get("prize")))
            event.spans["event"] = mark.span
            self.events = [*self.events[-RECENT:], event]
        if mark.more.get("edition"):
            event.learn("edition", mark.more["edition"], mark.span)
        if abbreviation:
            words = event.name.split()
            kind = words[0].lower() in ("anugerah", "penghargaan", "lomba")
            rest = "".join(word[0] for word in words[kind:])
            whole = abbreviation[0].lower() == event.name[:1].lower() or rest == abbreviation
            event.learn("abbreviation" if whole else "alias", abbreviation, mark.span)
        if year:
            event.learn("year", year, mark.more.get("year_span", mark.span))
        return event

    def is_older(self, event: Event) -> bool:
        """Whether the text speaks of a later edition of the same event."""
        mine = event.facts.get("edition")
        year = event.facts.get("year")
        if isinstance(year, int) and self.events:
            place = self.events.index(event) if event in self.events else len(self.events)
            for other in self.events[:place]:
                later = other.facts.get("year")
                if isinstance(later, int) and later > year and _one_event(other, event):
                    return True
        return bool(mine) and any(
            plain(other.name) == plain(event.name)
            and int(str(other.facts.get("edition", 0))) > int(str(mine))
            for other in self.events
        )

    def meant_by(self, kind: str) -> Mark | None:
        """Return whom "sekolah itu" or "kota ini" points at: the latest name of that kind."""
        heads = KINDS.get(kind, frozenset((kind,)))
        return next((m for m in reversed(self.met) if m.more["head"] in heads), None)

    def government(self, scene: Scene, office: Mark) -> Mark | None:
        """Return where the text names the city, regency or province of an official, or None."""
        words = scene.source.raw[office.start : office.end]
        match = OFFICIAL.search(words)
        if not match:
            return None
        place = re.escape(match[2])
        kind = {"w": "Kota", "b": "Kabupaten", "g": "Provinsi"}[match[1][0].lower()]
        short = {"Kota": "kot", "Kabupaten": "kab", "Provinsi": "prov"}[kind]
        pattern = re.compile(
            rf"(?<!Wali )\b(?:Pemerintah {kind}|Pem{short}|{kind}) {place}\b|"
            rf"\bPemerintah {kind} \(Pem{short}\) {place}\b"
        )
        found = pattern.search(scene.source.clean)
        return (
            Mark("name", *found.span(), "", {"office": False, "government": True})
            if found
            else None
        )

    def spoken(self) -> frozenset[str]:
        """Return the short forms of several words met so far, in small letters."""
        return frozenset(short.lower() for short in self.short if " " in short)

    def known(self) -> dict[str, str]:
        """Return the abbreviations of events met so far."""
        kinds = ("abbreviation", "alias")
        return {str(e.facts[k]): e.name for e in self.events for k in kinds if k in e.facts}

    def notice(self, scene: Scene, number: int) -> None:
        """Learn from a sentence: who holds an event, when and where, and short forms of names."""
        strong = [m for m in scene.events if not m.more.get("weak")]
        for mark in strong:
            event = self.event_of(mark)
            event.seen = number
            for held in scene.organisers:
                gap = (
                    scene.source.low[mark.end : held.start] if held.start >= mark.end else "x" * 99
                )
                if scene.source.low[held.end : mark.start].strip() == "," and held.end < mark.start:
                    gap = ","
                nearer = any(mark.end <= other.start < held.start for other in strong)
                staged = held.more["how"] == "giver" and held.end < mark.start < held.end + 90
                if staged and re.match(
                    r"[\s\w]*\b(?:menggelar|mengadakan|menyelenggarakan|menghelat|mengumumkan)\b",
                    scene.low(held.end, mark.start),
                ):
                    event.learn("organiser", held.value, held.span)
                if held.more["how"] == "of" and not nearer and len(gap) < 40:
                    event.learn("organiser", held.value, held.span)
                if held.more["how"] == "held" and len(gap) < 75 and not nearer and ". " not in gap:
                    event.learn("organiser", held.value, held.span)
            for level in scene.levels:
                if 0 <= level.start - mark.end <= 40 and not re.search(
                    r"[,;.]", scene.source.low[mark.end : level.start]
                ):
                    event.learn("level", level.value, level.span)
        if not strong and self.latest:
            for held in scene.organisers:
                if held.more["how"] == "from" and PRIZE_OF.fullmatch(
                    scene.low(scene.start, held.start)
                ):
                    self.latest.learn("organiser", held.value, held.span)
                if held.more["how"] == "held" and re.search(
                    r"\b(?:ajang|lomba|acara|kegiatan|kompetisi|penghargaan|kejuaraan)\b",
                    scene.low(scene.start, held.start),
                ):
                    self.latest.learn("organiser", held.value, held.span)
        for met in scene.names:
            met.more["said"] = scene.source.raw[met.start : met.end]
        self.met = [*self.met[-RECENT:], *(m for m in scene.names if not m.more["office"])]
        for mark in (*scene.names, *scene.organisers):
            match = ALIAS.match(scene.source.clean, mark.end)
            if match:
                name = scene.source.raw[mark.start : mark.end]
                self.short[match[1]] = _initialled(name, match[1])

    def longer(self, name: str, head: str) -> str:
        """Return the one fuller name met in the text that a name shortens, or the name itself."""
        if head in WHOLE or GROUPS.fullmatch(head) or head in OFFICES or " " not in name:
            return name
        words, fuller = name.split(), set()
        for met in self.met:
            if met.more["head"] == head and met.end - met.start > len(name):
                said = met.more.get("said") or ""
                rest = iter(said.split())
                if said.startswith(name + " ") or (
                    len(words) > 2 and all(word in rest for word in words)
                ):
                    fuller.add(said)
        longest = max(fuller, key=len, default=name)
        return longest if all(longest.startswith(other) for other in fuller) else name

    def full(self, scene: Scene, mark: Mark) -> str:
        """Return a recipient's name as the text says it, completed from what the text says."""
        name = " ".join(scene.source.raw[mark.start : mark.end].split()).strip(" ,.;'\"-")
        name = self.short.get(name, name)
        if mark.more.get("alone"):
            name = _with_kind(scene.source.clean, name)
        if name.count("(") > name.count(")"):
            name += ")"
        match = SHORT_FORM.match(name)
        if match and match[1].strip() == "Kelompok Informasi Masyarakat":
            name = f"{match[2]}{match[3]}"
        elif match and match[3].strip():
            name = f"{match[1]}{match[3]}"
        elif match and not match[2].lower().startswith("pers"):
            name = match[1]
        name = re.sub(r"^Kelompok Informasi Masyarakat\b", "KIM", name)
        if not mark.more.get("alone"):
            name = self.longer(name, mark.more["head"]) if "head" in mark.more else name
        if tables := self.names:
            for table in (tables.organisations, tables.kims):
                name = table.get(name, name)
        return name + mark.more.get("complete", "")


def _one_event(one: Event, two: Event) -> bool:
    short = {str(e.facts.get("abbreviation", e.name)).lower() for e in (one, two)}
    return len(short) == 1 or plain(one.name) == plain(two.name)


def plain(name: str) -> str:
    """Return a name for comparison: small letters and digits only."""
    low = (
        name.lower()
        .replace("publik", "public")
        .replace("relations", "relation")
        .replace("awards", "award")
    )
    return SAYS.sub(" ", low).strip()


def _initialled(name: str, short: str) -> str:
    """Return the end of a name whose initials the short form is: "... Universitas X Y (UXY)"."""
    words = name.split()
    tail = words[-len(short) :]
    initials = "".join(word[0] for word in tail)
    return " ".join(tail) if len(short) > 1 and initials == short else name


def _with_kind(text: str, name: str) -> str:
    """Return "Kota Surabaya" for "Surabaya" where the text says so, and says only one."""
    kinds = r"Kota|Kabupaten|Provinsi|Kecamatan|Kelurahan|Desa"
    found = {
        m[0] for m in re.finditer(rf"(?<!Wali )\b(?:{kinds}) {re.escape(name)}\b(?!\s[A-Z])", text)
    }
    return found.pop() if len(found) == 1 else name


def level_for(organiser: str | None) -> str | None:
    """Return the level that an organiser stands for."""
    return level_of(organiser) if organiser else None
