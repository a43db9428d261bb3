"""What a contributor types becomes clean HTML; what the desk put in comes back untouched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malangnews.core.text import render
from malangnews.news.contributing.blocks import top_blocks
from malangnews.news.contributing.texts import (
    LostPart,
    photo_lines,
    to_html,
    to_text,
    without_photo_lines,
)

TYPED = """Warga memanen lele.
Hasilnya **dua kuintal**.

## Langkah berikut
- menabur _benih_
- membersihkan kolam

> Kami senang, kata [ketuanya](https://malangkota.go.id/a_b_c).

1. satu
2. dua"""
DESK = [
    "<table><tbody><tr><th>Tahun</th></tr><tr><td>2023</td></tr></tbody></table>",
    '<figure data-photo="7"><figcaption>Keterangan redaksi</figcaption></figure>',
    '<figure data-video="https://www.youtube.com/watch?v=abcdefghijk"></figure>',
    "<p>baris<br>patah</p>",
    "<h4>Kecil</h4>",
    "<blockquote><p>Kata</p><cite>Ketua</cite></blockquote>",
    "<ul><li>satu<ul><li>dalam</li></ul></li></ul>",
    '<p>Lihat <a data-record="award:7">piala</a> dan <a data-record="count:tahun=2023">7</a>.</p>',
    "<p>2 ** 3 ** 4 _a_b_ [x] (y) &lt;script&gt; &amp; {foto 3}</p>",
    "<p># bukan judul</p>",
    "<p>- bukan butir</p>",
    "<p><strong>te<em>bal</em></strong></p>",
    "<p>* ** *</p>",
]


def test_signs_become_html():
    found = to_html(TYPED, "")
    assert found.startswith("<p>Warga memanen lele.</p>\n<p>Hasilnya <strong>dua kuintal</strong>")
    assert "<h2>Langkah berikut</h2>" in found
    assert "<ul><li>menabur <em>benih</em></li><li>membersihkan kolam</li></ul>" in found
    assert 'href="https://malangkota.go.id/a_b_c"' in found
    assert "<ol><li>satu</li><li>dua</li></ol>" in found
    assert to_html(to_text(found), found) == found


def test_what_is_typed_is_words_and_never_markup():
    found = to_html("<script>alert(1)</script> <img src=x> & <b>\n[x](javascript:alert(1))", "")
    assert "<script" not in found and "<img" not in found and "href" not in found
    assert "&lt;script&gt;" in found
    assert "//" not in to_html("[x](//evil.example)", "").replace("(//", "")


@pytest.mark.parametrize("block", DESK)
def test_what_the_desk_put_in_comes_back(block):
    stored = render(f"<p>Awal.</p>\n{block}\n<p>Akhir.</p>")
    text = to_text(stored)
    assert text.startswith("Awal.") and text.endswith("Akhir.")
    changed = to_html(text.replace("Awal.", "Mula."), stored)
    middle = stored.removeprefix("<p>Awal.</p>").removesuffix("<p>Akhir.</p>").strip()
    assert middle in changed.replace("<li><p>", "<li>")
    assert "Mula." in changed
    assert to_html(to_text(stored), stored) == stored


@pytest.mark.parametrize("item", ["<ul><li><p>satu</p></li></ul>", "<p><b>tebal</b> <i>m</i></p>"])
def test_two_spellings_of_one_thing_can_be_edited(item):
    assert "{bagian" not in to_text(render(item))


def test_part_that_is_gone_is_named():
    with pytest.raises(LostPart, match="bagian 12345678"):
        to_html("Awal.\n{bagian 12345678: tabel}", "<p>Awal.</p>")


def test_photo_lines():
    text = "Awal.\n{foto 12}\n\n{foto 3}\nkata {foto 4} kata"
    assert photo_lines(text) == [12, 3]
    assert photo_lines(without_photo_lines(text, {12})) == [3]
    assert '<figure data-photo="12"></figure>' in to_html(text, "")


@given(st.text(max_size=300))
def test_any_text_settles_after_one_save(text):
    try:
        stored = to_html(text, "")
    except LostPart:
        return
    again = to_text(stored)
    assert to_html(again, stored) == stored
    assert to_text(to_html(again, stored)) == again


@given(st.lists(st.sampled_from([*DESK, "<p>a</p>", "lepas", "<hr>"]), max_size=6))
def test_any_story_of_the_desk_comes_back(blocks):
    stored = render("\n".join(["<p>x</p>", *blocks]))
    assert to_html(to_text(stored), stored) == "\n".join(top_blocks(stored))


def test_kept_part_comes_back_only_as_often_as_it_was():
    part = "<blockquote><p>&nbsp;Panjang sekali.</p></blockquote>"
    line = to_text(part)
    assert line.startswith("{bagian ")
    assert to_html(f"{line}\n{line}", part + part) == f"{part}\n{part}"
    with pytest.raises(LostPart):
        to_html(f"{line}\n{line}", part)
