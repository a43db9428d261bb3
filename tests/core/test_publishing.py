"""The gate and the verbs, for everything that is published."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from awards.models import Award
from malangnews.news.models import Article
from tests import factories

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": factories.make_article,
    "award": factories.make_award,
    "handover": factories.make_handover,
    "kim": factories.make_kim,
    "potential": factories.make_potential,
}
NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(params=MAKERS)
def maker(request):
    return MAKERS[request.param]


def rows_of(row):
    return type(row).objects.filter(pk=row.pk)


def test_only_the_published_state_passes_the_gate(maker):
    made = {state: maker(state=state) for state in factories.STATES}
    model = type(made["draft"])
    own = model.objects.filter(pk__in=[row.pk for row in made.values()])
    assert own.published().get() == made["published"]
    assert own.drafts().get() == made["draft"]
    assert own.in_review().get() == made["review"]
    assert own.scheduled().get() == made["scheduled"]
    assert own.withdrawn().get() == made["withdrawn"]
    assert set(own.once_public()) == {made["published"], made["withdrawn"]}


def test_row_says_of_itself_what_the_gate_says(maker):
    for state in factories.STATES:
        row = maker(state=state)
        assert row.is_public is rows_of(row).published().exists()
        assert row.is_released is (state in ("scheduled", "published", "withdrawn"))


def test_scheduled_row_appears_at_its_minute(maker):
    row = factories.bring_to(maker(), "scheduled", NOON)
    assert not rows_of(row).published(NOON - MINUTE).exists()
    assert rows_of(row).scheduled(NOON - MINUTE).exists()
    assert rows_of(row).published(NOON).exists()
    assert not rows_of(row).scheduled(NOON).exists()


def test_row_withdrawn_before_its_time_was_never_public(maker):
    row = factories.bring_to(maker(), "scheduled")
    rows_of(row).withdraw("Dibatalkan.")
    assert not rows_of(row).once_public().exists()


def test_publishing_takes_the_planned_time_first():
    planned = factories.make_article(published_at=NOON)
    rows_of(planned).publish(NOON + MINUTE)
    planned.refresh_from_db()
    assert planned.published_at == NOON


def test_publishing_without_a_time_means_now(maker):
    row = maker()
    before = timezone.now()
    assert rows_of(row).publish() == 1
    row.refresh_from_db()
    assert before <= row.published_at <= timezone.now()


def test_publishing_again_changes_nothing(maker):
    row = maker(published=True)
    assert rows_of(row).publish(NOON) == 0
    row.refresh_from_db()
    assert row.published_at == factories.PAST


def test_time_of_publication_never_moves(maker):
    row = maker(published=True)
    row.save()
    rows_of(row).withdraw("Keliru.")
    rows_of(row).publish()
    row.refresh_from_db()
    assert row.published_at == factories.PAST
    assert row.is_public


def test_publishing_again_forgets_the_withdrawal(maker):
    row = maker(state="withdrawn")
    rows_of(row).publish()
    row.refresh_from_db()
    assert (row.withdrawn_at, row.withdrawal_reason) == (None, "")


def test_publishing_needs_what_is_missing_and_says_it_in_words():
    story = Article.objects.create(title="Baru judul")
    with pytest.raises(ValidationError) as refused:
        rows_of(story).publish()
    assert refused.value.messages == [
        "Baru judul: isi isi berita",
        "Baru judul: isi ringkasan",
        "Baru judul: isi rubrik",
        "Baru judul: isi tempat (dateline)",
    ]


def test_nothing_is_half_published():
    ready, lacking = factories.make_article(), factories.make_article(summary="")
    with pytest.raises(ValidationError):
        Article.objects.all().publish()
    assert not Article.objects.published().exists()
    assert {ready.status, lacking.status} == {"draft"}


def test_rows_that_are_ready_are_published_together():
    for _ in range(3):
        factories.make_article()
    assert Article.objects.all().publish(NOON) == 3
    assert Article.objects.published().count() == 3


@pytest.mark.parametrize(
    ("maker", "fields", "lack"),
    [
        (factories.make_award, {"sources": 0}, "tambahkan sedikitnya satu sumber"),
        (factories.make_award, {"recipients": []}, "tambahkan sedikitnya satu penerima"),
        (factories.make_kim, {"milestones": []}, "catat sedikitnya satu tonggak dengan sumber"),
        (factories.make_handover, {"awards": []}, "pilih penghargaan yang diserahkan"),
        (factories.make_potential, {"summary": ""}, "tulis ringkasannya"),
    ],
)
def test_each_kind_of_row_has_what_it_cannot_be_published_without(maker, fields, lack):
    row = maker(**fields)
    assert row.missing_for_publication() == [lack]
    with pytest.raises(ValidationError, match=lack):
        rows_of(row).publish()
    assert not rows_of(row).published().exists()


def test_row_that_lacks_nothing_says_so(maker):
    assert maker().missing_for_publication() == []


def test_award_of_a_kim_waits_for_the_kim():
    kim = factories.make_kim(name="KIM Samaan")
    award = factories.make_award(recipients=[kim])
    with pytest.raises(ValidationError, match="KIM Samaan"):
        rows_of(award).publish()
    rows_of(kim).publish()
    assert rows_of(award).publish() == 1


def test_submitting_moves_drafts_only(maker):
    made = {state: maker(state=state) for state in factories.STATES}
    model = type(made["draft"])
    own = model.objects.filter(pk__in=[row.pk for row in made.values()])
    assert own.submit("Tolong periksa angkanya.") == 1
    made["draft"].refresh_from_db()
    assert made["draft"].status == "review"
    assert made["draft"].review_note == "Tolong periksa angkanya."
    assert own.published().get() == made["published"]


def test_returning_moves_what_waits_for_review_only(maker):
    made = {state: maker(state=state) for state in factories.STATES}
    model = type(made["draft"])
    own = model.objects.filter(pk__in=[row.pk for row in made.values()])
    assert own.return_to_draft("Lengkapi sumbernya.") == 1
    made["review"].refresh_from_db()
    assert made["review"].status == "draft"
    assert made["review"].review_note == "Lengkapi sumbernya."


def test_publishing_forgets_the_note_of_the_review():
    row = factories.make_article()
    rows_of(row).submit("Catatan dalam.")
    rows_of(row).publish()
    row.refresh_from_db()
    assert row.review_note == ""


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_withdrawing_needs_a_reason(maker, reason):
    row = maker(published=True)
    with pytest.raises(ValidationError, match="alasan"):
        rows_of(row).withdraw(reason)
    assert rows_of(row).published().exists()


def test_withdrawing_keeps_time_and_reason(maker):
    row = maker(published=True)
    assert rows_of(row).withdraw(" Salah kutip. ", NOON) == 1
    row.refresh_from_db()
    assert (row.withdrawn_at, row.withdrawal_reason) == (NOON, "Salah kutip.")
    assert row.published_at == factories.PAST


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_only_what_is_released_can_be_withdrawn(maker, state):
    row = maker(state=state)
    assert rows_of(row).withdraw("Lain lagi.") == 0


def test_verbs_tell_when_the_row_was_last_touched(maker):
    row = maker()
    first = row.updated_at
    for verb in (lambda rows: rows.submit(), lambda rows: rows.publish()):
        verb(rows_of(row))
        row.refresh_from_db()
        assert row.updated_at > first
        first = row.updated_at


def test_gate_works_through_relations():
    award = factories.make_award(published=True)
    shown = factories.make_article(published=True, awards=[award])
    factories.make_article(awards=[award])
    assert award.articles.published().get() == shown
    assert Award.objects.filter(articles__in=Article.objects.published()).get() == award


def test_drafts_are_visible_to_holders_of_the_change_permission_only(maker):
    row = maker()
    assert not rows_of(row).visible_to(AnonymousUser()).exists()
    assert not rows_of(row).visible_to(factories.make_user()).exists()
    assert rows_of(row).visible_to(factories.make_user(is_superuser=True)).exists()


def test_change_permission_of_another_kind_shows_nothing():
    writer = factories.make_user()
    meta = Article._meta
    writer.user_permissions.add(factories.permission(f"{meta.app_label}.change_{meta.model_name}"))
    assert Article.objects.filter(pk=factories.make_article().pk).visible_to(writer).exists()
    kim = factories.make_kim()
    assert not rows_of(kim).visible_to(writer).exists()
