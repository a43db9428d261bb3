"""The front page: its parts in the order that editors set, and what the records amount to."""

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from awards.filters import FIRST, read_filters
from awards.models import Award, Programme
from awards.statistics import totals
from kim.atlas import build_atlas
from kim.coverage import Coverage, coverage
from kim.models import Potential
from malangnews.news.models import Article
from malangnews.pages.front import Arrangement, Kind, Part, arrangement

STORIES = 9
AWARDS = 5
POTENTIALS = 6


@require_safe
def home(request):
    """The front page, in at most twelve queries with those of every page."""
    return render(request, "home.html", {"parts": Front(arrangement()).parts()})


class Front:
    """What stands on the front page; each thing is read when a part first asks for it."""

    def __init__(self, arranged: Arrangement):
        self.arranged = arranged

    def parts(self) -> list[dict[str, object]]:
        """Return the parts in their order, each with its template; what has nothing to show is
        left out."""
        makers = {
            Kind.LEAD: self._lead,
            Kind.FIGURES: self._figures,
            Kind.STORIES: self._stories,
            Kind.ATLAS: self._atlas,
            Kind.WEEKLY: self._weekly,
            Kind.RUBRIC: self._rubric,
            Kind.POTENTIALS: self._potentials,
        }
        made = [(part.kind, makers[part.kind](part)) for part in self.arranged.parts]
        return [{"template": f"pages/_front_{kind}.html", **shown} for kind, shown in made if shown]

    @cached_property
    def held(self) -> dict[int, Article]:
        """The public stories that stand where they were put."""
        if not self.arranged.keys:
            return {}
        rows = Article.objects.published().filter(pk__in=self.arranged.keys)
        rows = rows.for_front() if self.arranged.lead else rows.for_card()
        return {article.pk: article for article in rows}

    @cached_property
    def stories(self) -> list[Article]:
        """The lead, then what was put in front, then the newest; none twice."""
        newest = list(Article.objects.published().newest_first().for_front()[:STORIES])
        pinned = [self.held[key] for key in self.arranged.pinned if key in self.held]
        lead = self.held.get(self.arranged.lead)
        if lead is None:
            # What was put in front of the others keeps its place while there is another.
            lead = next((one for one in newest if one not in pinned), None)
        rows = [*([lead] if lead else []), *pinned, *newest]
        return list({article.pk: article for article in rows}.values())[:STORIES]

    @cached_property
    def city(self) -> Coverage:
        return coverage()

    @cached_property
    def leads(self) -> bool:
        """True when the first story has a part of its own."""
        return any(part.kind == Kind.LEAD for part in self.arranged.parts)

    def _lead(self, part: Part) -> dict:
        awards = Award.objects.published().newest_first().for_card()[:AWARDS]
        return {"article": self.stories[0] if self.stories else None, "awards": awards}

    def _figures(self, part: Part) -> dict:
        return {"figures": [*award_figures(), kim_figure(self.city)]}

    def _stories(self, part: Part) -> dict:
        stories = self.stories[1:] if self.leads else self.stories[: STORIES - 1]
        return {"stories": stories} if stories else {}

    def _atlas(self, part: Part) -> dict:
        return {"city": self.city, "atlas": build_atlas(self.city.tiles)}

    def _weekly(self, part: Part) -> dict:
        return self._of_rubric(part, "rubrik-mingguan", "Semua episode")

    def _rubric(self, part: Part) -> dict:
        return self._of_rubric(part, "", "")

    def _of_rubric(self, part: Part, place: str, label: str) -> dict:
        stories = [self.held[key] for key in part.stories if key in self.held]
        if not stories:
            return {}
        rubric = stories[0].rubric
        return {
            "rubric": rubric,
            "stories": stories,
            "place": place or f"dari-rubrik-{rubric.slug}",
            "label": label or f"Semua berita {rubric.name}",
        }

    def _potentials(self, part: Part) -> dict:
        newest = Potential.objects.published().for_card().order_by("-published_at", "-pk")
        return {"potentials": newest[:POTENTIALS]}


def award_figures() -> list[dict[str, object]]:
    """Return figures of the newest year with awards, each with the address of its records.

    Zeros are left out; without any award the list is empty.
    """
    newest = Award.objects.published().counted_by_year().first()
    if newest is None:
        return []
    year = newest["edition__year"]
    filters = read_filters(QueryDict(f"tahun={year}"))
    counted = totals(filters.narrow(Award.objects.published()))
    rows = [(counted.total, f"penghargaan tahun {year}", {})]
    rows += [
        (counted.by_level[level.value], f"tingkat {level.label.lower()}", {"tingkat": level.value})
        for level in Programme.Level
    ]
    rows.append((counted.first_ranks, "peringkat pertama", {"peringkat": FIRST}))
    return [
        {"value": value, "label": label, "url": filters.address(**changes)}
        for value, label, changes in rows
        if value
    ]


def kim_figure(city: Coverage) -> dict[str, object]:
    """Return how many of all kelurahan have a KIM, with the way to the directory."""
    return {
        "value": f"{city.formed_kelurahan}/{city.total_kelurahan}",
        "label": "kelurahan ber-KIM",
        "url": reverse("kim:kim_list"),
    }
