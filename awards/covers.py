"""What the share pictures of the registry tell, beside the cards of awards and years."""

from awards.models import Organization, Programme
from malangnews.core.share import Cover

REGISTRY, PALETTE = "Registri Penghargaan Kota Malang", "sogan"

SECTIONS = {
    cover.slug: cover
    for cover in (
        Cover("bagian", "penghargaan", "Registri", "Penghargaan Kota Malang", palette=PALETTE),
        Cover("bagian", "statistik", "Registri", "Penghargaan dalam angka", REGISTRY, PALETTE),
        Cover("bagian", "data-penghargaan", "Data terbuka", "Data penghargaan", REGISTRY, PALETTE),
        Cover("bagian", "buku-tahunan", "Registri", "Buku tahunan penghargaan", REGISTRY, PALETTE),
    )
}


def of_programme(programme: Programme) -> Cover:
    """Return the cover of a programme."""
    level = f"Ajang tingkat {programme.get_level_display().lower()}"
    return Cover("ajang", programme.slug, level, programme.name, REGISTRY, PALETTE)


def of_organization(organization: Organization) -> Cover:
    """Return the cover of an organisation."""
    kind = organization.get_kind_display() or "Lembaga"
    return Cover("lembaga", organization.slug, kind, organization.name, REGISTRY, PALETTE)
