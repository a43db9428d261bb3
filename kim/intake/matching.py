"""Which stored row a row of the file speaks of, what it would change, and what contradicts.

A matcher takes a line, its readable values and what is known. It blames the line, gives it its
writes and changes, and returns the keys under which no two lines may stand.
"""

from kim.intake.columns import PLACEHOLDER, TABLES
from kim.intake.known import Known
from kim.intake.planning import plan
from kim.intake.report import Line
from kim.intake.spelling import folded
from kim.likeness import plain
from kim.models import Kim, KimMember, KimMilestone, Potential
from malangnews.core.dates import format_date

EVIDENCE = ("nomor_dokumen", "sumber", "alamat_sumber")
STEP = ("tonggak", "tanggal", "berlaku_sampai", *EVIDENCE)
CONSENT = ("persetujuan_dari", "bukti_persetujuan", "setuju_untuk", "wali", "dicabut_pada")
FORBIDDEN = "Anda tidak berhak mengubah {}."
# So alike are two names of one kelurahan before the preview asks whether they are one.
NEARLY = 0.85


def match_group(line: Line, values: dict, known: Known) -> list[tuple]:
    """A KIM, and the milestone on the same row."""
    name = values.get("nama")
    kim = known.groups.get(folded(name)) if name else None
    if name and kim is None:
        _look_for_doubles(line, name, values.get("kelurahan"), known)
    if values.get("kelurahan") in values.get("juga_melayani", ()):
        line.blame("juga_melayani", "Kelurahan asalnya tidak ditulis lagi di sini.")
    keys = [("kim", plain(name) or folded(name))] if name else []
    if kim is not None:
        values.pop("nama")
    plan(line, Kim, kim, values)
    if any(key in line.cells for key in STEP):
        for key in ("tonggak", "tanggal"):
            if key not in line.cells:
                line.blame(key, "Wajib diisi bila baris ini mencatat tonggak.")
        _match_step(line, values, kim, known)
    _guard(line, "nama", kim, known)
    return keys


def match_milestone(line: Line, values: dict, known: Known) -> list[tuple]:
    """A milestone of a KIM on record."""
    kim = values.get("kim")
    key = _match_step(line, values, kim, known)
    _guard(line, "kim", kim, known)
    return [key] if key and kim is not None else []


def match_potential(line: Line, values: dict, known: Known) -> list[tuple]:
    """A potential of a kelurahan."""
    name, place = values.get("nama"), values.get("kelurahan")
    if not (name and place):
        return []
    key = (place.pk, folded(name))
    potential = known.potentials.get(key)
    if potential is None and not ({"sumber", "alamat_sumber"} & line.cells.keys()):
        line.blame("sumber", "Tulis sumbernya: nama media atau alamatnya.")
    if potential is not None:
        values.pop("nama")
    else:
        if near := known.names_at[place.pk].nearest(name, NEARLY):
            line.notes.append(f"Mirip “{near}” yang sudah tercatat di {place}. Pastikan lain.")
    plan(line, Potential, potential, values)
    _guard(line, "nama", potential, known)
    return [key]


def match_member(line: Line, values: dict, known: Known) -> list[tuple]:
    """Somebody who serves in a KIM."""
    kim, name, role = (values.get(key) for key in ("kim", "nama", "jabatan"))
    if name and name.startswith(PLACEHOLDER):
        line.blame("nama", "Ini baris contoh: ganti dengan nama, atau hapus barisnya.")
    start = values.get("mulai")
    member = None
    if kim and name and role:
        stored = known.members.get((kim.pk, folded(name), folded(role)), [])
        same = [row for row in stored if row.term_from == start]
        # Without a start, the latest term is meant; a term without one is completed.
        other = [row for row in stored if start is None or row.term_from is None]
        member = next(iter(same or other), None)
    _check_consent(line, values, member)
    _in_order(line, "sampai", "mulai", "Masa jabatan berakhir sebelum mulai.", values, member)
    if member is not None:
        values.pop("nama"), values.pop("jabatan")
    plan(line, KimMember, member, values)
    _guard(line, "kim", kim, known)
    if not (kim and name and role):
        return []
    keys = [("baru", kim.pk, folded(name), folded(role), start)]
    return keys if member is None else [("ada", member.pk)]


def _guard(line: Line, column: str, row, known: Known) -> None:
    """Whoever changes something of ``row`` must have the right to; what is the same is nobody's."""
    if row is not None and not known.may_change(row):
        if any(write.is_needed for write in line.writes):
            line.blame(column, FORBIDDEN.format(row))


def _look_for_doubles(line: Line, name: str, place, known: Known) -> None:
    """A new name must not be one that is on record in another spelling."""
    words = "Sudah tercatat sebagai “{}”: tulis namanya persis begitu."
    doubles = known.spellings.get(folded(name)) or known.alike.get(plain(name)) or ()
    if doubles and plain(name):
        line.blame("nama", words.format(doubles[0]))
        return
    if place is None:
        return
    names = known.names_at[place.pk]
    if near := names.nearest(name, NEARLY):
        line.notes.append(f"Mirip “{near}” yang sudah tercatat. Pastikan memang KIM lain.")
    elif other := next(iter(names), ""):
        line.notes.append(f"Kelurahan {place} sudah mempunyai {other}.")


def _match_step(line: Line, values: dict, kim: Kim | None, known: Known) -> tuple:
    """Plan a milestone of ``kim``, which the same line makes when it is None."""
    kind, dated = values.get("tonggak"), values.get("tanggal")
    key = (kim and kim.pk, kind, dated and dated.day)
    stored = known.milestones.get(key)
    if stored is None and not any(name in line.cells for name in EVIDENCE):
        line.blame("sumber", "Tulis buktinya: sumber, alamatnya, atau nomor dokumen.")
    words = "Masa berlaku berakhir sebelum tanggal tonggaknya."
    until = values.get("berlaku_sampai") or (stored and stored.valid_until)
    if until and dated and until < dated.day:
        line.blame("berlaku_sampai", words)
    if kim and kind and dated and stored is None:
        for row in known.steps.get((kim.pk, kind), ())[:1]:
            on = format_date(row.happened_on, row.happened_on_precision)
            line.notes.append(f"“{row}” sudah tercatat pada {on}; ini menjadi yang kedua.")
    if kind and dated:
        plan(line, KimMilestone, stored, values)
    return key if kind and dated else ()


def _check_consent(line: Line, values: dict, stored: KimMember | None) -> None:
    """Consent is recorded whole: when, by whom, on what proof, for a minor by which guardian."""

    def has(key: str, field: str):
        return key in line.cells or bool(stored and getattr(stored, field))

    if not has("setuju_pada", "consent_on"):
        for key in CONSENT:
            if key in line.cells:
                line.blame("setuju_pada", "Tulis tanggal persetujuannya, atau kosongkan semua.")
                break
        return
    if not has("bukti_persetujuan", "consent_note"):
        line.blame("bukti_persetujuan", "Catat bukti persetujuannya.")
    if not has("persetujuan_dari", "consent_by"):
        line.blame("persetujuan_dari", "Catat siapa yang menyatakan setuju.")
    minor = values.get("belum_18", bool(stored and stored.is_minor))
    if minor and not has("wali", "guardian"):
        line.blame("wali", "Persetujuan bagi yang belum 18 tahun diberikan wali: tulis namanya.")
    words = "Persetujuan dicabut sebelum diberikan."
    _in_order(line, "dicabut_pada", "setuju_pada", words, values, stored)


def _in_order(line: Line, late: str, early: str, words: str, values: dict, stored) -> None:
    fields = {column.key: column.field for column in TABLES["pengurus"].columns}
    ends, begins = (
        values.get(key) or (stored and getattr(stored, fields[key])) for key in (late, early)
    )
    if ends and begins and ends < begins:
        line.blame(late, words)


MATCHERS = {
    "kim": match_group,
    "tonggak": match_milestone,
    "potensi": match_potential,
    "pengurus": match_member,
}
