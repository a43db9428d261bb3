"""What every page owes everybody: axe, reflow and the keyboard, asked of one loaded page."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE, DESKTOP, NARROWEST = ({"width": width, "height": 800} for width in (360, 1280, 320))
SCHEMES = ("light", "dark")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; axe leaves it off by itself
}
MOST_STEPS = 600
# A card for a frame on another site has no way around that could be skipped.
FRAMED = re.compile(r"/sematan/|/kim/atlas/sematan/")
# Gives every place that Tab should reach a number, and remembers how each of them looks.
READY = """() => {
  const wanted = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const seen = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest("[inert]");
  const groups = new Set();
  const first = (el) => {
    if (el.type !== "radio" || !el.name) return true;
    const group = `${el.form?.id} ${el.name}`;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  };
  const places = [...document.querySelectorAll(wanted)].filter(
    (el) => el.tabIndex >= 0 && !el.disabled && el.type !== "hidden" && seen(el) && first(el));
  const look = (el) => {
    const parts = [el, ...[...el.children].slice(0, 3)];
    for (let up = el.parentElement; up && parts.length < 9; up = up.parentElement) parts.push(up);
    return parts.map((part) => {
      const now = getComputedStyle(part);
      const outline = now.outlineStyle === "none" ? "" : `${now.outlineWidth} ${now.outlineColor}`;
      return [outline, now.boxShadow, now.backgroundColor, now.borderColor, now.borderWidth,
        now.stroke, now.strokeWidth, now.fill, now.textDecoration, now.clipPath].join("|");
    }).join("/");
  };
  const name = (el) => el.outerHTML.replace(/\\s+/g, " ").slice(0, 90);
  const walk = { places, look, name, reached: new Set(), held: null, was: "", stays: 0 };
  window.walk = { ...walk, dim: [], order: [] };
  // Where a page puts the focus by itself is not where its reader begins.
  const start = document.body.insertBefore(document.createElement("p"), document.body.firstChild);
  start.tabIndex = -1;
  start.focus();
  start.remove();
  return places.length;
}"""
# Called after each Tab: where is the focus, is it seen, and did the place before it look different?
STEP = """() => {
  const { look, name, reached, dim, order } = window.walk;
  const el = document.activeElement;
  // A field for a date has a stop for each part of it.
  if (el === walk.held && (walk.stays += 1) < 12) return true;
  walk.stays = 0;
  if (walk.held?.isConnected && look(walk.held) === walk.was) dim.push(name(walk.held));
  if (!el || el === document.body || reached.has(el)) return false;
  reached.add(el);
  const radios = el.type === "radio" && el.name ? document.getElementsByName(el.name) : [];
  for (const radio of radios) reached.add(radio);
  walk.held = el;
  walk.was = look(el);
  order.push(name(el));
  const box = el.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!inside || !box.width) dim.push(`out of sight: ${name(el)}`);
  return true;
}"""
RESULT = """() => ({
  first: walk.order[0] ?? "", last: walk.order.at(-1) ?? "", dim: walk.dim,
  lost: walk.places.filter((el) => el.isConnected && !walk.reached.has(el)).map(walk.name),
})"""


def axe_complaints(page: Page, where: str) -> list[str]:
    """Return what axe finds in the page as it is shown now."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{where}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]
    ]


def looks(page: Page, address: str) -> list[str]:
    """Ask axe on a phone and a desktop, light and dark, and whether the page fits 320 px."""
    found = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += axe_complaints(page, f"{address} {size['width']} {scheme}")
    page.set_viewport_size(NARROWEST)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > NARROWEST["width"]:
        found.append(f"{address}: {wide} px wide on a screen of {NARROWEST['width']}")
    page.set_viewport_size(DESKTOP)
    return found


def keyboard(page: Page, address: str, skips: bool = True) -> list[str]:
    """Walk the loaded page with Tab: all is reached, the focus is seen, nothing holds it."""
    count = page.evaluate(READY)
    found = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if not page.evaluate(STEP):
            break
    else:
        found.append(f"{address}: Tab never comes round ({count} places)")
    result = page.evaluate(RESULT)
    if skips and "#isi" not in result["first"] and "#content-start" not in result["first"]:
        found.append(f"{address}: Tab begins at {result['first']}")
    found += [f"{address}: focus is not seen: {words}" for words in result["dim"]]
    ends = f"Tab ends at {result['last']} and does not reach"
    found += [f"{address}: {ends} {words}" for words in result["lost"]]
    return found


def complaints(page: Page, addresses: Iterable[str]) -> list[str]:
    """Open each address once and return everything that is wrong with any of them."""
    found = []
    for address in addresses:
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => true)")
        found += page.problems
        found += looks(page, address)
        found += keyboard(page, address, skips=not FRAMED.match(urlsplit(page.url).path))
        page.problems.clear()  # axe itself writes styles, which the policy refuses
    return found
