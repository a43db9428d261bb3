"""When and where an award was conferred, told beside the award or in a sentence of its own."""

import re
from dataclasses import dataclass, replace

from awards.reading.details import find_place
from awards.reading.marks import Mark, Reading
from awards.reading.modality import PAST
from awards.reading.scenes import Scene

HANDOVER = re.compile(
    r"\b(?:serah\s+terima|apel|kirab|tasyakuran|syukuran|upacara|menyerahkan\s+(?:kembali|"
    r"langsung)|diserahterimakan|audiensi|menerima\s+kunjungan|"
    r"dipamerkan|diarak|jumpa\s+pers|konferensi\s+pers)\b"
)
CONFERRED = re.compile(
    r"\b(?:digelar|dihelat|berlangsung|malam|puncak|penganugerahan|diserahkan|diumumkan|"
    r"dianugerahkan|diadakan|diselenggarakan|diterima|"
    r"menerima|meraih|dianugerahi|diganjar|dinobatkan|penghargaan|ajang|lomba|merebut|menyabet|"
    r"juara|terbaik)\b"
)
SPOKEN = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|papar|ucap|terang|imbuh|tegas|sebut)(?:nya)?\b|"
    r"\b(?:mengatakan|menyatakan|menuturkan|ditemui|dikonfirmasi|keterangan)\b"
)
# A sentence of its own that tells of the ceremony.
GIFT = (
    r"(?:penghargaan|piagam|trofi|piala|anugerah|awards?|plakat|sertifikat|hasil\s+pemeriksaan)"
    r"(?:nya)?"
)
GIVE = (
    r"(?:diserahkan|diberikan|diterima(?:kan)?|dianugerahkan|diumumkan|menyerahkan|menerima|"
    r"menganugerahkan|penyerahan|penganugerahan)"
)
CEREMONY = re.compile(
    r"\b(?:pengumuman|awarding|malam\s+puncak)\b.{0,60}?\b(?:berlangsung|digelar|disampaikan)\b|"
    rf"\b{GIFT}\b.{{0,160}}?\b{GIVE}\b|\b{GIVE}\b.{{0,60}}?\b{GIFT}\b"
)
HELD = re.compile(
    r"\b(?:ajang|lomba|kompetisi|festival|perhelatan|kejuaraan)\b.{0,90}?\b(?:itu|ini|tersebut)\b"
    r".{0,30}?\b(?:digelar|dihelat|berlangsung|diselenggarakan|dilaksanakan|diadakan)\b"
)
HOUSE = (
    r"(?:(?:pj|plt|wakil)\.?\s+)?(?:wali\s?kota|bupati|lurah|camat|rektor|sekretaris\s+daerah|"
    r"sekda|kepala\s+(?:dinas|sekolah|desa|diskominfo|bagian))"
)
BY_HOUSE = re.compile(
    rf"\b(?:diserahkan|diberikan|dilakukan|dibagikan)\s+(?:kembali\s+)?(?:secara\s+)?"
    rf"(?:langsung\s+)?(?:oleh\s+)?{HOUSE}\b|"
    rf"\b{HOUSE}\b[^;]{{0,80}}?\b(?:menyerahkan|memberikan)\b"
)
TO_COME = re.compile(r"\b(?:akan|bakal|rencananya|dijadwalkan|nantinya|mendatang|direncanakan)\b")
NEAR = 4  # so many sentences behind the award the ceremony may be told


@dataclass(frozen=True)
class Ceremony:
    """A date that a sentence of its own gives to awards told elsewhere."""

    day: Mark
    place: Mark | None

    def given_to(self, reading: Reading) -> Reading:
        """Return a reading that knows the ceremony, where it said no date itself."""
        year = int(self.day.value[:4])
        if reading.date or reading.historic or (reading.year or year) not in (year, year - 1):
            return reading
        values, spans = {"date": self.day.value}, {"date": self.day.span}
        if self.place and not reading.place:
            values["place"], spans["place"] = self.place.value, self.place.span
        if not reading.year:
            values["year"], spans["year"] = year, self.day.span
        spans = {**reading.evidence, **spans}
        start = min(a for a, _ in spans.values())
        end = max(b for _, b in spans.values())
        return replace(reading, **values, evidence=spans, start=start, end=end)


def conferment(scene: Scene) -> Mark | None:
    """Return the date of a sentence if it tells when something was conferred."""
    low = scene.low(scene.start, scene.end)
    if not scene.dates or HANDOVER.search(low) or not CONFERRED.search(low):
        return None
    day = scene.dates[0]
    return None if SPOKEN.search(scene.low(scene.start, day.start)[-70:]) else day


def ceremony(scene: Scene) -> Ceremony | None:
    """Return when and where "the award was handed over by the minister", or None."""
    if len(scene.dates) != 1:
        return None
    day = scene.dates[0]
    low = scene.low(scene.start, day.start)
    whole = scene.low(scene.start, scene.end)
    told = HELD.search(low) or CEREMONY.search(low)
    told = told or (re.search(r"\b(?:acara|malam)\b.{0,120}$", low) and CEREMONY.search(whole))
    if not told:
        return None
    if SPOKEN.search(low) or TO_COME.search(whole) or PAST.search(whole) or BY_HOUSE.search(whole):
        return None
    if re.search(r"\b(?:apel|serah\s+terima|kirab|tasyakuran|syukuran|upacara|diarak)\b", whole):
        return None
    return Ceremony(day, find_place(scene.source, scene.start, scene.end, day))
