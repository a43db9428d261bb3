"""A contributor of one KIM, logged in, and the form as she posts it."""

import uuid

import pytest

from tests import factories as make


@pytest.fixture
def kim(db):
    return make.make_kim(name="KIM Samaan", published=True)


@pytest.fixture
def writer(kim):
    user = make.make_user("sari", group="Kontributor KIM", first_name="Sari")
    make.make_contributor(kim, user)
    return user


@pytest.fixture
def phone(client, writer):
    client.force_login(writer)
    return client


@pytest.fixture
def sheet():
    """Return a function that gives the fields of the form, with a key of its own."""

    def fields(**changes):
        return {
            "kunci": str(uuid.uuid4()),
            "versi": "0",
            "title": "Warga Samaan panen lele",
            "event_on": "2026-11-20",
            "place": "Samaan",
            "text": "Warga memanen lele.\nHasilnya **dua kuintal**.",
            "note": "",
            **changes,
        }

    return fields


@pytest.fixture
def draft(kim, writer):
    """A saved draft of hers."""
    story = make.make_article(
        title="Warga panen lele", sent_by=kim, created_by=writer, kims=[kim], rubric=None
    )
    make.make_byline(story, kim=kim)
    return story
