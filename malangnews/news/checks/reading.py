"""The reading itself: every rule, in no order that matters."""

from dataclasses import replace

from malangnews.news.checks.abbreviations import abbreviation_never_written_out
from malangnews.news.checks.dates import future_told_as_past, weekday_of_date
from malangnews.news.checks.links import award_without_link, bare_address, kim_without_link
from malangnews.news.checks.names import initials_of_nobody, misspelt_names
from malangnews.news.checks.numbers import count_of_awards
from malangnews.news.checks.papers import Finding, Manuscript, Rule
from malangnews.news.checks.places import dateline_in_body, kelurahan_in_kecamatan
from malangnews.news.checks.style import (
    doubled_spaces,
    doubled_words,
    file_name_as_alt,
    long_sentence,
)

RULES: tuple[Rule, ...] = (
    weekday_of_date,
    future_told_as_past,
    kelurahan_in_kecamatan,
    dateline_in_body,
    misspelt_names,
    initials_of_nobody,
    kim_without_link,
    award_without_link,
    bare_address,
    abbreviation_never_written_out,
    count_of_awards,
    long_sentence,
    doubled_words,
    doubled_spaces,
    file_name_as_alt,
)


# Those that title and summary are read by as well.
LINE_RULES: tuple[Rule, ...] = (
    weekday_of_date,
    future_told_as_past,
    kelurahan_in_kecamatan,
    misspelt_names,
    bare_address,
    doubled_words,
    doubled_spaces,
)
PARTS = ("title", "summary", "body", "alt")


def read(manuscript: Manuscript) -> list[Finding]:
    """Return what all rules find: in title, summary and body, in order, and then in pictures."""
    findings = [finding for rule in RULES for finding in rule(manuscript)]
    for part in ("title", "summary"):
        line = replace(manuscript, body_text=getattr(manuscript, part))
        findings += [replace(one, part=part) for rule in LINE_RULES for one in rule(line)]
    return sorted(findings, key=lambda one: (PARTS.index(one.part), one.start, one.end, one.rule))
