"""Scripts: what a page loads is imported by no other script.

Files of scripts have hashed names in production, imports have not: a module that is both loaded
and imported would run twice there, and twice only there.
"""

import re

from django.conf import settings

LOADED = re.compile(r"""["'](js/[\w-]+\.js)["']""")
IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["']\./([\w-]+\.js)["']""")


def doubled(pages: list[str], scripts: dict[str, str]) -> set[str]:
    """Return the scripts that a page loads and another script imports."""
    loaded = {name.removeprefix("js/") for text in pages for name in LOADED.findall(text)}
    return loaded & {name for text in scripts.values() for name in IMPORTED.findall(text)}


def test_no_script_runs_twice_in_production():
    base = settings.BASE_DIR
    pages = [path.read_text() for path in (base / "templates").rglob("*.html")]
    for room in ("malangnews", "awards", "kim"):
        pages += [path.read_text() for path in (base / room).rglob("*.py")]
    scripts = {path.name: path.read_text() for path in (base / "static/js").glob("*.js")}
    assert len(LOADED.findall("".join(pages))) > 10
    assert doubled(pages, scripts) == set()


def test_a_script_that_runs_twice_is_noticed():
    scripts = {"a.js": 'import { b } from "./b.js";'}
    assert doubled(['Script("js/a.js")', "{% static 'js/b.js' %}"], scripts) == {"b.js"}
