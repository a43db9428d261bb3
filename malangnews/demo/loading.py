"""Loads all demo content in the order in which the rows need each other."""

from django.db import transaction

from malangnews.demo import awards, figures, kim, organizations, programmes, stories
from malangnews.demo.tally import Tally


@transaction.atomic
def load_all() -> Tally:
    """Make what is missing, leave the rest alone; return what was made and what was there."""
    tally = Tally()
    for noun in (organizations, programmes, kim, awards, figures, stories):
        noun.load(tally)
    return tally
