"""Completes readings with what the text tells of their event only later."""

from dataclasses import replace

from awards.reading.marks import Reading
from awards.reading.memory import Memory
from awards.reading.organisers import level_of


def completed(memory: Memory, reading: Reading) -> Reading:
    """Return a reading with the organiser that the text named only after the award."""
    if reading.organiser or reading.historic or not reading.event:
        return reading
    for event in memory.events:
        year = event.facts.get("year")
        same = event.name == reading.event and (year is None or year == reading.year)
        if not same or "organiser" not in event.facts:
            continue
        held, span = str(event.facts["organiser"]), event.spans["organiser"]
        level = reading.level or level_of(held)
        spans = {"organiser": span} | ({"level": span} if level else {}) | reading.evidence
        start, end = min(a for a, _ in spans.values()), max(b for _, b in spans.values())
        return replace(reading, organiser=held, level=level, evidence=spans, start=start, end=end)
    return reading
