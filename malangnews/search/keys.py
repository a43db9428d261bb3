"""Keys of the index: one number that says how fresh a row is, of what kind, and which.

Results stand newest first, and both databases walk an index by its key without sorting; so the
key begins with the time: minutes since 1970 (31 bits), kind (4 bits), primary key (28 bits).
"""

import datetime as dt

#: Order among rows of the same minute; the place in this list must not change.
KINDS = ("berita", "penghargaan", "karya", "ajang", "potensi", "kim", "kelurahan", "kecamatan")
KIND_BITS, ROW_BITS = 4, 28
LAST_MINUTE = 2**31 - 1


def key_of(kind: str, row: int, fresh: dt.datetime | None) -> int:
    """Return the key of a row; without a time it stands before all others.

    Raises ValueError for an unknown kind, OverflowError for a row beyond 268 million.
    """
    if row >> ROW_BITS:
        raise OverflowError(f"{kind} {row} does not fit the index")
    minutes = LAST_MINUTE if fresh is None else max(0, int(fresh.timestamp() // 60))
    return ((minutes << KIND_BITS | KINDS.index(kind)) << ROW_BITS) | row
