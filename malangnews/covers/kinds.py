"""Which kinds of pages have a cover, and what is on that of one slug. One query each."""

from collections.abc import Callable

from django.db.models import QuerySet

from awards import covers as registry
from awards.models import Organization, Programme
from kim import covers as room
from kim.models import Kecamatan, Kelurahan, Kim, Potential
from malangnews.core.share import Cover
from malangnews.news import covers as newsroom
from malangnews.news.models import Article

Find = Callable[[str], Cover | None]


def _of(rows: Callable[[], QuerySet], told: Callable[..., Cover]) -> Find:
    def find(slug: str) -> Cover | None:
        row = rows().filter(slug=slug).first()
        return row and told(row)

    return find


KINDS: dict[str, Find] = {
    "berita": _of(lambda: Article.objects.published().select_related("rubric"), newsroom.of_story),
    "kim": _of(lambda: Kim.objects.published().for_card(), room.of_kim),
    "kelurahan": _of(lambda: Kelurahan.objects.select_related("kecamatan"), room.of_kelurahan),
    "kecamatan": _of(Kecamatan.objects.all, room.of_kecamatan),
    "potensi": _of(
        lambda: Potential.objects.published().select_related("kelurahan__kecamatan"),
        room.of_potential,
    ),
    "ajang": _of(Programme.objects.published, registry.of_programme),
    "lembaga": _of(Organization.objects.published, registry.of_organization),
    "bagian": {**registry.SECTIONS, **room.SECTIONS, **newsroom.SECTIONS}.get,
}
