"""Sheets laid together, made small, and named by what stands in them."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.exceptions import ImproperlyConfigured

from malangnews.core.sheets import SheetStorage, compact, laid_together

PARTS = {
    "css/site.css": '/* @import "lost.css"; */\n@import "a.css";\n@import "b.css";\n.c { top: 0 }',
    "css/a.css": '@layer one, two;\n@font-face { src: url("../fonts/f.woff2"); }\n',
    "css/b.css": '@layer two {\n  .b::after { content: "/* a ; b */"; }\n}\n',
    "fonts/f.woff2": "font",
    "admin/css/base.css": "/* kept */ a { top: 0 }",
}


def test_what_a_sheet_imports_stands_in_its_place():
    css = laid_together("css/site.css", PARTS.get)
    assert "@import" not in css and "lost" not in css
    assert css.index("@layer one") < css.index("@layer two {") < css.index(".c {")


@pytest.mark.parametrize(
    "parts",
    [
        {"css/a.css": '@import "a.css";'},
        {"css/a.css": '@import "b.css";', "css/b.css": '@import "a.css";'},
        {"css/a.css": '@import "../other/b.css";', "other/b.css": ""},
    ],
)
def test_import_in_a_circle_or_out_of_the_folder_is_refused(parts):
    with pytest.raises(ImproperlyConfigured):
        laid_together("css/a.css", parts.get)


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("/* x */ a {\n  top: 0;\n  left: 1px;\n}\n", "a{top:0;left:1px}"),
        ("a , b > c { }", "a,b > c{}"),
        (".a :is(b, c):hover { }", ".a :is(b,c):hover{}"),
        ("p { width: calc(1px + 2 * 3px); }", "p{width:calc(1px + 2 * 3px)}"),
        ('p { content: "a  /* b */ ; {" }', 'p{content:"a  /* b */ ; {" }'),
        (r'p { content: "\"  ;" / "" }', r'p{content:"\"  ;" / "" }'),
        ("@media (width > 1px) and (hover: hover) { a { top: 0 } }",
         "@media (width > 1px) and (hover:hover){a{top:0 }}"),
        ("a { color: light-dark(#fff, #000) ; --x: 1 }", "a{color:light-dark(#fff,#000);--x:1 }"),
    ],
)  # fmt: skip
def test_sheet_is_made_small_and_means_the_same(written, small):
    assert compact(written).replace(" }", "}") == small.replace(" }", "}")


def collect(folder: Path, parts: dict[str, str]) -> dict[str, str]:
    """Collect files as `collectstatic` does; return the name that each got."""
    source, target = folder / "from", folder / "to"
    for place in (source, target):
        for name, text in parts.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text)
    storage = SheetStorage(location=str(target), base_url="/static/")
    files = StaticFilesStorage(location=str(source), base_url="/static/")
    made = list(storage.post_process({name: (files, name) for name in parts}))
    assert [one for one in made if isinstance(one[2], Exception)] == []
    return {name: storage.stored_name(name) for name in parts}


def test_collected_sheet_is_one_file_with_the_names_of_what_it_needs(tmp_path):
    # Long enough to be worth a compressed file.
    names = collect(tmp_path, {**PARTS, "css/b.css": PARTS["css/b.css"] + ".x { top: 0; }" * 99})
    css = (tmp_path / "to" / names["css/site.css"]).read_text()
    assert css.startswith("@layer one,two;@font-face{src:url(")
    assert names["fonts/f.woff2"].removeprefix("fonts/") in css
    assert '"/* a ; b */"' in css and css.endswith(".c{top:0}")
    assert (tmp_path / "to" / f"{names['css/site.css']}.br").exists()
    kept = (tmp_path / "to" / names["admin/css/base.css"]).read_text()
    assert kept == PARTS["admin/css/base.css"]


def test_sheet_has_a_new_name_when_a_part_of_it_changes(tmp_path):
    before = collect(tmp_path / "1", PARTS)
    after = collect(tmp_path / "2", {**PARTS, "css/b.css": ".b { top: 1px; }"})
    assert before["css/site.css"] != after["css/site.css"]
    assert before["css/a.css"] == after["css/a.css"]


def test_sheet_that_imports_what_is_not_there_stops_the_collecting(tmp_path):
    with pytest.raises(ImproperlyConfigured, match=r"css/a\.css"):
        collect(tmp_path, {"css/site.css": '@import "a.css";'})
