"""Feeds of the registry: the awards published last, all or those that the filters leave."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape

from awards.filters import Filters, read_filters
from awards.models import Award
from malangnews.core.dates import format_date
from malangnews.core.feeds import PortalFeed

SIZE = 30


class AwardFeed(PortalFeed):
    """Each award in one sentence, linked to its page."""

    ttl = 60  # minutes

    def get_object(self, request: HttpRequest) -> tuple[Filters, str]:
        """Return the filters of the address, and the address with those that are known."""
        asked = request.GET.copy()
        asked.pop("urut", None)  # a feed has its own order
        filters = read_filters(asked)
        return filters, request.path + filters.query

    def title(self, source):
        filters, _ = source
        return f"malangnews: {filters.title}" if filters.chosen else "malangnews: penghargaan"

    def description(self, source):
        filters, _ = source
        if filters.notices:
            return "Saringan pada alamat umpan ini tidak dikenal, jadi umpan ini kosong."
        words = filters.title if filters.chosen else "Penghargaan terbaru Kota Malang"
        return f"{words}, lengkap dengan sumbernya."

    def link(self, source):
        return reverse("awards:award_list") + source[0].query

    def feed_url(self, source):
        return source[1]

    def items(self, source):
        """Return the youngest that pass; who asked for something unknown gets nothing, not all."""
        filters, _ = source
        if filters.notices:
            return []
        awards = filters.narrow(Award.objects.published())
        return awards.latest_published().for_card()[:SIZE]

    def item_title(self, award):
        return f"{award.rank_label}: {award.title}"

    def item_description(self, award):
        programme = award.edition.programme
        day = format_date(*award.conferred)
        words = (
            f"{award.recipient_names} meraih {award.rank_label} pada {award.title}, "
            f"tingkat {programme.get_level_display().lower()}"
        )
        words += f", dengan karya “{award.work}”" if award.work else ""
        words += f", dianugerahkan {day}." if day else "."
        return escape(words)

    def item_guid(self, award):
        return f"tag:malangkota.go.id,2023:malangnews/penghargaan/{award.pk}"

    def item_pubdate(self, award):
        return award.published_at

    def item_updateddate(self, award):
        return max(award.updated_at, award.published_at)

    def item_categories(self, award):
        programme = award.edition.programme
        return [programme.name, programme.get_level_display()]
