"""Which phrases mean the same: the names of each thing, and what editors taught."""

from collections import defaultdict
from functools import lru_cache

from kim.models import Kecamatan, Kelurahan
from malangnews.search.models import Name, Synonym
from malangnews.search.query import Phrase
from malangnews.search.words import words_of

Meanings = dict[Phrase, set[Phrase]]


@lru_cache(maxsize=1)
def kelurahan() -> tuple[Kelurahan, ...]:
    """Return all kelurahan, by name. They change by law only, so a process reads them once."""
    return tuple(Kelurahan.objects.all())


@lru_cache(maxsize=1)
def proper_words() -> frozenset[str]:
    """Return the words of the names of kelurahan and kecamatan, which are never stemmed.

    Samaan is a place, not what is "sama".
    """
    places = [*kelurahan(), *Kecamatan.objects.all()]
    spellings = [place.name for place in places]
    spellings += [name for place in places for name in getattr(place, "alias_list", ())]
    return frozenset(word for name in spellings for word in words_of(name))


def meanings_of(words: list[str]) -> tuple[Meanings, set[int]]:
    """Return what may stand for phrases in ``words``, and the keys of what is called just so.

    Of names those of one thing mean the same, and of an editor's synonyms those of one row. Two
    queries.
    """
    heads = set(words)
    entries = Name.objects.filter(head__in=heads).values("entry")
    groups: dict[object, set[Phrase]] = defaultdict(set)
    for entry, phrase in Name.objects.filter(entry__in=entries).values_list("entry", "phrase"):
        groups[entry].add(tuple(phrase.split()))
    called = {entry for entry, phrases in groups.items() if tuple(words) in phrases}
    for number, text in Synonym.objects.values_list("pk", "phrases"):
        groups[f"synonym {number}"] = {
            phrase for line in text.splitlines() if (phrase := tuple(words_of(line)))
        }
    meanings: Meanings = defaultdict(set)
    for phrases in groups.values():
        if len(phrases) > 1:
            for phrase in phrases:
                meanings[phrase] |= phrases
    return meanings, called
