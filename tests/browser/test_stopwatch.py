"""Somebody new to it publishes a first story with a picture: how many clicks, how many seconds."""

import time

import pytest

from malangnews.news.models import Article
from tests import factories as make
from tests.browser.desk import hush, log_in, ready_for_files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

TITLE = "Warga Samaan panen lele di lahan bersama"
SUMMARY = "Panen pertama menghasilkan 40 kilogram lele dari kolam terpal warga."
PLACE, RUBRIC = "Klojen", "Prestasi"
BODY = (
    "Warga Kelurahan Samaan memanen lele dari kolam terpal di lahan bersama. Panen pertama "
    "menghasilkan 40 kilogram. Sebagian dijual kepada pedagang pasar, sebagian dimasak bersama "
    "untuk warga yang ikut merawat kolam sejak awal musim hujan.\n"
    "Kolam itu dibuat dari terpal bekas dan diisi bibit dari tetangga. Warga berencana menambah "
    "dua kolam lagi setelah saluran air di sekitar lahan selesai diperbaiki."
)
ALT = "Dua jaring penuh lele diangkat dari kolam terpal."
CREDIT = "Diskominfo Kota Malang"
# 40 words a minute, five letters and a space a word; what a hand needs to find and press a button.
LETTER, CLICK = 60 / (40 * 6), 1.5
NAME_OF_FOCUS = """() => {
  const at = document.activeElement;
  const labelled = (at.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
  const names = labelled.map((id) => document.getElementById(id))
    .map((one) => one?.getAttribute("aria-label") ?? one?.textContent);
  return [at.getAttribute("aria-label"), ...names, at.labels?.[0]?.textContent, at.value,
    at.textContent].find((name) => name?.trim())?.trim().replace(/:$/, "") ?? "";
}"""


class Hand:
    """A person at the screen: every click and every letter is counted."""

    def __init__(self, page):
        self.page, self.clicks, self.keys, self.letters = page, 0, 0, 0
        self.begun = time.monotonic()

    def click(self, locator):
        self.clicks += 1
        locator.click()

    def button(self, name):
        self.click(self.page.get_by_role("button", name=name, exact=True).first)

    def field(self, label, words):
        self.click(self.page.get_by_label(label, exact=True))
        self.type(words)

    def type(self, words):
        self.letters += len(words)
        self.page.keyboard.type(words)

    def press(self, key, times=1):
        self.keys += times
        for _ in range(times):
            self.page.keyboard.press(key)

    def paste(self, words):
        """The text is there already, as a message or a document."""
        self.page.evaluate("words => navigator.clipboard.writeText(words)", words)
        self.press("Control+v")

    def tab_to(self, name, most=60):
        """Go on with the Tab key until the control of that name has the focus."""
        met = []
        for _ in range(most):
            self.press("Tab")
            met.append(self.page.evaluate(NAME_OF_FOCUS))
            if met[-1] == name:
                return
        raise AssertionError(f"The Tab key does not reach “{name}”, only {met}.")

    def seconds(self):
        """What the screen took, and what hands of 40 words a minute take besides."""
        measured = time.monotonic() - self.begun
        return measured + self.letters * LETTER + self.clicks * CLICK + self.keys * 0.3


@pytest.fixture
def hand(visit):
    """An editor who has just logged in for the first time."""
    make.make_rubric(name=RUBRIC)
    make.make_initial(initials="rin", user=make.make_user("rian", group="Penyunting"))
    page = ready_for_files(visit(viewport={"width": 1280, "height": 900}))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    log_in(page, "rian")
    yield Hand(page)
    hush(page)


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(make.image_file(size=(1600, 1000), kind="JPEG").read())
    return file


def published(page):
    """The one story, as it was published, and as its reader meets it."""
    page.wait_for_selector("text=Sudah terbit dan dapat dibaca siapa pun.")
    article = Article.objects.get()
    assert article.is_public
    assert (article.title, article.summary) == (TITLE, SUMMARY)
    assert (article.lead_photo.alt, article.lead_photo.credit) == (ALT, CREDIT)
    assert article.body_html.count("<p>") == 2
    assert article.sign_off == "rin"
    page.goto(article.get_absolute_url())
    assert page.locator(f"img[alt='{ALT}']").count()
    assert page.problems == []


def test_a_first_story_takes_twelve_clicks_and_three_minutes(hand, picture):
    page = hand.page
    hand.click(page.get_by_role("link", name="Tulis berita"))
    page.wait_for_selector(".ProseMirror")
    hand.type(TITLE)
    hand.field("Ringkasan:", SUMMARY)
    hand.field("Tempat (dateline):", PLACE)
    hand.click(page.get_by_role("textbox", name="Isi berita"))
    hand.paste(BODY)
    hand.click(page.locator("#id_rubric + .select2"))
    hand.click(page.locator(".select2-results__option", has_text=RUBRIC))
    with page.expect_file_chooser() as chooser:
        hand.button("Unggah foto …")
    hand.clicks += 2  # the file, then "Open", in the system's own window
    chooser.value.set_files(picture)
    page.wait_for_selector("dialog[open] input:focus")
    hand.type(ALT)
    hand.field("Kredit", CREDIT)
    hand.button("Pakai foto ini")
    page.wait_for_selector(".field-photo_now img")
    hand.button("Simpan dan terbitkan")
    page.wait_for_selector(".messagelist .success")
    seconds = hand.seconds()
    print(f"\nmouse: {hand.clicks} clicks, {hand.letters} letters, {seconds:.0f} s by hand")  # noqa: T201
    assert hand.clicks <= 12
    assert seconds < 180
    published(page)


def test_a_first_story_is_published_by_keyboard_alone(hand, picture):
    page = hand.page
    hand.press("Tab")
    assert "isi utama" in page.evaluate(NAME_OF_FOCUS).lower()
    hand.press("Enter")
    hand.tab_to("Tulis berita", most=1)
    hand.press("Enter")
    page.wait_for_selector(".ProseMirror")
    hand.type(TITLE)
    hand.tab_to("Ringkasan", most=2)
    hand.type(SUMMARY)
    hand.tab_to("Tempat (dateline)", most=1)
    hand.type(PLACE)
    hand.tab_to("Isi berita", most=8)
    hand.paste(BODY)
    hand.tab_to("Rubrik", most=2)
    hand.press("Enter")
    page.wait_for_selector(".select2-results__option--highlighted")
    hand.type(RUBRIC)
    page.wait_for_selector(f".select2-results__option--highlighted >> text={RUBRIC}")
    hand.press("Enter")
    hand.tab_to("Unggah foto …")
    with page.expect_file_chooser() as chooser:
        hand.press("Enter")
    chooser.value.set_files(picture)
    page.wait_for_selector("dialog[open] input:focus")
    hand.type(ALT)
    hand.tab_to("Kredit", most=1)
    hand.type(CREDIT)
    hand.tab_to("Pakai foto ini", most=2)
    hand.press("Enter")
    page.wait_for_selector(".field-photo_now img")
    hand.tab_to("Simpan dan terbitkan")
    hand.press("Enter")
    page.wait_for_selector(".messagelist .success")
    seconds = hand.seconds()
    print(f"\nkeyboard: {hand.keys} keys besides {hand.letters} letters, {seconds:.0f} s by hand")  # noqa: T201
    assert hand.clicks == 0
    assert seconds < 180
    published(page)
