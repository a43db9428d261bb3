"""Certificates: what file is taken, who may open it, and the page that a number is checked on."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from awards.certificates import MOST_BYTES, check_pdf, loose
from awards.models import Award
from tests import factories as make

PDF = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
CHECK = "/penghargaan/piagam/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(content, name="piagam.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def test_plain_pdf_is_taken_and_left_as_it_was():
    file = upload(PDF)
    check_pdf(file)
    assert file.read() == PDF


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html>%PDF- %%EOF", "bukan PDF"),
        (PDF.replace(b"%%EOF", b""), "bukan PDF yang utuh"),
        (PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /JavaScript (x) >>"), "skrip"),
        (PDF.replace(b"/Catalog", b"/Catalog /Launch"), "skrip"),
        (b"%PDF-" + b"0" * MOST_BYTES + b"%%EOF", "lebih dari 10 MB"),
        (b"", "bukan PDF"),
    ],
)
def test_other_files_are_refused_with_a_word(content, words):
    with pytest.raises(ValidationError, match=words):
        check_pdf(upload(content))


def test_number_is_compared_without_its_dress():
    assert loose("No. 420/123.A/XI/2023") == loose("no 420 123 a xi 2023") == "no420123axi2023"


@pytest.mark.django_db
def test_file_opens_for_those_who_see_the_award(client):
    award = make.make_award(published=True, certificate_file=upload(PDF))
    draft = make.make_award(certificate_file=upload(PDF))
    address, hidden = (
        reverse("awards:award_certificate", args=[row.slug]) for row in (award, draft)
    )
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert b"".join(answer.streaming_content) == PDF
    assert address in client.get(award.get_absolute_url()).content.decode()
    assert client.get(hidden).status_code == 404
    assert client.get(f"/media/{draft.certificate_file.name}").status_code == 404
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    answer = client.get(hidden)
    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"]
    answer.close()


@pytest.mark.django_db
def test_award_without_file_or_with_a_lost_one_has_no_address(client):
    award = make.make_award(published=True)
    address = reverse("awards:award_certificate", args=[award.slug])
    assert client.get(address).status_code == 404
    Award.objects.filter(pk=award.pk).update(certificate_file="piagam/hilang.pdf")
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_number_finds_its_award_however_it_is_typed(client):
    award = make.make_award(published=True, certificate_number="420/123-A/2023")
    hidden = make.make_award(certificate_number="9/9", category="Kategori rahasia")
    assert award.title in client.get(CHECK, {"nomor": " 420 123 a 2023 "}).content.decode()
    page = client.get(CHECK, {"nomor": hidden.certificate_number}).content.decode()
    assert "Nomor itu tidak tercatat" in page
    assert "Kategori rahasia" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["", "   ", "///", "x" * 121, "<script>"])
def test_any_input_gets_a_page(client, number):
    make.make_award(published=True)
    answer = client.get(CHECK, {"nomor": number})
    assert answer.status_code == 200
    assert "Tercatat dengan nomor itu" not in answer.content.decode()


@pytest.mark.django_db
def test_too_long_a_number_is_told(client):
    assert "paling panjang 120" in client.get(CHECK, {"nomor": "9" * 121}).content.decode()
