"""Awards as the pages of this room list them, reached through the data and not by an import."""

from django.db.models import Q, QuerySet

from kim.models import Kelurahan, Kim

# Pages show the newest; the registry has them all.
SHOWN = 20


def awards_of_kim(kim: Kim) -> QuerySet:
    """Return the newest public awards of a group, each once."""
    return kim.awards.published().distinct().newest_first().for_card()[:SHOWN]


def awards_of_kelurahan(kelurahan: Kelurahan) -> QuerySet:
    """Return the newest public awards of a kelurahan and of the groups from there, each once."""
    award = kelurahan.awards.model
    won = award.objects.filter(
        Q(recipients__kelurahan=kelurahan) | Q(recipients__kim__kelurahan=kelurahan)
    )
    mine = award.objects.published().filter(pk__in=won.values("pk"))
    return mine.newest_first().for_card()[:SHOWN]
