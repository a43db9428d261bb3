"""Dates: the weekday that belongs to them, and whether they have come."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from malangnews.core.dates import DAYS, MONTHS
from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.sentences import sentence_around

# Capitals matter: "minggu" is a week.
WEEKDAYS = {day: number for number, day in enumerate(DAYS)} | {"Jum'at": 4, "Jum’at": 4, "Ahad": 6}
MONTH_NUMBERS = {month: number for number, month in enumerate(MONTHS, 1)}
DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:,?\s*(?P<open>\()|,?\s+))?"
    r"(?<![\d/.])(?P<day>\d{1,2})"
    rf"(?:/(?P<number>\d{{1,2}})(?:/(?P<year>\d{{4}}))?|\s+(?P<month>{'|'.join(MONTHS)})"
    r"(?:\s+(?P<long_year>\d{4}))?)(?![\d/])(?(open)\)?)"
)
TOLD_AS_PAST = re.compile(
    r"\b(?:telah|sudah|kemarin|tadi|lalu|berhasil|meraih|menorehkan|menyabet|menyerahkan|"
    r"melakukan|mengatakan|menuturkan|usai|seusai)\b",
    re.IGNORECASE,
)
TOLD_AS_FUTURE = re.compile(
    r"\b(?:akan|bakal|rencana\w*|direncanakan|dijadwalkan|jadwal\w*|mendatang|nanti|kelak|"
    r"hingga|sampai|paling lambat|target\w*|ditargetkan|berlaku|besok|lusa)\b",
    re.IGNORECASE,
)
# A date without a year is read as the nearest one, if it is no further off than this.
NEAR = dt.timedelta(days=60)


class Written(NamedTuple):
    """A date as the text has it: its place, the weekday before it, and the day (None: no such)."""

    match: re.Match[str]
    weekday: str
    day: dt.date | None


def written_dates(manuscript: Manuscript) -> Iterator[Written]:
    """Yield every date with a year, and those without that can be told from the story's own."""
    for match in DATE.finditer(manuscript.body_text):
        weekday = match["weekday"] or ""
        month = int(match["number"] or MONTH_NUMBERS[match["month"]])
        year = match["year"] or match["long_year"]
        if year:
            yield Written(match, weekday, _day(int(year), month, int(match["day"])))
        elif weekday and (near := manuscript.event_on or manuscript.published_on):
            days = [_day(near.year + step, month, int(match["day"])) for step in (-1, 0, 1)]
            days = [day for day in days if day and abs(day - near) <= NEAR]
            if days:
                yield Written(match, weekday, days[0])


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def weekday_of_date(manuscript: Manuscript) -> Iterator[Finding]:
    """A weekday that is not the date's, and a date that no calendar has."""
    for match, weekday, day in written_dates(manuscript):
        if day is None and not (weekday or match["month"]):
            continue  # a document's number may look like a date
        if day is None:
            why = "Tanggal ini tidak ada di kalender."
            yield manuscript.finding("tanggal", *match.span(), why)
        elif weekday and WEEKDAYS[weekday] != day.weekday():
            right = DAYS[day.weekday()]
            date = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
            why = f"{date} jatuh pada hari {right}, bukan {weekday}."
            mend = right + match.group()[len(weekday) :]
            yield manuscript.finding("hari", *match.span(), why, mend)


def future_told_as_past(manuscript: Manuscript) -> Iterator[Finding]:
    """A date after the story's own day, in a sentence that tells of something done."""
    told_on = manuscript.published_on or manuscript.event_on
    if told_on is None:
        return
    for match, _weekday, day in written_dates(manuscript):
        if day is None or day <= told_on:
            continue
        sentence = sentence_around(manuscript.body_text, match.start())
        if TOLD_AS_PAST.search(sentence) and not TOLD_AS_FUTURE.search(sentence):
            why = "Tanggal ini belum tiba ketika berita terbit, tetapi diceritakan sudah terjadi."
            yield manuscript.finding("tanggal-mendatang", *match.span(), why)
