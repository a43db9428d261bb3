"""The award year: calls, plans, what is near, and the calendar that needs no login."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from awards.admin.calls import days_left
from awards.agenda import token_of
from awards.models import Call, Entry
from tests import factories as make
from tests.awards.test_admin import rows

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def in_days(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


@pytest.fixture
def call():
    programme = make.make_programme(name="Anugerah Media Humas", abbreviation="AMH")
    return Call.objects.create(programme=programme, year=2027, closes_on=in_days(12))


@pytest.fixture
def sari(client):
    user = make.make_user("sari", group="Pengelola Penghargaan")
    client.force_login(user)
    return user


def agenda(client, user):
    return client.get(reverse("awards:agenda", args=[token_of(user)]))


def test_call_and_its_plans_are_one_form(client, sari, call):
    data = {
        "programme": call.programme_id,
        "year": 2028,
        "opens_on": "2028-01-10",
        "closes_on": "2028-03-01",
        **rows("entries", [{"category": "Website", "owner": sari.pk, "state": "planned"}]),
    }
    answer = client.post(reverse("admin:awards_call_add"), data)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert Call.objects.get(year=2028).entries.get().owner == sari


def test_dates_in_the_wrong_order_are_told(client, sari, call):
    data = {
        "programme": call.programme_id,
        "year": 2028,
        "opens_on": "2028-03-10",
        "closes_on": "2028-03-01",
        **rows("entries"),
    }
    page = client.post(reverse("admin:awards_call_add"), data).content.decode()
    assert "Batas pendaftaran mendahului pembukaannya." in page


def test_only_staff_are_offered_as_owners(client, sari, call):
    make.make_user("bukan-staf", is_staff=False)
    page = client.get(reverse("admin:awards_call_change", args=[call.pk])).content.decode()
    assert "sari" in page
    assert "bukan-staf" not in page


def test_categories_of_the_edition_before_are_offered_once(client, sari, call):
    for year, names in ((2024, ["Tua"]), (2026, ["Website", "Video", ""])):
        edition = make.make_edition(programme=call.programme, year=year)
        for category in names:
            make.make_award(edition=edition, category=category)
    call.entries.create(category="video")
    page = client.get(reverse("admin:awards_call_change", args=[call.pk])).content.decode()
    assert "Tambahkan sebagai rencana" in page
    offer = reverse("admin:awards_call_offer", args=[call.pk])
    assert "1 kategori ditambahkan" in client.post(offer, follow=True).content.decode()
    assert sorted(entry.category for entry in call.entries.all()) == ["Website", "video"]
    assert "Tidak ada kategori" in client.post(offer, follow=True).content.decode()
    assert client.get(offer).status_code == 404


def test_near_and_late_deadlines_stand_on_the_first_screen(client, sari, call):
    near = call.entries.create(category="Website")
    late = call.entries.create(category="Video", due_on=in_days(-3))
    call.entries.create(category="Sudah dikirim", state=Entry.State.SUBMITTED)
    far = Call.objects.create(programme=make.make_programme(), year=2027, closes_on=in_days(90))
    far.entries.create(category="Masih jauh")
    page = client.get(reverse("admin:index")).content.decode()
    assert f"{near}" in page
    assert f"{late}" in page
    assert "12 hari lagi" in page
    assert "lewat 3 hari" in page
    assert "Sudah dikirim" not in page
    assert "Masih jauh" not in page


@pytest.mark.parametrize(
    ("days", "words"), [(0, "hari ini"), (1, "1 hari lagi"), (-2, "lewat 2 hari")]
)
def test_time_left_is_said_in_words(days, words):
    assert days_left(in_days(days), TODAY) == words


@pytest.mark.parametrize(
    ("value", "days"), [("sebulan", [5]), ("nanti", [60, None]), ("lewat", [-5])]
)
def test_calls_are_filtered_by_deadline(client, sari, value, days):
    for number in (5, 60, -5, None):
        Call.objects.create(
            programme=make.make_programme(name=f"Ajang {number}"),
            year=2027,
            closes_on=in_days(number) if number is not None else None,
        )
    page = client.get(reverse("admin:awards_call_changelist"), {"batas": value})
    shown = [row.closes_on and (row.closes_on - TODAY).days for row in page.context["cl"].queryset]
    assert sorted(shown, key=str) == sorted(days, key=str)


def test_plan_is_filtered_by_owner(client, sari, call):
    call.entries.create(category="Website", owner=sari)
    call.entries.create(category="Video")
    address = reverse("admin:awards_entry_changelist")
    mine = client.get(address, {"milik": "saya"}).context["cl"].queryset
    nobody = client.get(address, {"milik": "tanpa"}).context["cl"].queryset
    assert [row.category for row in mine] == ["Website"]
    assert [row.category for row in nobody] == ["Video"]


# The calendar


def test_calendar_has_all_deadlines_and_ones_own_plans(client, sari, call):
    other = make.make_user("lain", group="Pengelola Penghargaan")
    call.entries.create(category="Website", owner=sari, due_on=in_days(5))
    call.entries.create(category="Video", owner=other, due_on=in_days(6))
    client.logout()
    answer = agenda(client, sari)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "private" in answer.headers["Cache-Control"]
    assert not answer.cookies
    calendar = Calendar.from_ical(answer.content)
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {
        "Batas pendaftaran: AMH 2027",
        "Selesaikan: AMH 2027 · Website",
    }
    deadline = events["Batas pendaftaran: AMH 2027"]
    assert deadline["dtstart"].dt == in_days(12)
    assert deadline.walk("VALARM")[0]["trigger"].dt == dt.timedelta(days=-7)
    assert str(deadline["url"]).endswith(reverse("admin:awards_call_change", args=[call.pk]))
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_long_and_strange_words_survive_the_calendar(client, sari, call):
    title = 'Kampanye; "UMKM", baris\\n\u2014 ' + "sangat panjang " * 10
    call.entries.create(title=title[:190].strip(), owner=sari, due_on=in_days(5))
    calendar = Calendar.from_ical(agenda(client, sari).content)
    summaries = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    assert f"Selesaikan: {call} · {title[:190].strip()}" in summaries


def test_what_is_long_over_leaves_the_calendar(client, sari, call):
    Call.objects.filter(pk=call.pk).update(closes_on=in_days(-500))
    assert not Calendar.from_ical(agenda(client, sari).content).walk("VEVENT")


def test_calendar_ends_with_the_password_the_account_and_the_right(client, sari, call):
    address = reverse("awards:agenda", args=[token_of(sari)])
    assert client.get(address).status_code == 200
    sari.groups.clear()
    assert client.get(address).status_code == 404
    sari.is_superuser = True
    sari.save()
    assert client.get(address).status_code == 200
    sari.is_active = False
    sari.save()
    assert client.get(address).status_code == 404
    sari.is_active = True
    sari.set_password("baru-dan-panjang")
    sari.save()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["1", "1-", "x-y", "9" * 30 + "-a", "²-a", "1-" + "0" * 40])
def test_guessed_calendar_is_not_found(client, sari, token):
    assert client.get(f"/penghargaan/agenda/{token}.ics").status_code == 404


@pytest.mark.parametrize("group", ["Pembina KIM", ""])
def test_award_year_is_not_for_everybody(client, call, group):
    client.force_login(make.make_user("lain", group=group))
    assert client.get(reverse("admin:awards_call_changelist")).status_code == 403
    assert client.get(reverse("admin:awards_entry_changelist")).status_code == 403
    assert client.post(reverse("admin:awards_call_offer", args=[call.pk])).status_code == 403
    assert "Tenggat lomba" not in client.get(reverse("admin:index")).content.decode()


def test_writer_sees_the_award_year_and_changes_nothing(client, call):
    client.force_login(make.make_user("dina", group="Penulis"))
    assert client.get(reverse("admin:awards_call_changelist")).status_code == 200
    assert client.post(reverse("admin:awards_call_offer", args=[call.pk])).status_code == 403
    assert client.get(reverse("admin:awards_call_add")).status_code == 403
