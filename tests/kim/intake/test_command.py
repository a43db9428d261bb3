"""`manage.py import_kim`."""

import io

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command

from kim.models import Kim
from tests import factories as make
from tests.kim.intake import city

pytestmark = pytest.mark.django_db


def run(path, *options, table="kim") -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_kim", str(path), "--table", table, *options, stdout=out, stderr=err)
    return out.getvalue().strip(), err.getvalue().strip()


@pytest.fixture
def file(tmp_path):
    def write(rows):
        path = tmp_path / "kim.csv"
        path.write_bytes(city.as_csv(rows))
        return path

    return write


def test_import_kim_saves_all_or_nothing(file):
    with pytest.raises(CommandError) as caught:
        run(file(city.with_mistakes(city.table())))
    told = str(caught.value).splitlines()
    assert told[0] == "Tidak ada yang dimasukkan."
    assert len(told) == 10
    assert told[1] == (
        "  Baris 4, kolom kelurahan: Kelurahan “Tunjungskar” tidak dikenal: mungkin “Tunjungsekar”?"
    )
    assert Kim.objects.count() == 0
    path = file(city.table())
    assert run(path, "--dry-run")[0] == (
        "Tidak ada kesalahan: 57 baru, 0 berubah, 0 sama. Belum ada yang disimpan."
    )
    assert Kim.objects.count() == 0
    assert run(path)[0] == "57 baru, 0 berubah, 0 sama."
    assert run(path)[0] == "0 baru, 0 berubah, 57 sama."
    assert Kim.objects.drafts().count() == 57
    assert LogEntry.objects.count() == 0


def test_import_kim_writes_history_in_the_name_of_an_account(file):
    user = make.make_user("pembina")
    path = file(city.table()[:3])
    with pytest.raises(CommandError, match="Akun siapa tidak ada"):
        run(path, "--user", "siapa")
    run(path, "--user", "pembina")
    assert LogEntry.objects.filter(user=user).count() == 2
    assert set(Kim.objects.values_list("created_by", flat=True)) == {user.pk}


def test_import_kim_tells_what_it_noticed(file):
    make.make_kim(name="KIM Lain", kelurahan=make.kelurahan(city.table()[1][1]))
    assert "sudah mempunyai KIM Lain" in run(file(city.table()[:2]))[1]


def test_import_kim_says_what_it_cannot_read(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat dibaca: No such file"):
        run(tmp_path / "tidak-ada.csv")
    path = tmp_path / "kosong.csv"
    path.write_bytes(b"")
    with pytest.raises(CommandError, match="kosong"):
        run(path)
