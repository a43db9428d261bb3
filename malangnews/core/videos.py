"""Addresses of videos on other sites: the many that people copy, and the one that is kept.

js/editor-addresses.js reads them alike.
"""

import re
from urllib.parse import parse_qs, urlsplit

YOUTUBE_KEY, SHORT_KEY = r"[\w-]{6,20}", r"[\w-]{5,20}"
TIKTOK_CLIP = r"@[\w.]{1,40}/video/[0-9]{5,25}"
#: What is kept.
VIDEO = re.compile(
    rf"https://(?:www\.youtube\.com/watch\?v={YOUTUBE_KEY}"
    r"|www\.instagram\.com/(?:p|reel)/[\w-]{5,40}/"
    rf"|www\.tiktok\.com/{TIKTOK_CLIP}"
    rf"|(?:v[mt]\.tiktok\.com|www\.tiktok\.com/t)/{SHORT_KEY}/)",
    re.ASCII,
)
# By host without "www." and the like: path with query as copied, and the address that is kept.
COPIED = {
    "youtu.be": [(rf"/({YOUTUBE_KEY})", "https://www.youtube.com/watch?v={0}")],
    "youtube.com": [
        (
            rf"/(?:watch\?v=|shorts/|live/|embed/)({YOUTUBE_KEY})",
            "https://www.youtube.com/watch?v={0}",
        )
    ],
    "youtube-nocookie.com": [(rf"/embed/({YOUTUBE_KEY})", "https://www.youtube.com/watch?v={0}")],
    "instagram.com": [
        (r"(?:/[\w.]{1,40})?/(?:p|tv)/([\w-]{5,40})", "https://www.instagram.com/p/{0}/"),
        (r"(?:/[\w.]{1,40})?/reels?/([\w-]{5,40})", "https://www.instagram.com/reel/{0}/"),
    ],
    "tiktok.com": [
        (rf"/({TIKTOK_CLIP})", "https://www.tiktok.com/{0}"),
        (rf"/t/({SHORT_KEY})", "https://www.tiktok.com/t/{0}/"),
    ],
    "vm.tiktok.com": [(rf"/({SHORT_KEY})", "https://vm.tiktok.com/{0}/")],
    "vt.tiktok.com": [(rf"/({SHORT_KEY})", "https://vt.tiktok.com/{0}/")],
}
FRONT = re.compile(r"^(?:www|m|music)\.")
LONGEST = 500


def video_address(text: str) -> str:
    """Return the address that is kept for what somebody copied, "" for what is no video."""
    text = text.strip()
    if len(text) > LONGEST:
        return ""
    try:
        parts = urlsplit(text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}")
        host = FRONT.sub("", parts.hostname or "")
    except ValueError:
        return ""
    path = parts.path.removesuffix("/")
    if path == "/watch":
        path += f"?v={parse_qs(parts.query).get('v', [''])[0]}"
    for pattern, kept in COPIED.get(host, ()):
        if found := re.fullmatch(pattern, path, re.ASCII):
            return kept.format(found[1])
    return ""
