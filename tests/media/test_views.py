import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import make_photo


@pytest.mark.django_db
def test_media_file_is_sent_and_kept_for_good(client):
    photo = make_photo()
    response = client.get(photo.file.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "path",
    [
        "tidak-ada.jpg",
        "../manage.py",
        "..%2fmanage.py",
        "../../etc/passwd",
        "%2fetc%2fpasswd",
        "foto/../../settings.jpg",
        "foto/..%5c..%5cx.jpg",
        "foto",
        "foto/",
        "x" * 300 + ".jpg",
        "%20.jpg",
        "a/" * 300 + "b.jpg",
    ],
)
def test_media_file_that_is_not_there_is_404(client, path):
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize("name", ["halaman.html", "gambar.svg", "data.json", "tanpa-akhiran"])
def test_media_file_of_another_kind_is_never_sent(client, name):
    path = default_storage.save(name, ContentFile(b"<script>alert(1)</script>"))
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_media_file_cannot_be_written_from_outside(client, method):
    assert getattr(client, method)("/media/a.jpg").status_code in (404, 405)
