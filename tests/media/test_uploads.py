"""Many photos at once, what their files say of themselves, and where they are used."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from django.urls import reverse
from PIL import Image

from malangnews.media.captions import read_in
from malangnews.media.models import Photo
from tests import factories as make

pytestmark = pytest.mark.django_db
UPLOAD, DESCRIBE = "admin:media_photo_upload", "admin:media_photo_describe"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 40


@pytest.fixture
def penulis(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    return client


def iptc(caption: bytes, byline: bytes) -> bytes:
    """The APP13 segment that a picture desk writes (IPTC-IIM 4.2 in a Photoshop block)."""

    def data(number: int, text: bytes) -> bytes:
        return b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text

    records = data(120, caption) + data(80, byline)
    block = b"8BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records
    body = b"Photoshop 3.0\x00" + block + b"\x00" * (len(records) % 2)
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def jpeg(segment: bytes = b"", name: str = "foto.jpg", **exif) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    told = Image.Exif()
    for number, value in exif.items():
        told[int(number[1:], 16)] = value
    Image.new("RGB", (40, 30 + make.number() % 900), (9, 90, 160)).save(buffer, "JPEG", exif=told)
    content = buffer.getvalue()
    return SimpleUploadedFile(name, content[:2] + segment + content[2:], "image/jpeg")


def send(client, *files, **fields):
    return client.post(reverse(UPLOAD), {"files": files, **fields}, follow=True)


def test_many_are_kept_and_one_that_is_bad_leaves_the_others_be(penulis):
    bad = SimpleUploadedFile("jahat.svg", b"<svg onload=alert(1)></svg>", "image/svg+xml")
    page = send(penulis, jpeg(), bad, jpeg(), credit="Humas", licence="cc-by-4.0").content.decode()
    assert [photo.credit for photo in Photo.objects.all()] == ["Humas", "Humas"]
    assert {photo.licence for photo in Photo.objects.all()} == {"cc-by-4.0"}
    assert "jahat.svg" in page
    assert "bukan gambar JPEG" in page
    assert "Lengkapi keterangan" in page


def test_a_script_is_told_in_json(penulis):
    answer = penulis.post(
        reverse(UPLOAD), {"files": jpeg()}, headers={"accept": "application/json"}
    ).json()["results"]
    assert answer[0]["id"] == Photo.objects.get().pk


@pytest.mark.parametrize("data", [{}, {"files": ""}, {"files": "foto.jpg", "credit": "Humas"}])
def test_nothing_sent_is_said_in_plain_words(penulis, data):
    page = penulis.post(reverse(UPLOAD), data)
    words = "Belum ada berkas yang dipilih."
    assert words in page.content.decode()
    assert f'value="{data.get("credit", "")}"' in page.content.decode()
    told = penulis.post(reverse(UPLOAD), data, headers={"accept": "application/json"})
    assert told.status_code == 400
    assert told.json()["problem"].startswith(words)
    assert told.json()["results"] == []
    assert not Photo.objects.exists()


@pytest.mark.parametrize("name", [UPLOAD, DESCRIBE])
@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused_in_plain_words(penulis, name, method):
    answer = getattr(penulis, method)(reverse(name))
    assert answer.status_code == 405
    assert "Halaman ini" in answer.content.decode()


def test_heic_is_refused_with_a_word_that_helps(penulis):
    page = send(penulis, SimpleUploadedFile("IMG_1.HEIC", HEIC)).content.decode()
    assert "Paling Kompatibel" in page
    assert not Photo.objects.exists()


def test_the_same_picture_twice_is_noticed(penulis):
    picture = jpeg()
    send(penulis, picture)
    picture.seek(0)
    assert "sudah ada di pustaka" in send(penulis, picture).content.decode()
    assert Photo.objects.count() == 1


def test_what_the_file_says_is_read_in_and_cleaned(penulis):
    send(penulis, jpeg(iptc(b"Piagam\x00 <b>dua</b>\n", b"Humas Pemkot")))
    photo = Photo.objects.get()
    assert (photo.caption, photo.credit) == ("Piagam <b>dua</b>", "Humas Pemkot")
    page = penulis.get(reverse("admin:media_photo_change", args=[photo.pk])).content.decode()
    assert "<b>dua</b>" not in page


@pytest.mark.parametrize(
    ("file", "caption", "credit"),
    [
        (jpeg(iptc("Kafé".encode("latin-1"), b"")), "Kafé", ""),
        (jpeg(iptc(b"x" * 900, b"y" * 900)), "x" * 300, "y" * 60),
        (jpeg(x010E="Dari kamera", x013B="Sari"), "Dari kamera", "Sari"),
        (SimpleUploadedFile("x.jpg", b"\xff\xd8\xff\xed\x00\x05abc"), "", ""),
        (SimpleUploadedFile("x.jpg", b""), "", ""),
    ],
)
def test_strange_words_in_a_file_do_no_harm(file, caption, credit):
    told = read_in(file)
    assert (told.caption, told.credit) == (caption, credit)


def test_what_an_editor_wrote_is_kept():
    photo = make.make_photo(file=jpeg(iptc(b"Dari berkas", b"Berkas")), caption="Dari redaksi")
    assert (photo.caption, photo.credit) == ("Dari redaksi", "Diskominfo Kota Malang")


# Words of many


def words(*photos, **fields):
    data = {"form-TOTAL_FORMS": len(photos), "form-INITIAL_FORMS": len(photos)}
    for number, photo in enumerate(photos):
        row = {"id": photo.pk, "alt": "Baru", "credit": "Humas", "licence": "office", **fields}
        data |= {f"form-{number}-{name}": value for name, value in row.items()}
    return data


def test_many_are_described_on_one_page(penulis):
    photos = [make.make_photo(alt="", credit=""), make.make_photo(alt="", credit="")]
    page = f"{reverse(DESCRIBE)}?foto={photos[0].pk},{photos[1].pk}"
    assert penulis.get(page).content.decode().count("Teks alternatif") == 2
    assert penulis.post(page, words(*photos)).status_code == 302
    assert [photo.alt for photo in Photo.objects.all()] == ["Baru", "Baru"]


def shown_by(kind, photo):
    """Let the public see the photo: before a story, within its text, or with an award."""
    if kind == "certificate":
        make.make_award(published=True, certificate=photo)
    elif kind == "lead":
        make.make_article(published=True, lead_photo=photo)
    else:
        body = f'<figure data-photo="{photo.pk}"></figure>'
        make.make_article(published=True, body=body).link_what_it_tells_of()


@pytest.mark.parametrize("kind", ["lead", "text", "certificate"])
@pytest.mark.parametrize("field", ["alt", "credit"])
def test_what_the_public_sees_keeps_its_words(client, kind, field):
    client.force_login(make.make_user(is_superuser=True))
    photo, other = make.make_photo(), make.make_photo()
    shown_by(kind, photo)
    page = f"{reverse(DESCRIBE)}?foto={photo.pk},{other.pk}"
    answer = client.post(page, words(photo, other, **{field: ""}))
    (wrong, fine) = answer.context["formset"].errors
    assert list(wrong) == [field]
    assert "sedang tampil" in wrong[field][0]
    assert fine == {}
    assert f'id="id_form-0-{field}_error"' in answer.content.decode()
    photo.refresh_from_db()
    assert getattr(photo, field)


@pytest.mark.parametrize("kind", ["lead", "text", "certificate"])
def test_the_photos_own_form_says_it_beside_the_field_too(client, kind):
    client.force_login(make.make_user(is_superuser=True))
    photo = make.make_photo()
    shown_by(kind, photo)
    fields = {"alt": "", "credit": "D", "licence": "office", "focal_x": 50, "focal_y": 50}
    answer = client.post(reverse("admin:media_photo_change", args=[photo.pk]), fields)
    assert list(answer.context["adminform"].form.errors) == ["alt"]


@pytest.mark.parametrize("kind", ["lead", "text", "certificate"])
def test_a_writer_describes_no_photo_that_is_in_public(penulis, kind):
    photo, own = make.make_photo(), make.make_photo()
    shown_by(kind, photo)
    assert penulis.get(f"{reverse(DESCRIBE)}?foto={photo.pk}").status_code == 403
    page = penulis.get(f"{reverse(DESCRIBE)}?foto={photo.pk},{own.pk}")
    assert [form.instance for form in page.context["formset"]] == [own]
    assert "1 foto tidak ditampilkan" in page.content.decode()
    data = words(photo, own, alt="Diganti")
    penulis.post(f"{reverse(DESCRIBE)}?foto={photo.pk},{own.pk}", data)
    photo.refresh_from_db()
    assert photo.alt != "Diganti"


@pytest.mark.parametrize("query", ["", "?foto=", "?foto=x,,9", f"?foto={'9' * 50}"])
def test_junk_describes_nothing(penulis, query):
    assert "Tidak ada foto" in penulis.get(reverse(DESCRIBE) + query).content.decode()


@pytest.mark.parametrize("group", ["Pembina KIM", ""])
def test_who_may_not_add_photos_uploads_none(client, group):
    client.force_login(make.make_user(group=group))
    assert client.get(reverse(UPLOAD)).status_code == 403
    assert client.post(reverse(UPLOAD), {"files": jpeg()}).status_code == 403
    assert client.get(reverse(DESCRIBE)).status_code == 403
    assert not Photo.objects.exists()


# Where it is used


@pytest.mark.parametrize("by", ["lead", "text"])
def test_one_in_use_is_listed_and_deleted_by_nobody(client, by):
    client.force_login(make.make_user(group="Penyunting"))
    photo = make.make_photo()
    if by == "lead":
        make.make_article(title="Berita pemakai", lead_photo=photo)
    else:
        body = f'<figure data-photo="{photo.pk}"></figure>'
        make.make_article(title="Berita pemakai", body=body).link_what_it_tells_of()
    page = client.get(reverse("admin:media_photo_change", args=[photo.pk])).content.decode()
    assert "berita: Berita pemakai" in page
    delete = reverse("admin:media_photo_delete", args=[photo.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    rows = {"action": "delete_selected", "_selected_action": [photo.pk], "post": "yes"}
    client.post(reverse("admin:media_photo_changelist"), rows)
    for attempt in (photo.delete, Photo.objects.all().delete):
        with pytest.raises(ProtectedError):
            attempt()
    assert Photo.objects.count() == 1


def test_one_that_nobody_uses_may_go(client):
    client.force_login(make.make_user(group="Penyunting"))
    photo = make.make_photo()
    delete = reverse("admin:media_photo_delete", args=[photo.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 302
    assert not Photo.objects.exists()


def test_incomplete_photos_are_found(penulis):
    make.make_photo(caption="Lengkap")
    make.make_photo(caption="Kurang", alt="")
    make.make_photo(caption="Nama berkas", alt="IMG_1234.JPG")
    page = penulis.get(reverse("admin:media_photo_changelist"), {"lengkap": "belum"})
    names = [str(photo) for photo in page.context["cl"].result_list]
    assert names == ["Nama berkas", "Kurang"]


def test_a_photo_deleted_meanwhile_is_no_failure(penulis):
    kept, gone = make.make_photo(), make.make_photo()
    page = f"{reverse(DESCRIBE)}?foto={kept.pk},{gone.pk}"
    data = words(kept, gone)
    gone.delete()
    assert penulis.post(page, data).status_code in (200, 302)
    data = words(kept) | {"form-TOTAL_FORMS": 3, "form-2-alt": "Baru", "form-2-licence": "office"}
    assert penulis.post(f"{reverse(DESCRIBE)}?foto={kept.pk}", data).status_code in (200, 302)
    assert Photo.objects.count() == 1


def test_more_than_fit_are_named_and_not_lost_in_silence(penulis, monkeypatch):
    monkeypatch.setattr("malangnews.media.uploads.AT_ONCE", 2)
    page = send(penulis, jpeg(), jpeg(), jpeg(name="ketiga.jpg")).content.decode()
    assert Photo.objects.count() == 2
    assert "ketiga.jpg" in page
    assert "Lebih dari 2 berkas" in page
