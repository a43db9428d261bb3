"""Which phrases mean the same: the names of each thing, and what editors taught."""

from collections import defaultdict
from functools import lru_cache

from kim.models import Kelurahan
from malangnews.search.models import Name, Synonym
from malangnews.search.query import Phrase
from malangnews.search.words import words_of

Meanings = dict[Phrase, set[Phrase]]


@lru_cache(maxsize=1)
def kelurahan() -> tuple[Kelurahan, ...]:
    """Return all kelurahan, by name. They change by law only, so a process reads them once."""
    return tuple(Kelurahan.objects.select_related("kecamatan"))


@lru_cache(maxsize=1)
def proper_words() -> frozenset[str]:
    """Return the words of the names of kelurahan and kecamatan, which are never stemmed.

    Samaan is a place, not what is "sama".
    """
    spellings = [
        name
        for place in kelurahan()
        for name in (place.name, place.kecamatan.name, *place.alias_list)
    ]
    return frozenset(word for name in spellings for word in words_of(name))


def synonyms() -> list[set[Phrase]]:
    """Return the phrases that editors taught to mean the same, a set for each row. One query."""
    return [
        {phrase for line in text.splitlines() if (phrase := tuple(words_of(line)))}
        for text in Synonym.objects.values_list("phrases", flat=True)
    ]


def meanings_of(words: list[str], taught: list[set[Phrase]]) -> tuple[Meanings, set[int]]:
    """Return what may stand for phrases in ``words``, and the keys of what is called just so.

    Of names those of one thing mean the same, and of ``taught`` those of one set. One query.
    """
    heads = set(words)
    entries = Name.objects.filter(head__in=heads).values("entry")
    groups: dict[int, set[Phrase]] = defaultdict(set)
    for entry, phrase in Name.objects.filter(entry__in=entries).values_list("entry", "phrase"):
        groups[entry].add(tuple(phrase.split()))
    called = {entry for entry, phrases in groups.items() if tuple(words) in phrases}
    meanings: Meanings = defaultdict(set)
    for phrases in (*groups.values(), *taught):
        if len(phrases) > 1:
            for phrase in phrases:
                meanings[phrase] |= phrases
    return meanings, called
