"""The tests of quality see what they look for."""

import pytest

from tests.browser import quality

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SOUND = (
    '<!doctype html><html lang="id"><head><title>Judul</title></head><body>'
    '<a href="#isi">Langsung ke isi</a><main id="isi"><h1>Judul</h1>{}</main></body></html>'
)


def complaints(page, body: str) -> str:
    page.set_viewport_size(quality.DESKTOP)
    page.set_content(SOUND.format(body))
    return "\n".join(quality.looks(page, "/x") + quality.keyboard(page, "/x"))


def test_a_sound_page_has_no_complaint(visit, live_server):
    words = (
        '<p>Isi. <a href="/a">Tautan</a></p><p><input type="radio" name="a" aria-label="x"></p>'
        '<p><input type="date" aria-label="y"></p><button>Akhir</button>'
    )
    assert complaints(visit(), words) == ""


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<p style="color: #aaa; background: #fff">Pucat</p>', "360 light: color-contrast"),
        ("<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }"
         "</style><p>Gelap</p>", "1280 dark: color-contrast"),
        ('<img src="data:,">', "image-alt"),
        ("<h3>Melompat</h3>", "heading-order"),
        ('<button style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="a"></button>'
         '<button style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="b"></button>',
         "target-size"),
        ('<div style="width: 400px">Lebar</div>', " px wide on a screen of 320" ),
        ('<a href="/a" style="outline: none">Tak terlihat</a>', "focus is not seen"),
        ('<button style="position: fixed; top: -99px">Jauh</button>', "out of sight"),
        ("<button id=a>Satu</button><script>a.onkeydown = (e) => e.preventDefault()</script>"
         '<a href="/b">Dua</a>', "and does not reach <a href=\"/b\""),
        ("<script>document.querySelector('a').tabIndex = -1</script><a href='/b'>b</a>",
         "Tab begins at"),
    ],
)  # fmt: skip
def test_a_fault_is_complained_of(visit, live_server, body, complaint):
    assert complaint in complaints(visit(), body)
