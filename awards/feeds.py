"""RSS and Atom of the registry: the awards published last."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape

from awards.models import Award
from malangnews.core.dates import format_date
from malangnews.core.syndication import SteadyFeedMixin

SIZE = 30


class SteadyRss(SteadyFeedMixin, Rss201rev2Feed):
    pass


class SteadyAtom(SteadyFeedMixin, Atom1Feed):
    pass


class AwardRss(Feed):
    """Each award in one sentence, linked to its page."""

    feed_type = SteadyRss
    title = "malangnews: penghargaan"
    description = "Penghargaan terbaru Kota Malang, lengkap dengan sumbernya."
    language = "id"
    ttl = 60  # minutes
    author_name = "Diskominfo Kota Malang"
    item_guid_is_permalink = False

    def link(self):
        return reverse("awards:award_list")

    def items(self):
        return Award.objects.published().latest_published().for_card()[:SIZE]

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


class AwardAtom(AwardRss):
    """The same as Atom."""

    feed_type = SteadyAtom
    subtitle = AwardRss.description
