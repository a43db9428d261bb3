"""The page of one group."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from kim.activity_record import activity_record
from kim.citation import cite_kim, identity
from kim.honours import awards_of_kim
from kim.honours_chart import honours_chart
from kim.models import Kim
from kim.naming import GROUP, REGULATION, RENAMED_ON, long_name
from kim.placing import mark_places
from kim.privacy import revalidated
from kim.schema import kim_thing
from kim.standing import standing
from kim.story_pages import stories_by, stories_on
from kim.trail import to_kelurahan
from malangnews.core.pages import find, gone, show


@require_safe
@revalidated
def kim_detail(request, slug):
    """One group: what it is, what proves it, what it did, won, wrote and was told of."""
    rows = Kim.objects.for_card().prefetch_related("milestones", "accounts", "serves")
    kim = find(request, rows, slug)
    if kim is None:
        return gone(request, Kim.objects.all(), slug)
    honours = awards_of_kim(kim)
    context = {
        "kim": kim,
        "crumbs": to_kelurahan(kim.kelurahan),
        "long_name": long_name(timezone.localdate()),
        "former_name": {"name": GROUP, "until": RENAMED_ON, "regulation": REGULATION},
        "standing": standing(kim.milestones.all(), timezone.localdate()),
        "placing": mark_places([kim.kelurahan], kim.serves.all()),
        "activities": activity_record(kim.activities.all()),
        "honours": honours,
        "honours_chart": honours_chart(honours),
        "written": stories_by(kim),
        "page": stories_on(request, kim),
    }
    if kim.is_public:
        about = kim_thing(request, kim, honours.awards)
        context |= identity(request, kim, cite_kim(request, kim), about)
    return show(request, "kim/kim_detail.html", kim, context)
