"""From the desk's invitation to somebody's own account on a phone, and a forgotten password."""

import pytest

from kim.invitations import address_of
from kim.models import Contributor, Invitation
from kim.writers import password_token
from tests import factories as make
from tests.browser.desk import choose, log_in, press
from tests.browser.test_story_form_axe import check

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SECRET = "Gerabah-Penanggungan-7"
PHONE = {"width": 360, "height": 740}


def test_an_invitation_goes_from_the_desk_to_a_phone(visit, live_server):
    make.make_user("sari", group="Pembina KIM", first_name="Nama Pembina")
    make.make_kim(name="KIM Gerabah", kelurahan=make.kelurahan("Penanggungan"), published=True)
    desk = visit(viewport={"width": 1280, "height": 900})
    log_in(desk, "sari")
    desk.goto("/admin/kim/contributor/")
    desk.get_by_role("link", name="Undang kontributor").click()
    choose(desk, "kim", "KIM Gerabah")
    desk.fill("#id_name", "Sekretaris")
    desk.get_by_role("button", name="Simpan").first.click()
    link = desk.locator("[data-copy]").inner_text()
    assert link.startswith(live_server.url + "/undangan/")
    assert desk.locator("a", has_text="WhatsApp").get_attribute("href").startswith("https://wa.me/")
    assert desk.get_by_role("button", name="Salin tautan undangan").count() == 1

    phone = visit(viewport=PHONE)
    phone.goto(link)
    assert "Nama Pembina" in phone.locator("main").inner_text()
    assert phone.locator("#id_username").input_value() == "gerabah.sekretaris"
    phone.fill("#id_first_name", "Akun Uji")
    phone.fill("#id_password1", SECRET)
    phone.fill("#id_password2", "lain")
    phone.get_by_role("button", name="Terima undangan").click()
    assert phone.locator("#id_password2[aria-invalid=true]").count() == 1
    assert phone.locator("#id_first_name").input_value() == "Akun Uji"
    phone.fill("#id_password1", SECRET)
    phone.fill("#id_password2", SECRET)
    phone.get_by_role("button", name="Terima undangan").click()
    phone.wait_for_url("**/admin/tulis/")
    assert Contributor.objects.active().get().user.username == "gerabah.sekretaris"

    phone.goto(link)
    assert "sudah diterima" in phone.locator("h1").inner_text()
    desk.goto("/admin/kim/invitation/")
    assert "Diterima" in desk.locator("#result_list").inner_text()
    desk.goto("/admin/kim/contributor/")
    desk.check("#action-toggle")
    desk.select_option("select[name=action]", label="Akhiri")
    desk.click("button[name=index]")
    assert "tidak lagi menulis" in press(desk, "Ya, akhiri")
    phone.goto("/admin/tulis/")
    assert "Tulis berita" not in phone.locator("body").inner_text()
    assert desk.problems + phone.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_of_invitations_are_for_everyone(visit, scheme, width):
    kim = make.make_kim(name="KIM Gerabah Penanggungan", published=True)
    row = make.make_invitation(kim, name="Sekretaris KIM Gerabah Penanggungan")
    used = make.make_invitation(kim, accepted_at=make.PAST)
    one = make.make_contributor(kim)
    make.make_user("sari", group="Pembina KIM")
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address_of(row))
    page.evaluate("document.querySelectorAll('form').forEach((form) => (form.noValidate = true))")
    page.get_by_role("button", name="Terima undangan").click()
    check(page, f"invitation-{scheme}-{width}")
    for name, address in {
        "login": address_of(row) + "masuk/",
        "gone": address_of(used),
        "password": f"/undangan/sandi/{password_token(one.user)}/",
        "password-gone": "/undangan/sandi/1-x/",
    }.items():
        page.goto(address)
        check(page, f"invitation-{name}-{scheme}-{width}")

    log_in(page, "sari")
    page.goto(address_of(row))
    check(page, f"invitation-accept-{scheme}-{width}")
    for name, address in {
        "list": "/admin/kim/contributor/",
        "one": f"/admin/kim/contributor/{one.pk}/change/",
        "choose": "/admin/kim/contributor/akun/",
        "end": f"/admin/kim/contributor/akhiri/?no={one.pk}",
        "password": f"/admin/kim/contributor/{one.pk}/sandi/",
        "invitations": "/admin/kim/invitation/",
        "add": "/admin/kim/invitation/add/",
        "invitation": f"/admin/kim/invitation/{row.pk}/change/",
        "link-again": f"/admin/kim/invitation/{row.pk}/tautan/",
    }.items():
        page.goto(address)
        check(page, f"people-{name}-{scheme}-{width}")
    page.goto(f"/admin/kim/contributor/{one.pk}/sandi/")
    page.get_by_role("button", name="Buat tautan").click()
    assert "/undangan/sandi/" in page.locator("[data-copy]").inner_text()
    check(page, f"people-password-link-{scheme}-{width}")
    assert Invitation.objects.open().get() == row
