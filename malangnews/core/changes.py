"""Telling who keeps something made of our rows that one of them has changed.

Imports go down only: a room above that keeps such a thing (the search keeps an index) gives its
function here once, when the portal starts. It is called by name where rows are saved, deleted,
moved by a verb, or merged.
"""

from collections.abc import Callable, Iterable

Keeper = Callable[[object, bool], None]
_keepers: list[Keeper] = []


def keep_told(keeper: Keeper) -> None:
    """Have ``keeper(row, is_renamed)`` called for every change from now on, once however often
    it is given."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def changed(rows: Iterable, is_renamed: bool = True) -> None:
    """Tell that rows of models were saved, moved or deleted.

    ``is_renamed`` is False when what others show of them, their name and whether they are public,
    is as before.
    """
    for row in rows:
        for keeper in _keepers:
            keeper(row, is_renamed)
