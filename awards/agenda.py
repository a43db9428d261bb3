"""The award year as a calendar: deadlines and announcements, for those who follow it."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from icalendar import Alarm, Calendar, Event

from awards.models import Call, Entry

SALT = "awards.agenda"
DIGITS = 40
# A reminder comes so many days before a deadline.
WARNING = dt.timedelta(days=7)
# What is over for longer than this leaves the calendar.
KEPT = dt.timedelta(days=400)
OPEN = (Entry.State.PLANNED,)


def token_of(user) -> str:
    """Return what stands in the address of a person's calendar.

    It is computed from the portal's secret key and the person's password, so that a new password
    gives a new address and closes the old one.
    """
    return f"{user.pk}-{_seal(user)}"


def user_of(token: str):
    """Return the person whose calendar ``token`` opens, if she still works here; else None."""
    number, _, seal = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    user = get_user_model().objects.filter(pk=int(number), is_active=True, is_staff=True).first()
    if user is None or not constant_time_compare(seal, _seal(user)):
        return None
    return user if user.has_perm("awards.view_call") else None


def due_entries(today: dt.date, days: int):
    """Return the planned entries whose own or call's deadline is past or within ``days``."""
    until = today + dt.timedelta(days=days)
    late = Q(due_on__lte=until) | Q(due_on=None, call__closes_on__lte=until)
    rows = Entry.objects.filter(late, state__in=OPEN)
    return rows.select_related("call__programme", "owner")


def calendar_of(user, today: dt.date, home: str) -> bytes:
    """Return the iCalendar of all calls and of the entries that ``user`` answers for.

    ``home`` is the portal's address, such as "https://example.org", without a slash at the end.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//malangnews//Agenda lomba//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Agenda lomba malangnews")
    calendar.add("method", "PUBLISH")
    calls = Call.objects.select_related("programme").order_by("pk")
    for call in calls:
        for event in _events_of_call(call, today, home):
            calendar.add_component(event)
    entries = Entry.objects.filter(owner=user, state__in=OPEN, due_on__isnull=False)
    for entry in entries.select_related("call__programme").order_by("pk"):
        if entry.due_on >= today - KEPT:
            address = home + reverse("admin:awards_entry_change", args=[entry.pk])
            words = f"Selesaikan: {entry}"
            calendar.add_component(_event(f"entry-{entry.pk}", entry.due_on, words, address, True))
    return calendar.to_ical()


def _events_of_call(call: Call, today: dt.date, home: str) -> Iterable[Event]:
    address = home + reverse("admin:awards_call_change", args=[call.pk])
    for name, words, warns in (
        ("opens_on", "Pendaftaran dibuka", False),
        ("closes_on", "Batas pendaftaran", True),
        ("announced_on", "Pengumuman", False),
    ):
        day = getattr(call, name)
        if day and day >= today - KEPT:
            yield _event(f"call-{call.pk}-{name}", day, f"{words}: {call}", address, warns)


def _event(key: str, day: dt.date, words: str, address: str, warns: bool) -> Event:
    event = Event()
    event.add("uid", f"{key}@malangnews")
    # The same question gives the same answer: a calendar program sees what really changed.
    event.add("dtstamp", dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", words)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    if warns:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words)
        alarm.add("trigger", -WARNING)
        event.add_component(alarm)
    return event


def _seal(user) -> str:
    text = f"{user.pk}:{user.password}"
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()[:DIGITS]
