"""Draws the portal's fixed pictures: home screen icons and the card shown where a page is shared.

    .venv/bin/python tools/draw_images.py

Run it after the mark or a cloth changed; the pictures in static/img/ are kept in git. Needs the
development packages and Chromium.
"""

import base64
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "static/img"
CARD = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: J; src: url(data:font/woff2;base64,{font}); font-weight: 200 800; }}
body {{ margin: 0; width: 1200px; height: 630px; position: relative; font-family: J; color: #fff; }}
.cloth > svg {{ position: absolute; inset: 0; width: 1200px; height: 630px; }}
.veil {{ position: absolute; inset: 0;
  background: linear-gradient(90deg, #06335e 30%, #06335ecc 62%, #06335e22); }}
.words {{ position: absolute; inset: 0 0 0 90px; display: grid; align-content: center; gap: 28px; }}
.mark {{ width: 132px; height: 132px; }}
b {{ font-size: 116px; font-weight: 800; letter-spacing: -.045em; line-height: 1; }}
i {{ color: #f6d77f; font-style: normal; }}
span {{ font-size: 40px; font-weight: 500; max-width: 15em; line-height: 1.3; }}
</style><div class="cloth">{cloth}</div><div class="veil"></div><div class="words">
<div class="mark">{mark}</div><b>malang<i>news</i></b>
<span>Berita, penghargaan, dan KIM Kota Malang, lengkap dengan sumbernya</span></div>"""
ICON = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; }} svg {{ width: {size}px; height: {size}px; display: block; }}
</style>{mark}"""


def main() -> None:
    """Draw every picture into static/img/."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "malangnews.settings")
    os.environ.setdefault("DEBUG", "1")
    import django  # noqa: PLC0415 (the environment must be complete first)

    django.setup()
    from django.template import engines  # noqa: PLC0415

    drawing = '{% load portal %}{% batik "kartu bagikan" "arema" %}'
    mark = (IMAGES / "favicon.svg").read_text()
    font = (ROOT / "static/fonts/plus-jakarta-sans-latin-wght-normal.woff2").read_bytes()
    card = CARD.format(
        font=base64.b64encode(font).decode(),
        cloth=engines["django"].from_string(drawing).render({}),
        mark=mark,
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, (width, height), markup in (
            ("share.jpg", (1200, 630), card),
            ("icon-192.png", (192, 192), ICON.format(size=192, mark=mark)),
            ("icon-512.png", (512, 512), ICON.format(size=512, mark=mark)),
        ):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_content(markup)
            page.wait_for_timeout(300)
            quality = {"type": "jpeg", "quality": 84} if name.endswith(".jpg") else {}
            page.screenshot(path=str(IMAGES / name), **quality)
        browser.close()


if __name__ == "__main__":
    main()
