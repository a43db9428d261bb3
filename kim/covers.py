"""What the share pictures of the room tell."""

from kim.models import Kecamatan, Kelurahan, Kim, Potential
from malangnews.core.share import Cover

CITY = "Kota Malang"
#: The colours of each room's cloth.
GROUPS, PLACES, POTENTIALS = "daun", "indigo", "kunyit"

SECTIONS = {
    cover.slug: cover
    for cover in (
        Cover("bagian", "atlas-kim", "KIM", "Atlas KIM Kota Malang", "57 kelurahan", GROUPS),
        Cover("bagian", "potensi", "Potensi", "Potensi kelurahan", CITY, POTENTIALS),
    )
}


def of_kim(kim: Kim) -> Cover:
    """Return the cover of a group, loaded by ``for_card()``."""
    place = kim.kelurahan
    note = f"Kelurahan {place}, Kecamatan {place.kecamatan}, {CITY}"
    return Cover("kim", kim.slug, "Kelompok informasi warga", kim.name, note, GROUPS)


def of_kelurahan(kelurahan: Kelurahan) -> Cover:
    """Return the cover of a kelurahan, loaded with its kecamatan."""
    note = f"Kecamatan {kelurahan.kecamatan}, {CITY}"
    title = f"Kelurahan {kelurahan}"
    return Cover("kelurahan", kelurahan.slug, "KIM, potensi, dan prestasi", title, note, PLACES)


def of_kecamatan(kecamatan: Kecamatan) -> Cover:
    """Return the cover of a kecamatan."""
    title = f"Kecamatan {kecamatan}"
    return Cover("kecamatan", kecamatan.slug, "KIM dan potensi", title, CITY, PLACES)


def of_potential(potential: Potential) -> Cover:
    """Return the cover of a potential, loaded with its kelurahan and kecamatan."""
    place = potential.kelurahan
    note = f"Kelurahan {place}, Kecamatan {place.kecamatan}, {CITY}"
    kind = potential.get_kind_display()
    return Cover("potensi", potential.slug, kind, potential.name, note, POTENTIALS)
