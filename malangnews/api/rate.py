"""How often one address may ask: so many requests in each minute of the clock."""

import ipaddress
import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

WINDOW = 60  # seconds
#: One household or office has a whole network of this size.
IPV6_NETWORK = 64
logger = logging.getLogger(__name__)


def client_address(request: HttpRequest) -> str:
    """Return who asks, "" when that cannot be known.

    What X-Forwarded-For says is believed only as far as our own proxies wrote it: the last
    ``settings.PROXY_HOPS`` names. With none (the default) the header counts for nothing.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if hops := settings.PROXY_HOPS:
        told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        # Fewer names than proxies: not all of them are ours, so none is believed.
        address = told[-hops] if len(told) >= hops and told[-hops] else address
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if known.version == 6:
        return str(ipaddress.ip_network(f"{known}/{IPV6_NETWORK}", strict=False))
    return str(known)


def seconds_to_wait(request: HttpRequest, now: float | None = None) -> int:
    """Count this request; return 0, or the seconds until its address may ask again.

    Addresses are kept as hashes, for two minutes. Without a cache nobody is held up.
    """
    limit, address = settings.API_REQUESTS_PER_MINUTE, client_address(request)
    if not limit or not address:
        return 0
    moment = time.time() if now is None else now
    window, gone = divmod(int(moment), WINDOW)
    name = salted_hmac("malangnews.api.rate", f"{window} {address}").hexdigest()
    try:
        cache.add(name, 0, timeout=2 * WINDOW)
        count = cache.incr(name)
    except Exception as error:
        # Whatever the cache's trouble is: readers are not to suffer from it.
        logger.warning("requests are not counted: %s", error)
        return 0
    return WINDOW - gone if count > limit else 0
