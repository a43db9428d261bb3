"""Writing a story with everything it may hold, and pasting from other programs."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from malangnews.media.models import Photo
from malangnews.news.models import Article
from tests.browser.desk import choose, fill, hush, log_in, press, ready_for_files
from tests.factories import (
    image_file,
    make_article,
    make_kim,
    make_photo,
    make_rubric,
    make_user,
)

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

    opened = []

    def open_form(address="/admin/news/article/add/", **options):
        page = ready_for_files(visit(**{"viewport": {"width": 1280, "height": 900}, **options}))
        page.hosts = set()
        page.on("request", lambda request: page.hosts.add(urlsplit(request.url).netloc))
        log_in(page, "dina")
        page.goto(address)
        page.wait_for_selector(".ProseMirror")
        opened.append(page)
        return page

    yield open_form
    hush(*opened)


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


def test_chips_show_names_of_today_and_figures_what_the_reader_will_see(desk):
    kim, gone = make_kim(name="KIM Baru", published=True), make_kim(name="KIM Bubar")
    photo = make_photo(caption="Rak penuh", credit="Diskominfo Kota Malang")
    bare = make_photo(alt="", credit="", file=image_file(size=(9, 7)))
    stored = (
        f'<p>Oleh <a data-record="kim:{kim.pk}">KIM Lama</a> dan '
        f'<a data-record="kim:{gone.pk}">kelompok itu</a>, <a data-record="kim:9999">X</a>.</p>'
        f'<figure data-photo="{photo.pk}"></figure><figure data-photo="{bare.pk}"></figure>'
    )
    page = desk(f"/admin/news/article/{make_article(body=stored).pk}/change/")
    page.wait_for_selector(".ProseMirror a >> text=KIM Baru")
    assert page.locator(".ProseMirror a").all_inner_texts() == ["KIM Baru", "kelompok itu", "X"]
    titles = [one.get_attribute("title") for one in page.locator(".ProseMirror a").all()]
    assert titles[0] == "KIM Baru" and "KIM Bubar, belum terbit" in titles[1]
    assert "Tidak ada lagi di registri" in titles[2]
    credits = page.locator(".editor-credit").all_inner_texts()
    assert credits[0] == "Foto: Diskominfo Kota Malang"
    assert "isi teks alternatif" in credits[1] and "isi kredit" in credits[1]
    hint = page.locator(".editor-figure figcaption").first.get_attribute("data-hint")
    assert hint == "Rak penuh (dari pustaka)"
    assert body(page) == stored, "looking changes nothing"


def test_a_video_gets_a_poster_from_the_library_and_loses_it(desk):
    photo = make_photo(alt="Panggung acara")
    stored = '<p>A.</p><figure data-video="https://youtu.be/abcdefghijk"></figure>'
    page = desk(f"/admin/news/article/{make_article(body=stored).pk}/change/")
    page.locator(".ProseMirror p").first.click()
    assert page.get_by_role("button", name="Gambar sampul video").count() == 0
    page.locator(".editor-figure figcaption").click()
    tool(page, "Gambar sampul video")
    page.get_by_role("dialog").get_by_role("button", name="Panggung acara").click()
    mark = 'data-video="https://www.youtube.com/watch?v=abcdefghijk"'
    page.wait_for_function("document.querySelector('#id_body').value.includes('data-photo')")
    assert body(page) == f'<p>A.</p><figure {mark} data-photo="{photo.pk}"></figure>'
    assert page.locator(".editor-credit").inner_text() == "Videonya dibuka di situs YouTube."
    tool(page, "Hapus gambar sampul")
    assert body(page) == f"<p>A.</p><figure {mark}></figure>"


VIDEO_CODE = (
    '<iframe width="560" height="315" src="https://www.youtube.com/embed/abcdefghijk?si=x" '
    'title="YouTube video player" allowfullscreen></iframe>'
)


def test_the_code_for_embedding_a_video_becomes_a_video(desk):
    page = desk()
    page.locator(".ProseMirror").click()
    page.evaluate(PASTE, [f"<p>A.</p>{VIDEO_CODE}", ""])
    figure = '<figure data-video="https://www.youtube.com/watch?v=abcdefghijk"></figure>'
    assert body(page).startswith(f"<p>A.</p>{figure}")
    tool(page, "Video")
    page.get_by_label("Alamat video (YouTube, Instagram, TikTok)").fill(VIDEO_CODE)
    page.get_by_role("button", name="Pasang").click()
    page.wait_for_function("document.querySelectorAll('.editor-figure').length === 2")
    assert body(page).count(figure) == 2
    assert page.problems == []


def test_the_address_of_a_video_on_a_line_of_its_own_becomes_the_video(desk):
    page = desk()
    page.locator(".ProseMirror").click()
    page.keyboard.type("Lihat ")
    page.evaluate(PASTE, ["", "https://youtu.be/abcdefghijk"])
    assert body(page) == "<p>Lihat https://youtu.be/abcdefghijk</p>"
    page.keyboard.press("Enter")
    page.evaluate(PASTE, ["", " https://youtu.be/abcdefghijk\n"])
    figure = '<figure data-video="https://www.youtube.com/watch?v=abcdefghijk"></figure>'
    assert figure in body(page)
    page.keyboard.press("Control+z")
    assert figure not in body(page)


def test_a_new_photo_goes_from_the_dialog_into_the_text(desk, tmp_path):
    file = tmp_path / "rak.png"
    file.write_bytes(image_file(size=(60, 40)).read())
    page = desk()
    page.get_by_role("textbox", name="Isi berita").click()
    tool(page, "Foto dari pustaka")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Unggah foto baru …").click()
    chooser.value.set_files(file)
    page.get_by_role("button", name="Pakai foto ini").click()
    page.wait_for_selector("text=Tulis apa yang terlihat di foto ini.")
    assert page.evaluate("document.activeElement.name") == "alt"
    page.keyboard.type("Gerabah di rak.")
    page.get_by_label("Kredit", exact=True).fill("Diskominfo Kota Malang")
    page.get_by_role("button", name="Pakai foto ini").click()
    page.wait_for_selector(".ProseMirror .editor-figure img")
    photo = Photo.objects.get()
    assert body(page).startswith(f'<figure data-photo="{photo.pk}"></figure>')
    page.wait_for_selector(".editor-credit >> text=Foto: Diskominfo Kota Malang")
    # The same picture once more, as the lead: the library has it.
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Unggah foto …", exact=True).click()
    chooser.value.set_files(file)
    page.get_by_role("button", name="Pakai foto ini").click()
    page.get_by_role("button", name="Pakai foto yang sudah ada").click()
    assert page.locator("#id_lead_photo").input_value() == str(photo.pk)
    page.wait_for_selector(".field-photo_now img")
    assert page.problems == []


def test_a_lost_line_keeps_the_words_of_a_new_photo(desk, tmp_path):
    file = tmp_path / "rak.png"
    file.write_bytes(image_file(size=(50, 40)).read())
    page = desk()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Unggah foto …", exact=True).click()
    chooser.value.set_files(file)
    page.get_by_label("Teks alternatif").fill("Gerabah di rak.")
    page.get_by_label("Kredit", exact=True).fill("Diskominfo Kota Malang")
    page.route("**/foto/unggah/", lambda route: route.abort())
    page.get_by_role("button", name="Pakai foto ini").click()
    page.wait_for_selector("text=Foto belum terkirim.")
    assert page.get_by_label("Teks alternatif").input_value() == "Gerabah di rak."
    page.unroute("**/foto/unggah/")
    page.get_by_role("button", name="Pakai foto ini").click()
    page.wait_for_selector(".field-photo_now img")
    assert Photo.objects.get().alt == "Gerabah di rak."


def test_tools_are_one_stop_of_the_tab_key(desk):
    page = desk()
    page.get_by_label("Jenis paragraf").focus()
    focused = "document.activeElement.getAttribute('aria-label')"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Tebal"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "Miring"
    page.keyboard.press("End")
    assert page.evaluate(focused) == "Ulangi"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('ProseMirror')")
    page.keyboard.press("Alt+F10")
    assert page.evaluate(focused) == "Ulangi"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == "Jenis paragraf"


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
