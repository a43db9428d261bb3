"""Cards at the desk: who may see them, what the ZIP holds."""

import io
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from awards.admin.cards import MOST
from awards.cards.shapes import SHAPES
from awards.models import Award
from tests import factories as make

pytestmark = pytest.mark.django_db
BASE = "/admin/awards/award"
GROUPS = ["Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM"]


def pages(award):
    cards = f"{BASE}/{award.pk}/kartu"
    one = [f"{cards}/", f"{cards}/lebar.png", f"{cards}/zip/"]
    year = award.edition.year
    years = f"{BASE}/kartu/tahun"
    return [*one, f"{years}/", f"{years}/{year}/", f"{years}/{year}/zip/"]


def enter(client, group="Pengelola Penghargaan", **fields):
    user = make.make_user(group=group, **fields)
    client.force_login(user)
    return user


def unzip(answer):
    assert answer["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.content))


@pytest.mark.parametrize("group", [*GROUPS, "", "reader", "stranger"])
def test_cards_are_for_those_who_may_see_the_award(client, award, group):
    draft = make.make_award(edition=award.edition)
    may = False
    if group in GROUPS:
        may = enter(client, group).has_perm("awards.view_award")
    elif group == "":
        enter(client, "")
    elif group == "reader":
        enter(client, "", is_staff=False)
    wanted = 200 if may else 302 if group in ("reader", "stranger") else 403
    for row in (award, draft):
        for page in pages(row):
            assert client.get(page).status_code == wanted, page
    # Whether a record exists is not told either.
    unknown = client.get(f"{BASE}/{draft.pk + 999}/kartu/").status_code
    assert unknown == (404 if may else wanted)
    if group == "Pengelola Penghargaan":
        assert may


def test_viewers_of_drafts_get_nothing_that_a_cache_keeps(client):
    draft = make.make_award()
    enter(client)
    for page in pages(draft)[1:3]:
        answer = client.get(page)
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"
    words = client.get(pages(draft)[0]).content.decode()
    assert "Catatan ini belum terbit." in words


def test_page_shows_every_shape_and_both_texts(client, award):
    enter(client)
    page = client.get(f"{BASE}/{award.pk}/kartu/").content.decode()
    for shape in SHAPES.values():
        source = f'src="{BASE}/{award.pk}/kartu/{shape.name}.png"'
        assert f'{source} width="{shape.size[0]}" height="{shape.size[1]}"' in page
        picture = client.get(f"{BASE}/{award.pk}/kartu/{shape.name}.png")
        assert Image.open(io.BytesIO(picture.content)).size == shape.size
    assert "Diskominfo Kota Malang dan KIM Samaan meraih Terbaik I kategori" in page
    assert f"Catatan dan sumber: http://testserver{award.get_absolute_url()}" in page
    assert "Kartu penghargaan: Terbaik I" in page
    assert "belum terbit" not in page


def test_form_of_an_award_leads_to_its_cards(client, award):
    enter(client)
    form = client.get(reverse("admin:awards_award_change", args=[award.pk])).content.decode()
    assert f'href="{BASE}/{award.pk}/kartu/"' in form
    new = client.get(reverse("admin:awards_award_add")).content.decode()
    assert "/kartu/" not in new


def test_zip_holds_three_pictures_and_the_words(client, award):
    enter(client)
    answer = client.get(f"{BASE}/{award.pk}/kartu/zip/")
    assert answer["Content-Disposition"] == f'attachment; filename="kartu-{award.slug}.zip"'
    archive = unzip(answer)
    pictures = {f"kartu-{award.slug}-{shape}.png" for shape in SHAPES}
    assert set(archive.namelist()) == {*pictures, f"kartu-{award.slug}.txt"}
    for shape in SHAPES.values():
        picture = archive.read(f"kartu-{award.slug}-{shape.name}.png")
        assert Image.open(io.BytesIO(picture)).size == shape.size
    words = archive.read(f"kartu-{award.slug}.txt").decode()
    assert "Takarir:" in words
    assert "Teks alternatif:" in words


def test_zip_of_a_year(client, award):
    enter(client)
    archive = unzip(client.get(f"{BASE}/kartu/tahun/2023/zip/"))
    assert "kartu-tahun-2023-cerita.png" in archive.namelist()
    assert "1 penghargaan Kota Malang tahun 2023 tercatat" in (
        archive.read("kartu-tahun-2023.txt").decode()
    )
    page = client.get(f"{BASE}/kartu/tahun/2023/").content.decode()
    assert 'src="/penghargaan/kartu/2023-persegi.png"' in page
    assert "tahun=2023" in page


def choose(client, awards):
    data = {"action": "download_cards", "_selected_action": [award.pk for award in awards]}
    return client.post(reverse("admin:awards_award_changelist"), data, follow=True)


def test_several_awards_are_taken_along_at_once(client, award):
    other = make.make_award()
    enter(client)
    archive = unzip(choose(client, [award, other]))
    assert len(archive.namelist()) == 8
    assert f"kartu-{other.slug}-cerita.png" in archive.namelist()


def test_too_many_at_once_are_refused_in_words(client):
    awards = [make.make_award() for _ in range(MOST + 1)]
    enter(client)
    answer = choose(client, awards)
    assert f"Paling banyak {MOST} penghargaan sekali unduh." in answer.content.decode()


def test_junk_addresses_are_not_found_and_wrong_methods_refused(client, award):
    enter(client)
    for junk in ("abc", "0", "9" * 30, "-1", "a%00b", "²"):
        for tail in ("", "lebar.png", "zip/"):
            assert client.get(f"{BASE}/{junk}/kartu/{tail}").status_code in (400, 404), junk
    assert client.get(f"{BASE}/{award.pk}/kartu/bulat.png").status_code == 404
    assert client.get(f"{BASE}/kartu/tahun/2001/").status_code == 404
    assert client.get(f"{BASE}/kartu/tahun/2001/zip/").status_code == 404
    for page in pages(award):
        assert client.post(page).status_code == 405


def test_withdrawing_takes_the_kept_cards_away(client, award):
    client.get(f"/penghargaan/{award.slug}/kartu-lebar.png")
    folder = f"kartu/penghargaan/{award.pk}"
    assert default_storage.listdir(folder)[1]
    enter(client)
    address = reverse("admin:awards_award_withdraw", args=[award.pk])
    client.post(address, {"reason": "Angkanya keliru."})
    assert not Award.objects.published().filter(pk=award.pk).exists()
    assert default_storage.listdir(folder)[1] == []
