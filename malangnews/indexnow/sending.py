"""Sends addresses to an endpoint of IndexNow (https://www.indexnow.org/documentation)."""

import json
import re
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import Request, urlopen

KEY = re.compile(r"[A-Za-z0-9-]{8,128}")
#: The protocol takes so many addresses at once.
MOST = 10_000
SECONDS = 20


class NotTaken(Exception):
    """The endpoint could not be reached, or refused; says why in words for the office."""


def send(endpoint: str, key: str, host: str, key_address: str, addresses: list[str]) -> int:
    """Send the addresses of one host; return how many requests it took. Raises NotTaken."""
    if not endpoint.startswith(("https://", "http://")):
        raise NotTaken(f"Alamat tujuan “{endpoint}” bukan alamat http.")
    count = 0
    for part in _parts(addresses):
        words = {"host": host, "key": key, "keyLocation": key_address, "urlList": part}
        headers = {"Content-Type": "application/json; charset=utf-8"}
        request = Request(endpoint, json.dumps(words).encode(), headers)  # noqa: S310
        try:
            with urlopen(request, timeout=SECONDS):  # noqa: S310
                count += 1
        except (URLError, TimeoutError, OSError) as error:
            raise NotTaken(f"Pemberitahuan tidak diterima {endpoint}: {error}") from error
    return count


def _parts(addresses: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(addresses), MOST):
        yield addresses[start : start + MOST]
