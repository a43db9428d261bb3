import json
from urllib.parse import urlsplit

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from malangnews.core.text import (
    TAGS,
    clean_html,
    embedded_json,
    plain,
    reading_minutes,
    render,
    trusted,
)
from tests.xss_payloads import PAYLOADS

VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<p onclick=alert(1)>x</p>",
    "<p/onmouseover=alert(1)>x</p>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jAvAsCrIpT:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="//evil.example/">x</a>',
    '<a href="/\\evil.example/">x</a>',
    '<a href="\\\\evil.example/">x</a>',
    '<a href=" //evil.example/">x</a>',
    '<a href="\t//evil.example/">x</a>',
    '<a href="/\t/evil.example/">x</a>',
    '<a href="/\n/evil.example/">x</a>',
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<iframe src=https://evil.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://evil.example><input name=q><button>x</button></form>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    '<base href="//evil.example/">',
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{display:none}</style>",
    "<template><script>alert(1)</script></template>",
    "<p id=location name=body class=admin>x</p>",
    '<a href="https://contoh.id" target=_blank ping=//evil.example>x</a>',
    '<td colspan="99999999">x</td>',
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<<p>script>alert(1)<</p>/script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<title><script>alert(1)</script></title>",
    "<plaintext><script>alert(1)</script>",
]
SAFE_ATTRIBUTES = {"href", "title", "hreflang", "rel", "scope", "colspan", "rowspan"}


def assert_harmless(markup):
    """Parse as a browser does; only allowed elements and attributes, no other host's scheme."""
    tree = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    for element in tree.iter():
        if element is tree:
            continue
        assert element.tag in TAGS | {"tbody", "colgroup"}, f"<{element.tag}> in {markup!r}"
        assert not set(element.attrib) - SAFE_ATTRIBUTES, f"{element.attrib} in {markup!r}"
        href = "".join(element.get("href", "").split()).lower()
        assert not href.startswith(("javascript:", "data:", "vbscript:", "file:")), markup
        assert not href.replace("\\", "/").startswith("//"), markup


@pytest.mark.parametrize("source", VECTORS)
@pytest.mark.parametrize("function", [clean_html, render])
def test_attack_is_made_harmless(source, function):
    assert_harmless(function(source))
    assert_harmless(function(f"<p>Awal</p>{source}<p>Akhir</p>"))


@given(st.text(alphabet="<>/\"'=ab pijs:scrt&;#\\\n\x0b", max_size=60))
def test_no_text_gets_past_the_cleaning(source):
    assert_harmless(render(source))


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(source):
    once = clean_html(source)
    assert clean_html(once) == once


@pytest.mark.parametrize(
    "source",
    [
        "<p>Satu <strong>kata</strong> dan <em>dua</em>.</p>",
        "<h2>Judul</h2>\n<ul><li>a</li><li>b</li></ul>",
        "<blockquote><p>Kutipan</p><cite>Sumber</cite></blockquote>",
        '<p><a href="/penghargaan/?tahun=2023" rel="noopener">daftar</a></p>',
        '<p><a href="https://malangkota.go.id/" rel="noopener">situs</a></p>',
        '<p><a href="mailto:kim@contoh.id" rel="noopener">surel</a></p>',
        '<p><a href="#sumber" rel="noopener">sumber</a></p>',
        '<p><abbr title="Komunitas Informasi Masyarakat">KIM</abbr></p>',
        '<table><caption>Hasil</caption><tbody><tr><th scope="row">KIM</th>'
        '<td colspan="2">Terbaik I</td></tr></tbody></table>',
        "<p>Rp 5.000 &lt; Rp 6.000 &amp; seterusnya</p>",
    ],
)
def test_honest_markup_is_unchanged(source):
    assert render(source) == source


def test_plain_source_becomes_one_paragraph_a_line():
    assert render("Satu.\n\n  Dua.  \r\nTiga.") == "<p>Satu.</p>\n<p>Dua.</p>\n<p>Tiga.</p>"


def test_plain_source_keeps_its_signs():
    assert plain(render("5 < 6 & 7 > 3")) == "5 < 6 & 7 > 3"


@pytest.mark.parametrize("source", ["", " \n ", "<p></p>", "<p>&nbsp;</p>", "<p><br></p>"])
def test_nothing_written_is_nothing_rendered(source):
    assert render(source) == ""


def test_plain_takes_tags_and_spaces_out():
    assert plain("<p>Satu&nbsp;<b>dua</b></p>\n<p>tiga &amp; empat</p>") == "Satu dua tiga & empat"


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (290, 1), (310, 2), (1000, 5)])
def test_reading_time_is_counted_in_whole_minutes(words, minutes):
    assert reading_minutes(f"<p>{'kata ' * words}</p>") == minutes


def test_only_trusted_marks_text_safe():
    assert hasattr(trusted("<p>x</p>"), "__html__")
    assert not hasattr(render("<p>x</p>"), "__html__")


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028&'\""]
)
def test_data_in_a_page_cannot_leave_its_element(text):
    written = embedded_json([{"name": text}])
    assert not set("<>\u2028") & set(written)
    assert json.loads(written) == [{"name": text}]


HARMFUL = ("script", "style", "iframe", "object", "embed", "svg", "math", "form", "meta", "base")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_leaves_anything_that_could_run(payload):
    for cleaned in (clean_html(payload), clean_html(clean_html(payload)), render(f"a {payload} b")):
        tree = html5lib.parse(cleaned, treebuilder="lxml", namespaceHTMLElements=False)
        for element in tree.iter():
            assert element.tag not in HARMFUL, cleaned
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on"), cleaned
                if name == "href":
                    assert urlsplit(value).scheme in ("", "http", "https", "mailto", "tel"), cleaned


@pytest.mark.parametrize(
    "nothing",
    [
        "<figure><p></p></figure>",
        "<p><cite></cite></p>",
        "<h2><p></p></h2>",
        "<cite><cite></cite></cite>",
        "<figure>" * 5 + "</figure>" * 5,
    ],
)
def test_what_holds_nothing_is_nothing_at_once(nothing):
    assert clean_html(nothing) == ""


PIECES = st.sampled_from(
    [f"<{tag}>" for tag in sorted(TAGS)]
    + [f"</{tag}>" for tag in sorted(TAGS)]
    + ["a", " ", "&nbsp;", '<figure data-photo="1">', '<a data-record="kim:1">', '<a href="/x/">']
)


@given(st.lists(PIECES, max_size=12))
def test_cleaning_tags_twice_changes_nothing(pieces):
    once = clean_html("".join(pieces))
    assert clean_html(once) == once
