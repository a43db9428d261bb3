"""Writing a story with everything it may hold, and pasting from other programs."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from malangnews.news.models import Article
from tests.browser.desk import choose, fill, log_in, press
from tests.factories import make_article, make_kim, make_photo, make_rubric, make_user

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

PASTE = """([html, plain]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", plain);
  document.querySelector(".ProseMirror").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style></head><body>
<!--StartFragment--><h1 style='mso-margin-top-alt:auto'>Rapat<o:p></o:p></h1>
<p class=MsoNormal><span style='font-family:Arial;color:red'
>Awal <b>tebal</b>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'
>&nbsp;&nbsp; </span></span></span><![endif]>Satu<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span>Dua<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Tiga</p>
<p class=MsoNormal><img width=100 src="file:///C:/Temp/image001.png"><a
href="javascript:alert(1)">jahat</a><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""
WORD_HTML = (
    "<h2>Rapat</h2><p>Awal <strong>tebal</strong>.</p><ul><li>Satu<ul><li>Dua</li></ul></li></ul>"
    "<ol><li>Tiga</li></ol><p>jahat</p>"
)
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400"
>Biasa </span><span style="font-weight:700">tebal</span><span
style="font-style:italic"> miring</span></p><br>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc"><p
dir="ltr"><span>Butir</span></p></li></ul></b>"""
DOCS_HTML = "<p>Biasa <strong>tebal</strong><em> miring</em></p><ul><li>Butir</li></ul>"
CHAT = "*Undangan*\nSenin pukul 08.00\n\nDi Balai Kota"
CHAT_HTML = "<p>*Undangan*</p><p>Senin pukul 08.00</p><p>Di Balai Kota</p>"


@pytest.fixture
def desk(visit, live_server):
    """An open, empty story form of a writer, which notes the hosts it asks."""
    make_rubric(name="Prestasi", slug="prestasi")
    make_user("dina", group="Penulis")

    def open_form(address="/admin/news/article/add/", **options):
        page = visit(**{"viewport": {"width": 1280, "height": 900}, **options})
        page.hosts = set()
        page.on("request", lambda request: page.hosts.add(urlsplit(request.url).netloc))
        log_in(page, "dina")
        page.goto(address)
        page.wait_for_selector(".ProseMirror")
        return page

    yield open_form


def body(page):
    return page.locator("#id_body").input_value()


def tool(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_story_holds_everything_the_editor_offers(desk, live_server):
    photo, kim = make_photo(alt="Gerabah di rak"), make_kim(name="KIM Samaan")
    page = desk()
    text = page.get_by_role("textbox", name="Isi berita")
    text.click()
    page.get_by_label("Jenis paragraf").select_option(label="Judul bagian")
    page.keyboard.type("Rak")
    page.keyboard.press("Enter")
    tool(page, "Daftar berpoin")
    page.keyboard.type("satu")
    page.keyboard.press("Enter")
    page.keyboard.type("dua")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    tool(page, "Kutipan")
    page.keyboard.type("Kami senang.")
    tool(page, "Penutur kutipan")
    page.keyboard.type("Ketua kelompok")
    page.keyboard.press("Enter")
    page.keyboard.type("Dari ")
    tool(page, "KIM atau penghargaan")
    page.get_by_label("Cari", exact=True).fill("samaan")
    page.get_by_role("dialog").get_by_role("button", name="KIM Samaan").click()
    page.keyboard.type(" juga.")
    tool(page, "Foto dari pustaka")
    page.get_by_role("dialog").get_by_role("button", name="Gerabah di rak").click()
    page.keyboard.type("Rak penuh")
    page.keyboard.press("ArrowDown")
    tool(page, "Video")
    address = page.get_by_label("Alamat video (YouTube, Instagram, TikTok)")
    address.fill("https://vimeo.com/1")
    page.get_by_role("button", name="Pasang").click()
    assert "bukan video YouTube" in page.get_by_role("alert").last.inner_text()
    address.fill("https://youtu.be/abcdefghijk?si=1")
    page.get_by_role("button", name="Pasang").click()
    page.keyboard.press("ArrowDown")
    tool(page, "Tabel")
    for words in ("Nama", "Jumlah", "Rak", "2"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    tool(page, "Hapus baris")
    fill(page, title="Gerabah di rak pajang")
    choose(page, "rubric", "Prestasi")
    written = body(page)
    press(page, "Simpan")
    expected = (
        "<h2>Rak</h2><ul><li>satu</li><li>dua</li></ul>"
        "<blockquote><p>Kami senang.</p><cite>Ketua kelompok</cite></blockquote>"
        f'<p>Dari <a data-record="kim:{kim.pk}">KIM Samaan</a> juga.</p>'
        f'<figure data-photo="{photo.pk}"><figcaption>Rak penuh</figcaption></figure>'
    )
    assert written.startswith(expected)
    rest = written.removeprefix(expected).replace("<p></p>", "")
    assert rest == (
        '<figure data-video="https://www.youtube.com/watch?v=abcdefghijk"></figure>'
        '<table><thead><tr><th scope="col">Nama</th><th scope="col">Jumlah</th></tr></thead>'
        "<tbody><tr><td>Rak</td><td>2</td></tr></tbody></table>"
    )
    assert Article.objects.get().body == written
    assert page.problems == []
    assert page.hosts == {urlsplit(live_server.url).netloc}


@pytest.mark.parametrize(
    ("html", "plain", "expected"),
    [(WORD, "Rapat", WORD_HTML), (DOCS, "Biasa", DOCS_HTML), ("", CHAT, CHAT_HTML)],
    ids=["word", "docs", "whatsapp"],
)
def test_paste_leaves_only_what_a_story_may_hold(desk, html, plain, expected):
    page = desk()
    page.locator(".ProseMirror").click()
    page.evaluate(PASTE, [html, plain])
    assert body(page) == expected
    assert page.problems == []


def test_old_plain_story_opens_as_paragraphs_and_is_not_changed_by_looking(desk):
    article = make_article(body="Satu.\nDua.")
    page = desk(f"/admin/news/article/{article.pk}/change/")
    assert page.locator(".ProseMirror p").all_inner_texts() == ["Satu.", "Dua."]
    assert body(page) == "Satu.\nDua."


def test_stored_html_comes_back_as_it_was(desk):
    photo = make_photo()
    stored = (
        '<h3>Satu</h3><p>a<sub>1</sub> <a href="/kim/">kim</a><br>b</p><hr>'
        "<blockquote><p>Kata.</p><cite>Ketua</cite></blockquote>"
        f'<figure data-video="https://www.instagram.com/reel/abcdef/" data-photo="{photo.pk}">'
        '</figure><p>Akhir <a data-record="award:7">juara</a>.</p>'
    )
    page = desk(f"/admin/news/article/{make_article(body=stored).pk}/change/")
    page.locator(".ProseMirror p").last.click()
    page.keyboard.press("End")
    page.keyboard.type("!")
    assert body(page) == stored.removesuffix("</p>") + "!</p>"


def test_other_scripts_fill_the_editor_through_the_text_area(desk):
    page = desk()
    page.fill("#id_body", "Pertama.\nKedua.")
    assert page.locator(".ProseMirror p").all_inner_texts() == ["Pertama.", "Kedua."]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_editor_is_usable_by_everyone_on_a_phone(desk, scheme):
    page = desk(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page.wait_for_timeout(300)
    found = Axe().run(page, context=".story-editor").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    tool(page, "KIM atau penghargaan")
    page.wait_for_timeout(500)
    found = Axe().run(page, context=".editor-dialog").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
