"""Pages, menus, front page and alerts at the desk: who may do what, and what the desk says."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from malangnews.pages.models import Alert, HomeBlock, HomeStory, MenuItem, Page
from tests.core.desks import address, user_of
from tests.factories import image_file, make_alert, make_article, make_home_story, make_page
from tests.factories import make_photo as photo_of

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
ARRANGED = (MenuItem, HomeBlock, HomeStory, Alert)
WITHOUT = ("Penulis", "Pengelola Penghargaan", "Pembina KIM", "nobody")


@pytest.fixture
def enter(client):
    def log_in(role):
        client.force_login(user_of(role))
        return client

    return log_in


def minute(moment: dt.datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def page_form(**fields) -> dict:
    form = {"title": "Tentang", "summary": "Siapa kami.", "body": "<p>Isi.</p>"}
    rows = {"menu_items-TOTAL_FORMS": 0, "menu_items-INITIAL_FORMS": 0}
    return {**form, **rows, **fields}


def item_form(**fields) -> dict:
    return {"menu": "office", "label": "Tautan", "position": 1, "address": "", "page": "", **fields}


def alert_form(**fields) -> dict:
    now = timezone.now()
    times = {"begins_at": minute(now), "ends_at": minute(now + HOUR)}
    return {"text": "Air mati di Klojen.", "level": "warning", "address": "", **times, **fields}


# Rights


@pytest.mark.parametrize("role", WITHOUT)
@pytest.mark.parametrize("model", ARRANGED)
def test_menus_front_page_and_alerts_are_for_editors_only(enter, role, model):
    client = enter(role)
    row = {Alert: make_alert, HomeStory: make_home_story}.get(model, model.objects.first)()
    for page, *args in (("changelist",), ("add",), ("change", row.pk), ("delete", row.pk)):
        assert client.get(address(model, page, *args)).status_code == 403, page
        assert client.post(address(model, page, *args), {"post": "yes"}).status_code == 403, page
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", (*ARRANGED, Page))
def test_visitors_are_asked_to_log_in(client, model):
    assert client.get(address(model, "changelist")).status_code == 302
    assert client.post(reverse("admin:pages_page_starters")).status_code == 302
    assert not Page.objects.exists()


def test_writer_writes_a_page_and_cannot_publish_it(enter):
    client = enter("Penulis")
    form = page_form(**{"menu_items-TOTAL_FORMS": 1, "menu_items-0-label": "X"})
    answer = client.post(address(Page, "add"), form)
    assert answer.status_code == 302
    page = Page.objects.get()
    assert not page.is_public
    assert not page.menu_items.exists()
    answer = client.post(address(Page, "change", page.pk), page_form(_publish="1"))
    assert answer.status_code == 403
    client.post(address(Page, "change", page.pk), page_form(_submit="1"))
    assert Page.objects.in_review().get() == page
    html = client.get(address(Page, "change", page.pk)).content.decode()
    assert 'name="_publish"' not in html
    assert "menu_items-" not in html


@pytest.mark.parametrize("role", ["Pengelola Penghargaan", "Pembina KIM", "nobody"])
def test_others_see_no_pages_at_the_desk(enter, role):
    client = enter(role)
    for name in ("changelist", "add"):
        assert client.get(address(Page, name)).status_code == 403
    assert client.get(reverse("admin:pages_page_starters")).status_code == 403


# Pages


def test_editor_publishes_a_page_and_puts_it_into_a_menu(enter):
    client = enter("Penyunting")
    rows = {
        "menu_items-TOTAL_FORMS": 1,
        "menu_items-0-menu": "office",
        "menu_items-0-label": "Siapa kami",
        "menu_items-0-position": 9,
    }
    client.post(address(Page, "add"), page_form(**rows, _publish="1"))
    assert Page.objects.published().get().slug == "tentang"
    assert "Siapa kami" in client.get("/").content.decode()


@pytest.mark.parametrize("field", ["title", "summary", "body"])
def test_page_with_a_gap_is_not_published(enter, field):
    client = enter("Penyunting")
    answer = client.post(
        address(Page, "add"),
        page_form(**{field: "Kantor: [ISI alamat]"}, _publish="1"),
        follow=True,
    )
    assert "ganti “[ISI alamat]” dengan isinya" in answer.content.decode()
    assert not Page.objects.published().exists()
    rows = {"action": "publish_rows", "_selected_action": [Page.objects.get().pk]}
    answer = client.post(address(Page, "changelist"), rows, follow=True)
    assert "ganti “[ISI alamat]” dengan isinya" in answer.content.decode()
    assert not Page.objects.published().exists()


def test_published_page_takes_no_gap(enter):
    client = enter("Penyunting")
    page = make_page(True, title="Tentang", body="<p>Lama.</p>")
    answer = client.post(
        address(Page, "change", page.pk), page_form(body="<p>[isi nomor telepon]</p>")
    )
    assert answer.status_code == 200
    assert "Tidak ada yang disimpan" in answer.content.decode()
    assert "[isi nomor telepon]" in answer.content.decode()
    page.refresh_from_db()
    assert page.body == "<p>Lama.</p>"


def test_page_with_a_photo_without_words_is_not_published(enter):
    client = enter("Penyunting")
    photo = photo_of(file=image_file(), alt="", credit="")
    body = f'<p>Isi.</p><figure data-photo="{photo.pk}"></figure>'
    answer = client.post(address(Page, "add"), page_form(body=body, _publish="1"), follow=True)
    assert "teks alternatif" in answer.content.decode()
    assert not Page.objects.published().exists()


def test_page_is_written_in_the_editor_of_stories(enter):
    html = enter("Penulis").get(address(Page, "add")).content.decode()
    assert "data-story-editor=" in html
    assert "js/editor-story.js" in html


def test_who_may_only_look_sees_the_text_as_readers_do(enter):
    page = make_page(True, body="<h2>Kuki</h2><p>Tanpa kuki.</p>")
    html = enter("Penulis").get(address(Page, "change", page.pk)).content.decode()
    assert '<div class="story-shown"><h2>Kuki</h2>' in html


def test_list_of_pages_says_where_each_is_in_the_menus(enter):
    page = make_page(True, title="Privasi")
    MenuItem.objects.create(menu="office", label="Privasi", page=page)
    make_page(title="Sendirian")
    html = enter("Penyunting").get(address(Page, "changelist")).content.decode()
    assert html.count('field-in_menus">Kaki: redaksi<') == 1
    assert html.count('field-in_menus">belum<') == 1


# Menus


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/kim/potensi/", "/kim/potensi/"),
        ("/kim", "/kim/"),
        ("/penghargaan?tahun=2023#x", "/penghargaan/?tahun=2023#x"),
        ("https://ppid.malangkota.go.id/", "https://ppid.malangkota.go.id/"),
        ("/", "/"),
    ],
)
def test_menu_takes_an_address_that_leads_somewhere(enter, typed, kept):
    client = enter("Penyunting")
    client.post(address(MenuItem, "add"), item_form(address=typed))
    assert MenuItem.objects.get(label="Tautan").address == kept
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        *("/tidak/ada/", "/halaman/", "kim", "http://contoh.id/", "//contoh.id/", "https://", "/["),
        *(
            "https://[x",
            "//[x",
            "/kim/ lain/",
            "/\\contoh.id",
            "javascript:alert(1)",
            "https://a b/",
        ),
        *("/%F0%9F%98%80/", "/%00/", "/" + "x" * 280 + "/", "https://" + "x" * 400),
    ],
)
@pytest.mark.parametrize("model", [MenuItem, Alert])
def test_address_that_leads_nowhere_is_refused(enter, model, typed):
    client = enter("Penyunting")
    form = item_form(address=typed) if model is MenuItem else alert_form(address=typed)
    answer = client.post(address(model, "add"), form)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors
    assert not model.objects.filter(address=typed).exists()
    assert client.get("/").status_code == 200


def test_refusal_names_the_address(enter):
    answer = enter("Penyunting").post(address(MenuItem, "add"), item_form(address="/tentang/"))
    assert "Tidak ada halaman portal ini di alamat “/tentang/”" in answer.content.decode()


def test_menu_item_of_a_draft_is_saved_with_a_warning(enter):
    client = enter("Penyunting")
    page = make_page(title="Belum jadi")
    answer = client.post(address(MenuItem, "add"), item_form(page=page.pk), follow=True)
    html = answer.content.decode()
    assert "belum tampil: halaman “Belum jadi” belum terbit." in html
    assert "Tidak tampil: halaman belum terbit" in html


def test_list_of_menus_stands_as_on_the_page_and_sets_the_order(enter):
    client = enter("Penyunting")
    answer = client.get(address(MenuItem, "changelist"))
    rows = list(answer.context["cl"].result_list)
    assert [row.menu for row in rows] == sorted(
        (row.menu for row in rows), key=["head", "explore", "office"].index
    )
    assert 'aria-label="Urutan “Potensi”"' in answer.content.decode()
    form = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "1"}
    for number, row in enumerate(rows):
        form |= {f"form-{number}-id": row.pk, f"form-{number}-position": 50 - number}
    assert client.post(address(MenuItem, "changelist"), form).status_code == 302
    head = MenuItem.objects.filter(menu="head").order_by("position")
    assert [item.label for item in head] == ["Potensi", "KIM", "Penghargaan", "Berita"]


def test_new_menu_item_begins_behind_all_others(enter):
    MenuItem.objects.filter(label="Umpan RSS, Atom, dan JSON").update(position=40)
    html = enter("Penyunting").get(address(MenuItem, "add")).content.decode()
    assert 'name="position" value="41"' in html


# Front page


def test_list_of_parts_sets_order_and_what_is_shown(enter):
    client = enter("Penyunting")
    rows = list(HomeBlock.objects.order_by("position"))
    form = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "1"}
    for number, row in enumerate(rows):
        form |= {f"form-{number}-id": row.pk, f"form-{number}-position": 50 - number}
    html = client.post(address(HomeBlock, "changelist"), form, follow=True).content.decode()
    assert "Tidak ada bagian yang ditampilkan, jadi beranda memakai susunan bawaan" in html
    assert not HomeBlock.objects.filter(is_shown=True).exists()
    assert HomeBlock.objects.order_by("position").first() == rows[-1]


def test_part_of_a_rubric_asks_for_the_rubric(enter):
    form = {"kind": "rubric", "rubric": "", "position": 9, "is_shown": "on"}
    html = enter("Penyunting").post(address(HomeBlock, "add"), form).content.decode()
    assert "Pilih rubrik untuk “Satu rubrik pilihan”" in html


def test_list_of_chosen_stories_says_which_shows_now(enter):
    now = timezone.now()
    make_home_story(make_article(True, title="Tampil kini"), slot="lead")
    make_home_story(make_article(True, title="Kalah urutan"), slot="lead", position=5)
    make_home_story(make_article(title="Masih draf"))
    make_home_story(make_article(True, title="Nanti"), begins_at=now + HOUR)
    make_home_story(make_article(True, title="Lewat"), ends_at=now - HOUR / 2)
    html = enter("Penyunting").get(address(HomeStory, "changelist")).content.decode()
    rows = {row.split("</a>")[0].rsplit(">", 1)[1]: row for row in html.split("/change/")[1:]}
    for title, words in (
        ("Tampil kini", ">Tampil<"),
        ("Kalah urutan", "ada yang lebih dulu"),
        ("Masih draf", "beritanya tidak terbit"),
        ("Nanti", ">Akan datang<"),
        ("Lewat", ">Selesai<"),
    ):
        assert words in rows[title].split("</tr>")[0], title


def test_story_that_is_not_out_is_held_with_a_warning(enter):
    client = enter("Penyunting")
    article = make_article(title="Masih draf")
    form = {"article": article.pk, "slot": "lead", "position": 0, "ends_at": ""}
    form["begins_at"] = minute(timezone.now())
    answer = client.post(address(HomeStory, "add"), form, follow=True)
    assert "“Masih draf” belum tampil: beritanya belum terbit." in answer.content.decode()


# Alerts


def test_editor_sends_an_alert_that_readers_see(enter):
    client = enter("Penyunting")
    assert client.post(address(Alert, "add"), alert_form(address="/berita")).status_code == 302
    assert Alert.objects.get().address == "/berita/"
    assert "Air mati di Klojen." in client.get("/kim/").content.decode()


def test_list_of_alerts_says_where_each_stands(enter):
    client = enter("Penyunting")
    now = timezone.now()
    make_alert(text="Kini")
    make_alert(text="Nanti", begins_at=now + HOUR, ends_at=now + 2 * HOUR)
    make_alert(text="Lewat", begins_at=now - 2 * HOUR, ends_at=now - HOUR)
    for value, text, badge in (
        ("berlaku", "Kini", ">Berlaku<"),
        ("akan-datang", "Nanti", ">Akan datang<"),
        ("selesai", "Lewat", ">Selesai<"),
    ):
        answer = client.get(address(Alert, "changelist"), {"keadaan": value})
        assert [row.text for row in answer.context["cl"].result_list] == [text]
        assert badge in answer.content.decode()


def test_alert_without_an_end_or_with_one_that_is_past_is_refused(enter):
    client = enter("Penyunting")
    past = {
        "begins_at": minute(timezone.now() - 3 * HOUR),
        "ends_at": minute(timezone.now() - HOUR),
    }
    for fields in ({"ends_at": ""}, past, {"ends_at": "besok"}, {"ends_at": "9999-12-31T23:59"}):
        answer = client.post(address(Alert, "add"), alert_form(**fields))
        assert answer.context["adminform"].form.errors["ends_at"], fields
    assert not Alert.objects.exists()


def test_words_of_an_alert_that_is_over_may_still_be_mended(enter):
    now = timezone.now()
    alert = make_alert(begins_at=now - 2 * HOUR, ends_at=now - HOUR)
    times = {"begins_at": minute(alert.begins_at), "ends_at": minute(alert.ends_at)}
    form = alert_form(text="Dibetulkan.", **times)
    assert enter("Penyunting").post(address(Alert, "change", alert.pk), form).status_code == 302


def test_alert_is_ended_at_once(enter):
    client = enter("Penyunting")
    now = timezone.now()
    alert = make_alert(text="Air mati.")
    later = make_alert(begins_at=now + HOUR, ends_at=now + 2 * HOUR)
    rows = {"action": "end_rows", "_selected_action": [alert.pk, later.pk]}
    html = client.post(address(Alert, "changelist"), rows, follow=True).content.decode()
    assert "Diakhiri: 1 pemberitahuan." in html
    assert "Air mati." not in client.get("/").content.decode()
    assert Alert.objects.get(pk=later.pk).ends_at == later.ends_at
    html = client.post(address(Alert, "changelist"), rows, follow=True).content.decode()
    assert "Tidak ada yang diakhiri" in html


def test_form_shows_how_an_alert_looks(enter):
    client = enter("Penyunting")
    assert "Simpan dulu untuk melihat" in client.get(address(Alert, "add")).content.decode()
    html = client.get(address(Alert, "change", make_alert(level="danger").pk)).content.decode()
    assert '<div class="alert alert-danger">' in html


# Empty lists


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (Page, "Belum ada halaman."),
        (MenuItem, "Menu masih kosong"),
        (HomeBlock, "Belum ada bagian yang diatur"),
        (HomeStory, "Belum ada berita pilihan"),
        (Alert, "Belum ada pemberitahuan."),
    ],
)
def test_empty_list_says_what_to_do(enter, model, words):
    client = enter("Penyunting")
    model.objects.all().delete()
    assert words in client.get(address(model, "changelist")).content.decode()
    makers = {Page: make_page, Alert: make_alert, HomeStory: make_home_story}
    maker = makers.get(model)
    row = {MenuItem: {"label": "X", "address": "/"}, HomeBlock: {"kind": "lead"}}.get(model)
    model.objects.create(**row) if row else maker()
    assert words not in client.get(address(model, "changelist"), {"q": "zzz"}).content.decode()
