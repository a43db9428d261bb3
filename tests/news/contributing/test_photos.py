"""Photos of a contributor: taken in by the library's rules, used and worded by their owners."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from malangnews.media.models import Photo
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
NEW, TAKE = "/admin/tulis/baru/", "/admin/tulis/foto/"


def words(photo, **changes):
    told = {"alt": "Jala berisi lele.", "caption": "", "credit": "Sari / KIM Samaan", **changes}
    return {f"foto-{photo.pk}-{name}": value for name, value in told.items()}


def photo_of(user, colour="green", **fields):
    file = make.image_file("a.jpg", (60, 40), "JPEG") if colour == "green" else other_file()
    return make.make_photo(file=file, uploaded_by=user, **{"alt": "", "credit": "", **fields})


def other_file():
    return make.image_file("b.jpg", (61, 40), "JPEG")


def test_photo_is_taken_in_once_and_is_hers(phone, writer):
    answers = [phone.post(TAKE, {"file": make.image_file()}).json() for _ in range(2)]
    photo = Photo.objects.get()
    assert [answer["id"] for answer in answers] == [photo.pk] * 2
    assert photo.uploaded_by == writer and photo.credit == "Sari / KIM Samaan"


def test_same_picture_in_the_library_is_not_told(phone, writer):
    theirs = make.make_photo(file=make.image_file(), alt="Rahasia kantor")
    answer = phone.post(TAKE, {"file": make.image_file()})
    assert answer.status_code == 200 and "Rahasia" not in answer.content.decode()
    assert answer.json()["id"] != theirs.pk


@pytest.mark.parametrize("content", [b"", b"kata saja", b"\xff\xd8\xff rusak"])
def test_what_the_library_refuses_is_refused_in_words(phone, content):
    answer = phone.post(TAKE, {"file": SimpleUploadedFile("a.jpg", content)})
    assert answer.status_code == 400 and answer.json()["words"]
    assert phone.post(TAKE).status_code == 400
    assert not Photo.objects.exists()


def test_first_photo_leads_the_others_follow_the_text(phone, sheet, writer):
    one, two = photo_of(writer), photo_of(writer, "navy")
    fields = sheet(simpan="1", foto=[one.pk, two.pk], **words(one), **words(two, alt="Kolam."))
    phone.post(NEW, fields)
    story = Article.objects.get()
    assert story.lead_photo == one
    assert story.body_html.endswith(f'<figure data-photo="{two.pk}"></figure>')
    assert [*story.photos.all()] == [two]
    two.refresh_from_db()
    assert two.alt == "Kolam."
    form = phone.get(f"/admin/tulis/{story.pk}/").context
    assert "{foto" not in form["form"]["text"].value()
    assert [row.instance.pk for row in form["photos"]] == [one.pk, two.pk]


def test_dropped_photo_leaves_the_story_and_the_next_one_leads(phone, sheet, writer):
    one, two = photo_of(writer), photo_of(writer, "navy")
    phone.post(NEW, sheet(simpan="1", foto=[one.pk, two.pk], **words(one), **words(two)))
    story = Article.objects.get()
    fields = sheet(versi=story.version, foto=[one.pk, two.pk], **words(one), **words(two))
    address = f"/admin/tulis/{story.pk}/"
    phone.post(address, {**fields, f"foto-{one.pk}-drop": "on", "simpan": "1"})
    story.refresh_from_db()
    assert story.lead_photo == two and not story.photos.exists()
    assert Photo.objects.filter(pk=one.pk).exists(), "the library keeps it"


def test_photo_within_the_text_stays_where_it_is(phone, sheet, draft, writer):
    one = photo_of(writer)
    draft.body = f'<p>Awal.</p><figure data-photo="{one.pk}"></figure><p>Akhir.</p>'
    draft.save()
    form = phone.get(f"/admin/tulis/{draft.pk}/").context["form"]
    text = form["text"].value()
    assert text == f"Awal.\n\n{{foto {one.pk}}}\n\nAkhir."
    fields = sheet(simpan="1", text=text, versi=draft.version, foto=[one.pk], **words(one))
    phone.post(f"/admin/tulis/{draft.pk}/", fields)
    draft.refresh_from_db()
    assert draft.body_html.index("<figure") < draft.body_html.index("Akhir.")
    assert draft.body_html.count("<figure") == 1 and draft.lead_photo is None


def test_photo_is_not_sent_without_its_words(phone, sheet, writer):
    one = photo_of(writer)
    fields = sheet(kirim="1", foto=[one.pk], **words(one, alt="IMG_2023.jpg", credit=""))
    answer = phone.post(NEW, fields).content.decode()
    assert "Tulis apa yang terlihat" in answer and "siapa pemotretnya" in answer
    assert not Article.objects.exists()
    phone.post(NEW, {**fields, **words(one)})
    assert Article.objects.in_review().exists()


def test_photos_of_others_can_be_neither_shown_nor_worded(phone, sheet, draft):
    theirs = make.make_photo(file=other_file(), alt="Rahasia kantor")
    address = f"/admin/tulis/{draft.pk}/"
    lines = [f"{{foto{space}{theirs.pk}}}" for space in (" ", "  ", "\t", " 0")]
    for changes in ({"foto": [theirs.pk]}, *({"text": line} for line in lines)):
        fields = sheet(simpan="1", versi=draft.version, **changes, **words(theirs))
        answer = phone.post(address, fields)
        assert "Rahasia" not in answer.content.decode()
        draft.refresh_from_db()
        assert draft.lead_photo is None and not draft.photos.exists()
        assert str(theirs.pk) not in draft.body_html
    theirs.refresh_from_db()
    assert theirs.alt == "Rahasia kantor"


def test_words_of_what_the_desk_or_the_public_shows_are_not_hers(phone, sheet, draft, writer):
    office = make.make_photo(file=other_file(), alt="Dari kantor")
    own = photo_of(writer, alt="Sudah terbit", credit="Sari")
    make.make_article(published=True, lead_photo=own)
    draft.lead_photo = office
    draft.save()
    keys = [office.pk, own.pk]
    fields = sheet(simpan="1", versi=draft.version, foto=keys, **words(office), **words(own))
    answer = phone.post(f"/admin/tulis/{draft.pk}/", fields)
    assert answer.status_code == 302
    for photo, alt in ((office, "Dari kantor"), (own, "Sudah terbit")):
        photo.refresh_from_db()
        assert photo.alt == alt


def test_files_of_the_form_itself_are_taken_one_by_one(phone, sheet):
    files = [make.image_file(), SimpleUploadedFile("b.jpg", b"kata saja")]
    answer = phone.post(NEW, sheet(simpan="1", berkas=files))
    shown = answer.content.decode()
    assert "b.jpg: Berkas ini bukan gambar" in shown
    assert Photo.objects.count() == 1 and f'name="foto" value="{Photo.objects.get().pk}"' in shown
    assert not Article.objects.exists()
