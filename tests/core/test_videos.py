"""Addresses of videos: the many that people copy, and the one that is kept."""

import pytest

from malangnews.core.text import clean_html
from malangnews.core.videos import VIDEO, video_address

WATCH = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
COPIED = {
    WATCH: WATCH,
    "https://youtu.be/dQw4w9WgXcQ?si=abc": WATCH,
    "youtu.be/dQw4w9WgXcQ": WATCH,
    "HTTPS://YouTu.be/dQw4w9WgXcQ/": WATCH,
    "http://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=3s": WATCH,
    "https://youtube.com/shorts/dQw4w9WgXcQ?feature=share": WATCH,
    "https://www.youtube.com/live/dQw4w9WgXcQ": WATCH,
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ": WATCH,
    "https://instagram.com/reel/Cx_a-1b2c3/?igsh=1": "https://www.instagram.com/reel/Cx_a-1b2c3/",
    "https://www.instagram.com/reels/Cx_a-1b2c3": "https://www.instagram.com/reel/Cx_a-1b2c3/",
    "https://www.instagram.com/malangkota/p/Cx_a-1b2c3/": "https://www.instagram.com/p/Cx_a-1b2c3/",
    "https://www.instagram.com/tv/Cx_a-1b2c3/": "https://www.instagram.com/p/Cx_a-1b2c3/",
    "https://m.tiktok.com/@malangkota/video/7301234567890123456?lang=id": (
        "https://www.tiktok.com/@malangkota/video/7301234567890123456"
    ),
    "https://vm.tiktok.com/ZMabc123/": "https://vm.tiktok.com/ZMabc123/",
    "https://vt.tiktok.com/ZSabc123": "https://vt.tiktok.com/ZSabc123/",
    "https://www.tiktok.com/t/ZTabc123/": "https://www.tiktok.com/t/ZTabc123/",
}
NONE = (
    "",
    "javascript:alert(1)",
    "https://vimeo.com/1234567",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/youtu.be/dQw4w9WgXcQ",
    "https://www.youtube.com/",
    "https://www.youtube.com/watch",
    "https://www.youtube.com/@malangkota",
    'https://youtu.be/dQw4w9WgXcQ"onload="x',
    "https://www.instagram.com/malangkota/",
    "https://[",
    "https://youtu.be/dQw4w9WgXcQ" + "/" * 600,
    "https://youtu.be/ｄQw4w9WgXcQ",
    "\x00",
)


@pytest.mark.parametrize(("copied", "kept"), COPIED.items())
def test_what_people_copy_becomes_the_address_that_is_kept(copied, kept):
    assert video_address(copied) == kept
    assert VIDEO.fullmatch(kept)
    assert video_address(kept) == kept


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_video_has_no_address(text):
    assert video_address(text) == ""


@pytest.mark.parametrize(("copied", "kept"), COPIED.items())
def test_a_video_in_raw_html_gets_the_same_address(copied, kept):
    cleaned = clean_html(f'<figure data-video="{copied.replace("&", "&amp;")}"></figure>')
    assert cleaned == f'<figure data-video="{kept}"></figure>'
