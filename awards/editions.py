"""The years of a programme, as links."""

from django.urls import reverse

from awards.models import Award, Programme


def edition_chips(programme: Programme, current: int | None = None) -> list[dict[str, object]]:
    """Return one chip for each year with public awards, newest first, with how many; one query."""
    awards = Award.objects.published().filter(edition__programme=programme)
    return [
        {
            "label": str(row["edition__year"]),
            "count": row["count"],
            "url": reverse("awards:edition_detail", args=[programme.slug, row["edition__year"]]),
            "selected": row["edition__year"] == current,
        }
        for row in awards.counted_by_year()
    ]
