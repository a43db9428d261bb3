"""Nothing hidden is in any answer: not in lists, not behind a filter, not by its address, not as a
link of something public."""

import pytest

from malangnews.api.catalogue import RESOURCES
from malangnews.core.querysets import PublishableQuerySet
from tests.house import world

pytestmark = pytest.mark.django_db
# Filters that name something else, and what kind of hidden row that is (tests/house/world.py).
BY_SLUG = {
    ("berita", "kim"): ("kim",),
    ("berita", "rubrik"): ("article",),
    ("penghargaan", "ajang"): ("programme",),
    ("penghargaan", "penyelenggara"): ("organizer", "co-organizer"),
    ("ajang", "penyelenggara"): ("organizer", "co-organizer"),
    ("tonggak", "kim"): ("kim",),
}
WINNERS = {"winner": "lembaga", "kim": "kim", "person": "orang"}
NAMES = {
    **{"article": "berita", "award": "penghargaan", "potential": "potensi", "kim": "kim"},
    **{"programme": "ajang", "organizer": "lembaga", "co-organizer": "lembaga"},
    "winner": "lembaga",
}
# Of these the public is told that they are gone, and why; of the others nothing.
TOLD = {"article", "award", "potential", "kim"}


@pytest.fixture
def made(full_portal):
    return full_portal


def kind_of(hidden: world.Hidden) -> str:
    return hidden.name.split()[0]


def slug_of(hidden: world.Hidden) -> str:
    return f"alamat-{hidden.slug_marker}"


def everything(client) -> dict[str, str]:
    """Return every list of the API to its end, by name."""
    found = {}
    for resource in RESOURCES:
        address, bodies = f"/api/v1/{resource.name}/?per_halaman=7", []
        while address:
            answer = client.get(address)
            bodies.append(answer.content.decode())
            address = answer.json()["berikutnya"]
        found[resource.name] = "\n".join(bodies).lower()
    return found


def shown(made: world.World, bodies: dict[str, str]) -> list[str]:
    return [
        f"{name} shows {hidden.name}"
        for name, body in bodies.items()
        for hidden in made.hidden
        if hidden.marker in body or hidden.slug_marker in body
    ]


def test_no_list_shows_anything_hidden(client, made):
    bodies = everything(client)
    assert all(len(body) > 100 for body in bodies.values())
    assert shown(made, bodies) == []
    assert world.HIDDEN_WORD not in "".join(bodies.values())


def test_leak_would_be_seen(client, made, monkeypatch):
    monkeypatch.setattr(PublishableQuerySet, "published", lambda rows, at=None: rows.all())
    found = shown(made, everything(client))
    for name in ("kim", "potensi", "penghargaan", "ajang", "lembaga", "tonggak"):
        assert any(line.startswith(f"{name} shows") for line in found), name
    assert any(line.startswith("berita shows award") for line in found)
    assert any(line.startswith("berita shows kim") for line in found)


def test_hidden_rows_have_no_address(client, made):
    tried = 0
    for hidden in made.hidden:
        name = NAMES.get(kind_of(hidden))
        if name is None:
            continue
        answer = client.get(f"/api/v1/{name}/{slug_of(hidden)}/")
        assert answer.status_code == (
            410 if hidden.was_public and kind_of(hidden) in TOLD else 404
        ), hidden.name
        assert hidden.marker not in answer.content.decode()
        if answer.status_code == 410:
            assert hidden.reason in answer.json()["detail"] or "expired" in hidden.name
        tried += 1
    assert tried > 40


def found_by(client, address: str) -> list[dict]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.json()["butir"]


def test_no_filter_finds_by_something_hidden(client, made):
    tried = [
        f"/api/v1/{name}/?{filtered}={slug_of(hidden)}"
        for (name, filtered), kinds in BY_SLUG.items()
        for hidden in made.hidden
        if kind_of(hidden) in kinds
    ]
    tried += [
        f"/api/v1/penghargaan/?penerima={WINNERS[kind_of(hidden)]}-{slug_of(hidden)}"
        for hidden in made.hidden
        if kind_of(hidden) in WINNERS
    ]
    tried += [f"/api/v1/berita/?tag=rahasia-{hidden.slug_marker}" for hidden in made.hidden]
    assert len(tried) > 60
    assert [address for address in tried if found_by(client, address)] == []
