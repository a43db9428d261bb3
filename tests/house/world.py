"""A full portal for the house tests: everything public and linked, and everything hidden beside it.

Every hidden row carries marker words in every text it has; no public page may show one.
"""

import datetime as dt
import itertools
from dataclasses import dataclass, field

from django.db import models

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from kim.models import Boundary, Kim, Potential
from malangnews.core.models import Publishable
from malangnews.news.models import Article
from tests import factories
from tests.factories import kelurahan
from tests.kim.squares import square

HIDDEN_STATES = ("draft", "review", "scheduled", "withdrawn", "never_public")
EXPIRED = "expired"
HIDDEN_WORD = "rahasia"
PUBLISHABLES = (Article, Award, Handover, Kim, Potential)
REASON = "Ditarik karena angkanya keliru."
_numbers = itertools.count(100)


@dataclass
class Hidden:
    """One hidden row: what no page may show of it, and where it would stand."""

    name: str
    marker: str
    slug_marker: str
    address: str
    was_public: bool = False
    reason: str = ""


@dataclass
class World:
    """The addresses and markers of everything hidden, and some public rows to hang things on."""

    hidden: list[Hidden] = field(default_factory=list)
    public: dict[str, models.Model] = field(default_factory=dict)


def marked(model: type[models.Model], marker: str, slug_marker: str) -> dict[str, str]:
    """Return a value that holds the marker for every text field of the model."""
    values = {}
    for column in model._meta.concrete_fields:
        if isinstance(column, models.SlugField):
            values[column.name] = f"alamat-{slug_marker}"
        elif isinstance(column, models.URLField):
            values[column.name] = f"https://contoh.id/{marker}"
        elif isinstance(column, models.CharField | models.TextField) and not column.choices:
            values[column.name] = f"{HIDDEN_WORD} {marker}"
    for name in ("status", "withdrawal_reason", "body_html", "document_number"):
        values.pop(name, None)
    return values


def hide(world: World, make, model: type[models.Model], name: str, **fields) -> models.Model:
    """Make a row with markers in all its texts and remember it."""
    number = next(_numbers)
    marker, slug_marker = f"zqx{number}", f"zqy{number}"
    row = make(**{**marked(model, marker, slug_marker), **fields})
    address = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    world.hidden.append(Hidden(name, marker, slug_marker, address))
    return row


def settle(world: World, row: Publishable, state: str) -> None:
    """Take the row that was hidden last to its state."""
    if state == EXPIRED:
        factories.bring_to(row, "published")
        until = factories.PAST + dt.timedelta(days=30)
        type(row).objects.filter(pk=row.pk).update(published_until=until)
        world.hidden[-1].was_public = True
        world.hidden[-1].reason = "Ditayangkan sampai 6 Desember 2023"
        return
    if state == "never_public":
        factories.bring_to(row, "scheduled")
        type(row).objects.filter(pk=row.pk).withdraw(REASON)
    else:
        factories.bring_to(row, state, reason=REASON)
    if state in ("draft", "review"):  # a time that was planned, and is over, publishes nothing
        type(row).objects.filter(pk=row.pk).update(published_at=factories.PAST)
    world.hidden[-1].was_public = state == "withdrawn"
    world.hidden[-1].reason = REASON


def add_public(world: World, count: int = 1) -> None:
    """Add ``count`` of everything that is public, all linked with everything else."""
    public = world.public
    if not public:
        initial = factories.make_initial(initials="say")
        organizer, winner = (factories.make_organization() for _ in range(2))
        public.update(
            rubric=factories.make_rubric(name="Prestasi", cadence="weekly"),
            initial=initial,
            organizer=organizer,
            winner=winner,
            person=factories.make_person(),
            work=factories.make_work(),
            programme=factories.make_programme(organizer=organizer, aliases="Ejaan lain"),
            photo=factories.make_photo(),
        )
        Boundary.objects.create(kelurahan=kelurahan(), polygons=[[square(112.63, -7.96)]])
        public["edition"] = factories.make_edition(
            programme=public["programme"], co_organizers=[factories.make_organization()]
        )
    for _ in range(count):
        _add_one_of_each(public)


def _add_one_of_each(public: dict[str, models.Model]) -> None:
    kim = factories.make_kim(published=True, serves=[kelurahan("Kasin")], aliases="KIM Lain")
    factories.make_member(kim, **factories.consent(consent_scope="open"))
    factories.make_activity(kim)
    kim.accounts.create(platform="Instagram", url=f"https://contoh.id/{factories.number()}")
    factories.make_stated_kim_figure()
    factories.make_stated_award_figure()
    potential = factories.make_potential(published=True, products="Guci\nVas")
    factories.make_contact(potential, **factories.consent(consent_scope="open"))
    recipients = [public["winner"], kim, kelurahan(), public["person"]]
    award = factories.make_award(
        published=True, edition=public["edition"], work=public["work"], recipients=recipients
    )
    factories.make_award(published=True, recipients=[public["winner"]])
    factories.make_handover(published=True, awards=[award])
    links = {
        "rubric": public["rubric"],
        "tags": ["prestasi"],
        "kims": [kim],
        "awards": [award],
        "potentials": [potential],
        "kelurahan": [kelurahan()],
    }
    article = factories.make_article(
        published=True, lead_photo=public["photo"], sent_by=kim, **links
    )
    factories.make_byline(article, initial=public["initial"])
    factories.make_byline(article, "contributor", kim=kim)
    factories.make_correction(article)
    public.update(kim=kim, award=award, potential=potential, article=article)


def add_hidden(world: World) -> None:
    """Add every publishable row in every hidden state, and other rows the public may not see.

    Hidden rows point at public ones, and public ones at hidden ones.
    """
    public = world.public
    for state in HIDDEN_STATES:
        kim = _hidden_kim(world, state)
        award = _hidden_award(world, state, kim)
        potential = hide(
            world, factories.make_potential, Potential, f"potential {state}", kelurahan=kelurahan()
        )
        settle(world, potential, state)
        both = [award, public["award"]]
        handover = hide(world, factories.make_handover, Handover, f"handover {state}", awards=both)
        settle(world, handover, state)
        _hidden_article(world, state, kims=[kim, public["kim"]], awards=both)
        # A public story and a public hand-over that tell of something hidden.
        public["article"].kims.add(kim)
        public["article"].awards.add(award)
        public["article"].potentials.add(potential)
        factories.make_byline(public["article"], "contributor", kim=kim)
        public["award"].handovers.first().awards.add(award)
    # Of all kinds only stories have an end; what was corrected in them stays on /ralat/.
    _hidden_article(world, EXPIRED, kims=[public["kim"]], awards=[public["award"]])
    world.hidden.append(Hidden("member without consent", "zqxmember", "zqxmember", ""))
    factories.make_member(public["kim"], name="Rahasia zqxmember")
    world.hidden.append(Hidden("account of a writer", "zqxakun", "zqxakun", ""))
    account = factories.make_user("zqxakun", first_name="Rahasia zqxakun")
    for model in PUBLISHABLES:
        model.objects.update(created_by=account)


def _hidden_kim(world: World, state: str) -> Kim:
    kim = hide(
        world,
        factories.make_kim,
        Kim,
        f"kim {state}",
        kelurahan=kelurahan(),
        serves=[kelurahan("Kasin")],
    )
    text = f"Rahasia {world.hidden[-1].marker}"
    kim.milestones.update(note=text, source_name=text)
    factories.make_activity(kim, title=text, source_name=text, note=text)
    factories.make_member(kim, name=text, **factories.consent())
    kim.accounts.create(platform="Instagram", url=f"https://contoh.id/{kim.slug}")
    settle(world, kim, state)
    return kim


def _hidden_award(world: World, state: str, kim: Kim) -> Award:
    """A hidden award, with an edition, an organiser, a winner ... that only it names."""
    of = f"of an award {state}"
    organizer, partner, winner = (
        hide(world, factories.make_organization, Organization, f"{role} {of}", kind="office")
        for role in ("organizer", "co-organizer", "winner")
    )
    programme = hide(
        world, factories.make_programme, Programme, f"programme {of}", organizer=organizer
    )
    edition = hide(
        world,
        factories.make_edition,
        Edition,
        f"edition {of}",
        programme=programme,
        co_organizers=[partner],
    )
    person = hide(world, factories.make_person, Person, f"person {of}")
    work = hide(world, factories.make_work, Work, f"work {of}", kind="video")
    recipients = [winner, person, kelurahan(), world.public["kim"]]
    if state in ("draft", "review"):  # a released award has no hidden KIM as recipient
        recipients.append(kim)
    award = hide(
        world,
        factories.make_award,
        Award,
        f"award {state}",
        edition=edition,
        work=work,
        recipients=recipients,
    )
    award.sources.update(title=f"Rahasia {world.hidden[-1].marker}")
    settle(world, award, state)
    return award


def _hidden_article(world: World, state: str, **links) -> None:
    """A hidden story, with a tag that no other story has."""
    article = hide(
        world,
        factories.make_article,
        Article,
        f"article {state}",
        rubric=world.public["rubric"],
        kelurahan=[kelurahan()],
        lead_photo=world.public["photo"],
        **links,
    )
    marker = world.hidden[-1].marker
    article.tags.set([f"rahasia {world.hidden[-1].slug_marker}", "prestasi"])
    article.potentials.add(world.public["potential"])
    factories.make_byline(article, initial=world.public["initial"])
    words = {} if state == EXPIRED else {"text": f"Rahasia {marker}"}
    factories.make_correction(article, **words)
    settle(world, article, state)
