"""No payload runs, on any page of readers or staff, stored past all forms or pasted and posted."""

import pytest

from malangnews.news.models import Article, Rubric
from malangnews.news.revisions.record import KIND, record
from tests import factories as make
from tests.browser.desk import log_in, press
from tests.xss_payloads import PAYLOADS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
FIELDS = ("title", "summary", "caption", "alt", "credit", "name", "tag", "note")


def raw(row, **fields):
    """Store the texts past all forms, cut to what the column takes."""
    model = type(row)
    cut = {
        name: text[: model._meta.get_field(name).max_length or None]
        for name, text in fields.items()
    }
    model._base_manager.filter(pk=row.pk).update(**cut)


def world():
    """Stories whose every text is a payload; the bodies hold all payloads between them."""
    stories = []
    rubric = make.make_rubric()
    kim, award, person = (
        make.make_kim(published=True),
        make.make_award(published=True),
        make.make_person(),
    )
    raw(kim, name=PAYLOADS[0])
    raw(person, name=PAYLOADS[15])
    raw(award.edition.programme, name=PAYLOADS[17])
    raw(rubric, name=PAYLOADS[22], about=PAYLOADS[19])
    for number, payload in enumerate(PAYLOADS):
        article = make.make_article(published=True, body=f"<p>Alinea.</p>{payload}", rubric=rubric)
        if number < 12:
            article.kims.add(kim)
            article.awards.add(award)
            article.lead_photo = make.make_photo(
                file=make.image_file(f"{number}.png", (40 + number, 30))
            )
            raw(article.lead_photo, alt=payload, caption=payload, credit=payload)
            article.save()
            article.tags.add(payload[:90])
            make.make_correction(article, text=payload, reason=payload[:200])
            record(article, KIND.SAVED, None, payload)
        raw(article, title=payload, summary=payload, dateline_place=payload)
        stories.append(article)
    record(stories[0], KIND.SAVED, None)
    return stories, kim, award, rubric


def watch(page):
    page.dialogs = []
    page.on("dialog", lambda dialog: (page.dialogs.append(page.url), dialog.dismiss()))


def harmless(page, address):
    answer = page.goto(address)
    assert answer.status < 500, address
    assert page.evaluate("window.__xss === undefined"), address
    assert page.dialogs == [], address
    # Handlers and links that a reader would set off by hand.
    left = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]"
        ".filter(a => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data:text)/i.test(a.value)"
        " && /^(href|src|action|formaction|xlink:href)$/i.test(a.name)).map(a => a.name))"
    )
    assert left == [], address


def test_no_payload_runs_anywhere(visit, live_server):
    assert len(PAYLOADS) >= 60
    stories, kim, award, rubric = world()
    make.make_user("bos", is_superuser=True)
    page = visit(viewport={"width": 1280, "height": 900})
    watch(page)
    public = [article.get_absolute_url() for article in stories]
    public += ["/", "/berita/", "/ralat/", "/penghargaan/", "/kim/", "/cari/?q=script"]
    public += [kim.get_absolute_url(), award.get_absolute_url(), rubric.get_absolute_url()]
    public += [f"/cari/?q={payload}" for payload in ("<svg onload=window.__xss=1>", '"><script>')]
    for address in public:
        harmless(page, address)
    log_in(page, "bos")
    desk = [
        "/admin/",
        "/admin/news/article/",
        "/admin/news/article/?q=script",
        "/admin/media/photo/",
    ]
    desk += ["/admin/taggit/tag/", "/admin/news/rubric/"]
    desk += [f"/admin/news/article/{article.pk}/change/" for article in stories[:12]]
    first = stories[0].pk
    desk += [f"/admin/news/article/{first}/history/"]
    desk += [f"/admin/news/article/{first}/riwayat/banding/?dari=1&ke=2"]
    desk += [f"/admin/media/photo/{stories[0].lead_photo_id}/change/"]
    for address in desk:
        harmless(page, address)
    assert [words for words in page.problems if "__xss" in words] == []


def test_what_is_typed_pasted_and_posted_does_not_run_either(visit, live_server):
    make.make_user("rian", group="Penyunting")
    Rubric.objects.create(name="Kota")
    page = visit(viewport={"width": 1280, "height": 900})
    watch(page)
    log_in(page, "rian")
    page.goto("/admin/news/article/add/")
    everything = "".join(PAYLOADS)
    page.locator(".ProseMirror").click()
    page.evaluate(
        "html => { const data = new DataTransfer(); data.setData('text/html', html);"
        " document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste',"
        " { clipboardData: data, bubbles: true, cancelable: true })); }",
        everything,
    )
    assert page.evaluate("window.__xss === undefined")
    page.fill("#id_body", f"<p>Sah.</p><h2>Judul</h2>{everything}")
    page.fill("#id_title", PAYLOADS[0])
    page.fill("#id_summary", "".join(PAYLOADS)[:300])
    page.fill("#id_dateline_place", PAYLOADS[23][:60])
    page.fill("#id_tags", '"<svg onload=window.__xss=1>"')
    # What claims to be a video of no known site is refused with words, and does not run there.
    assert "perbaiki" in press(page, "Simpan").lower()
    assert page.get_by_text("tidak dikenal. Pakai alamat video").count()
    assert page.evaluate("window.__xss === undefined")
    everything = "".join(one for one in PAYLOADS if "data-video" not in one)
    page.fill("#id_body", f"<p>Sah.</p><h2>Judul</h2>{everything}")
    press(page, "Simpan")
    page.wait_for_selector(".messagelist .success")
    article = Article.objects.get()
    assert "<h2>Judul</h2>" in article.body_html
    harmless(page, f"/admin/news/article/{article.pk}/change/")
    harmless(page, article.get_absolute_url())
    assert page.dialogs == []
