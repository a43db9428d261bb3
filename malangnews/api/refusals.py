"""What is wrong with a question, in plain Indonesian."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError

from malangnews.core.problems import problem

CURSOR = "penanda"
LONGEST = 80
#: Kind of error (pydantic's names, and two of our own) -> what to say, from what is known of it.
WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "int_parsing": lambda told: "harus bilangan bulat",
    "int_parsing_size": lambda told: "bilangannya terlalu besar",
    "int_from_float": lambda told: "harus bilangan bulat",
    "greater_than_equal": lambda told: f"paling kecil {told['ge']}",
    "less_than_equal": lambda told: f"paling besar {told['le']}",
    "literal_error": lambda told: f"pilih salah satu: {_choices(told['expected'])}",
    "value_error": lambda told: "harus waktu seperti 2026-11-01T00:00:00%2B07:00",
    "string_pattern_mismatch": lambda told: "bentuknya tidak dikenal",
    "unknown": lambda told: "parameter ini tidak dikenal di sini",
    "repeated": lambda told: "hanya boleh satu kali",
}


def refuse(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer 422, and 400 for a cursor that cannot be ours, with every wrong parameter named."""
    wrong = [
        {"parameter": str(one["loc"][-1])[:LONGEST], "pesan": _words(one)} for one in error.errors
    ]
    names = ", ".join(dict.fromkeys(one["parameter"] for one in wrong))
    if CURSOR in (one["parameter"] for one in wrong):
        return problem(400, f"Penanda halaman itu tidak terbaca. Periksa: {names}.", wrong)
    return problem(422, f"Periksa: {names}.", wrong)


def check_names(request: HttpRequest, known: Iterable[str]) -> None:
    """Raise ValidationError for a parameter that is unknown, or given twice.

    A misspelt filter that was overlooked would answer with everything, as if that had been asked.
    """
    known = set(known)
    wrong = [
        {"type": "repeated" if name in known else "unknown", "loc": (name,)}
        for name, values in request.GET.lists()
        if name not in known or len(values) > 1
    ]
    if wrong:
        raise ValidationError(wrong)


def _words(error: dict[str, Any]) -> str:
    say = WORDS.get(error["type"])
    return say(error.get("ctx", {})) if say else "nilainya tidak dapat dipakai"


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
