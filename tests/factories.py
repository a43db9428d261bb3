"""Makers of rows for tests: valid by default; a test overrides only what it is about.

``published=True`` publishes through the verb, as an editor would. ``state="review"`` (draft,
review, scheduled, published, withdrawn) brings a row anywhere else. Kecamatan and kelurahan are
not made: all of them are there from a migration, ``kelurahan("Samaan")`` gets one.
"""

import datetime as dt
import io
import itertools

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from awards.models import (
    Award,
    Edition,
    Handover,
    Organization,
    Person,
    Programme,
    Recipient,
    Source,
    StatedAwardFigure,
    Work,
)
from kim.models import (
    Contributor,
    Invitation,
    Kelurahan,
    Kim,
    KimActivity,
    KimMember,
    KimMilestone,
    Potential,
    PotentialContact,
    StatedKimFigure,
)
from malangnews.media.models import Photo
from malangnews.news.models import Article, Byline, Correction, Rubric, StaffInitial

# When the made rows were published, unless the test says otherwise.
PAST = dt.datetime(2023, 11, 6, 1, 0, tzinfo=dt.UTC)
PASSWORD = "sandi-untuk-uji"
STATES = ("draft", "review", "scheduled", "published", "withdrawn")

_numbers = itertools.count(1)


def number() -> int:
    """Return a number that no other made row of this run has."""
    return next(_numbers)


def bring_to(row, state: str, at: dt.datetime | None = None, reason: str = "Ditarik untuk uji."):
    """Take a fresh draft to ``state`` by the verbs and return it as it now stands."""
    rows = type(row).objects.filter(pk=row.pk)
    if state == "review":
        rows.submit()
    elif state == "scheduled":
        rows.publish(at or timezone.now() + dt.timedelta(days=30))
    elif state == "published":
        rows.publish(at or PAST)
    elif state == "withdrawn":
        rows.publish(at or PAST)
        rows.withdraw(reason)
    row.refresh_from_db()
    return row


def _finish(row, published: bool, state: str):
    return bring_to(row, "published" if published else state)


# People and pictures


def make_user(username: str = "", group: str = "", is_staff: bool = True, **fields):
    """A user with PASSWORD; ``group`` is the name of a role."""
    username = username or f"pengguna{number()}"
    user = get_user_model().objects.create_user(
        username, password=PASSWORD, is_staff=is_staff, **fields
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def permission(name: str) -> Permission:
    """The permission of that full name: "news.change_article"."""
    label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=label, codename=codename)


def image_file(
    name: str = "foto.png", size: tuple[int, int] = (6, 4), kind: str = "PNG", **options
) -> SimpleUploadedFile:
    """A real picture as an upload; ``options`` go to Pillow (exif=...)."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (60, 90, 160)).save(buffer, kind, **options)
    return SimpleUploadedFile(name, buffer.getvalue(), f"image/{kind.lower()}")


def make_photo(**fields) -> Photo:
    defaults = {"alt": "Dua piagam di atas meja.", "credit": "Diskominfo Kota Malang"}
    if "file" not in fields:
        defaults["file"] = image_file()
    return Photo.objects.create(**{**defaults, **fields})


# KIM


def kelurahan(name: str = "Samaan") -> Kelurahan:
    """One of the 57, by name."""
    return Kelurahan.objects.select_related("kecamatan").get(name=name)


def make_milestone(kim: Kim, kind: str = "formed", on: dt.date | None = None, **fields):
    defaults = {"happened_on": on or dt.date(2020, 3, 2), "source_name": "Portal Kota Malang"}
    return KimMilestone.objects.create(kim=kim, kind=kind, **{**defaults, **fields})


def make_kim(published: bool = False, state: str = "draft", milestones=None, **fields) -> Kim:
    """A KIM formed on 2 March 2020; ``milestones`` are (kind, day) pairs instead."""
    serves = fields.pop("serves", ())
    defaults = {"name": f"KIM Uji {number()}"}
    if "kelurahan" not in fields:
        defaults["kelurahan"] = kelurahan()
    kim = Kim.objects.create(**{**defaults, **fields})
    kim.serves.set(serves)
    for kind, day in [("formed", None)] if milestones is None else milestones:
        make_milestone(kim, kind, day)
    return _finish(kim, published, state)


def consent(**fields) -> dict:
    """Return the fields of a consent given on 1 March 2022; the test overrides what it is about."""
    defaults = {
        "consent_on": dt.date(2022, 3, 1),
        "consent_by": "Orangnya sendiri",
        "consent_note": "formulir bertanda tangan",
    }
    return defaults | fields


def make_member(kim: Kim | None = None, **fields) -> KimMember:
    """A member without consent: private. Give ``**consent()`` to show the name."""
    defaults = {"name": f"Pengurus {number()}", "role": "ketua"}
    return KimMember.objects.create(kim=kim or make_kim(), **{**defaults, **fields})


def make_activity(kim: Kim | None = None, **fields) -> KimActivity:
    defaults = {
        "kind": KimActivity.Kind.DISCUSSION,
        "title": f"Diskusi uji {number()}",
        "happened_on": dt.date(2022, 5, 1),
        "source_name": "Portal Kota Malang",
    }
    return KimActivity.objects.create(kim=kim or make_kim(), **{**defaults, **fields})


def make_contributor(kim: Kim | None = None, user=None, **fields) -> Contributor:
    """An account in the role Kontributor KIM that writes for ``kim``."""
    user = user or make_user(group="Kontributor KIM")
    return Contributor.objects.create(kim=kim or make_kim(), user=user, **fields)


def make_invitation(kim: Kim | None = None, **fields) -> Invitation:
    """An open invitation for a week."""
    defaults = {"name": "Sekretaris", "expires_at": timezone.now() + dt.timedelta(days=7)}
    return Invitation.objects.create(kim=kim or make_kim(), **{**defaults, **fields})


def make_potential(published: bool = False, state: str = "draft", **fields) -> Potential:
    defaults = {
        "name": f"Gerabah Uji {number()}",
        "kind": Potential.Kind.CRAFT,
        "summary": "Kerajinan yang dibuat untuk uji.",
        "source_name": "Portal Kota Malang",
    }
    if "kelurahan" not in fields:
        defaults["kelurahan"] = kelurahan()
    return _finish(Potential.objects.create(**{**defaults, **fields}), published, state)


def make_contact(potential: Potential | None = None, **fields) -> PotentialContact:
    """A contact without consent: private. Give ``**consent()`` to show it."""
    defaults = {"kind": PotentialContact.Kind.PHONE, "value": f"0341 {number():06}"}
    potential = potential or make_potential()
    return PotentialContact.objects.create(potential=potential, **{**defaults, **fields})


def make_stated_kim_figure(**fields) -> StatedKimFigure:
    defaults = {
        "value_min": 34,
        "value_max": 38,
        "as_of": dt.date(2022, 12, 7),
        "stated_by": "Kepala dinas, pembinaan KIM",
    }
    return StatedKimFigure.objects.create(**{**defaults, **fields})


# Awards


def make_organization(**fields) -> Organization:
    defaults = {"name": f"Lembaga Uji {number()}", "kind": Organization.Kind.OFFICE}
    return Organization.objects.create(**{**defaults, **fields})


def make_person(**fields) -> Person:
    return Person.objects.create(**{"name": f"Orang Uji {number()}", **fields})


def make_programme(**fields) -> Programme:
    defaults = {"name": f"Ajang Uji {number()}", "level": Programme.Level.PROVINCE}
    if "organizer" not in fields:
        defaults["organizer"] = make_organization()
    return Programme.objects.create(**{**defaults, **fields})


def make_edition(**fields) -> Edition:
    co_organizers = fields.pop("co_organizers", ())
    defaults = {"year": 2023}
    if "programme" not in fields:
        defaults["programme"] = make_programme()
    edition = Edition.objects.create(**{**defaults, **fields})
    edition.co_organizers.set(co_organizers)
    return edition


def make_work(**fields) -> Work:
    return Work.objects.create(
        **{"title": f"Karya Uji {number()}", "kind": Work.Kind.VIDEO, **fields}
    )


def make_source(award: Award, **fields) -> Source:
    defaults = {"title": "Berita penganugerahan", "publisher": "Pemerintah Kota Malang"}
    return Source.objects.create(award=award, **{**defaults, **fields})


def make_recipient(award: Award, target, **fields) -> Recipient:
    """``target`` is an Organization, Kim, Kelurahan or Person."""
    kind = type(target)._meta.model_name
    return Recipient.objects.create(award=award, **{kind: target}, **fields)


def make_award(
    published: bool = False, state: str = "draft", recipients=None, sources: int = 1, **fields
) -> Award:
    """An award with one organisation as recipient and one source; ``recipients`` lists others."""
    defaults = {"category": f"Kategori {number()}", "rank_label": "Terbaik I"}
    if "edition" not in fields:
        defaults["edition"] = make_edition()
    award = Award.objects.create(**{**defaults, **fields})
    targets = [make_organization()] if recipients is None else recipients
    for position, target in enumerate(targets, 1):
        make_recipient(award, target, position=position)
    for _ in range(sources):
        make_source(award)
    return _finish(award, published, state)


def make_handover(published: bool = False, state: str = "draft", awards=None, **fields) -> Handover:
    """A hand-over of one award; ``awards`` lists others."""
    defaults = {
        "occasion": f"Apel pagi {number()}",
        "held_on": dt.date(2023, 11, 6),
        "place": "Halaman Balai Kota Malang",
        "source_name": "Portal Kota Malang",
    }
    handover = Handover.objects.create(**{**defaults, **fields})
    handover.awards.set([make_award(published=published)] if awards is None else awards)
    return _finish(handover, published, state)


def make_stated_award_figure(**fields) -> StatedAwardFigure:
    defaults = {
        "value_min": 12,
        "value_max": 12,
        "as_of": dt.date(2023, 12, 31),
        "stated_by": "Kepala dinas",
        "measure": "penghargaan Pemerintah Kota Malang",
        "year": 2023,
    }
    return StatedAwardFigure.objects.create(**{**defaults, **fields})


# News


def make_rubric(**fields) -> Rubric:
    return Rubric.objects.create(**{"name": f"Rubrik Uji {number()}", **fields})


def make_initial(**fields) -> StaffInitial:
    return StaffInitial.objects.create(**{"initials": f"u{number()}"[-6:], **fields})


def make_byline(article: Article, role: str = "writer", **fields) -> Byline:
    """A byline by a new initial, or by ``initial=`` or ``kim=``."""
    if not {"initial", "kim"} & fields.keys():
        fields["initial"] = make_initial()
    return Byline.objects.create(article=article, role=role, **fields)


def make_correction(article: Article, **fields) -> Correction:
    defaults = {"kind": Correction.Kind.CORRECTION, "text": "Tahun yang benar 2023."}
    return Correction.objects.create(article=article, **{**defaults, **fields})


def make_article(published: bool = False, state: str = "draft", **fields) -> Article:
    """A story ready for publication. ``tags``, ``kims``, ``awards``, ``kelurahan`` and
    ``potentials`` take lists."""
    related = {
        name: fields.pop(name, ()) for name in ("tags", "kims", "awards", "kelurahan", "potentials")
    }
    defaults = {
        "title": f"Berita uji nomor {number()}",
        "summary": "Ringkasan berita uji.",
        "dateline_place": "Klojen",
        "body": "Alinea pertama berita uji.\nAlinea kedua berita uji.",
    }
    if "rubric" not in fields:
        defaults["rubric"] = make_rubric()
    article = Article.objects.create(**{**defaults, **fields})
    for name, rows in related.items():
        getattr(article, name).set(rows)
    return _finish(article, published, state)


def make_published_article(**fields) -> Article:
    return make_article(published=True, **fields)
