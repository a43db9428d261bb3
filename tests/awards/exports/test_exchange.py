"""What one portal writes, another takes in whole, and writes again to the last byte."""

import copy
import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command

from awards.exports.exchange import exchange_lines
from awards.exports.intake import take_in
from awards.exports.reading import Refused
from awards.exports.tables import STATE, TABLES
from awards.models import Award, Handover, Organization, OrganizationName
from kim.models import Kim, KimAccount, KimMember
from tests.factories import (
    STATES,
    kelurahan,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_member,
    make_organization,
    make_person,
    make_programme,
    make_recipient,
    make_stated_award_figure,
    make_user,
    make_work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(award):
    """A registry with everything that a record can have, and every state that it can be in."""
    ministry = award.edition.programme.organizer
    OrganizationName.objects.create(
        organization=ministry, name="Depkominfo", valid_from=dt.date(2001, 1, 1), abbreviation="D"
    )
    served = make_kim(
        published=True,
        name="KIM Dua Kelurahan",
        aliases="KIM 2 Kel\nKIM Dua",
        serves=[kelurahan("Kasin"), kelurahan("Bareng")],
        milestones=[("proposed", dt.date(2019, 1, 1)), ("formed", dt.date(2020, 5, 31))],
        about="“Tanda petik”, \u2028 dan emoji 🏅",
    )
    KimAccount.objects.create(kim=served, platform="Instagram", url="https://contoh.id/kim")
    make_member(served, name="Anggota Tertutup")
    silent = make_kim(published=True, name="KIM Ditarik", about="Sudah tidak tampil")
    edition = make_edition(
        year=2006,
        conferred_on=dt.date(2006, 5, 5),
        conferred_on_precision="year",
        programme=make_programme(organizer=None, level="kota", aliases="Satu\nDua"),
    )
    shared = make_award(
        published=True,
        edition=edition,
        rank_label="=cmd|' /C calc'!A0",
        decided_on=dt.date(2006, 2, 1),
        decided_on_precision="month",
        recipients=[served, kelurahan("Samaan"), make_person(known_as="Lurah"), silent],
        sources=3,
        dispute="Disanggah panitia.\r\nSejak 2024.",
        work=make_work(kind="website", url="https://contoh.id"),
    )
    make_recipient(shared, kelurahan("Samaan"), detail="RW 05", position=9)
    Kim.objects.filter(pk=silent.pk).withdraw("Diminta pengurus.")
    for state in STATES:
        make_award(
            state=state,
            edition=edition,
            category=f"Rahasiazq {state}" if state != "published" else "Terbuka",
            recipients=[make_person(name=f"Orangzq {state}")] if state != "published" else None,
            conferred_on=dt.date(2006, 7, 8),
        )
        make_handover(state=state, awards=[shared], occasion=f"Apel {state}")
    make_handover(published=True, awards=[award, shared, Award.objects.drafts()[0]])
    make_organization(name="Tanpa Penghargaan", kind="media")
    make_stated_award_figure(value_max=19, as_of=dt.date(2023, 12, 31), as_of_precision="month")
    Award.objects.filter(pk=shared.pk).update(
        recorded_by=make_user("pencatat"), updated_at=dt.datetime(2024, 1, 2, 3, 4, 5, 6, dt.UTC)
    )
    return shared


def written(everything: bool = True) -> str:
    return "".join(exchange_lines(everything))


def empty() -> None:
    """Leave what the migrations give, and nothing else."""
    Handover.objects.all().delete()
    Award.objects.all().delete()
    for table in reversed(TABLES):
        table.model._default_manager.all().delete()
    KimMember.objects.all().delete()


@pytest.fixture
def data(world):
    """The exchange file of the world, read, on a portal that is empty again."""
    found = json.loads(written())
    empty()
    return found


def faults(data: dict) -> str:
    """What the import says against a file; and nothing of it is stored."""
    with pytest.raises(Refused) as refused:
        take_in(data)
    assert not Organization.objects.exists()
    assert not Award.objects.exists()
    return "\n".join(refused.value.faults)


@pytest.mark.parametrize("everything", [True, False])
def test_round_trip_is_the_same_to_the_last_byte(world, everything):
    first = written(everything)
    empty()
    assert Award.objects.count() == Kim.objects.count() == Organization.objects.count() == 0
    take_in(json.loads(first))
    assert written(everything) == first


def test_records_come_back_as_they_were(world):
    first = written()
    empty()
    take_in(json.loads(first))
    again = Award.objects.get(pk=world.pk)
    assert again.get_absolute_url() == world.get_absolute_url()
    assert (again.decided_on, again.decided_on_precision) == (dt.date(2006, 2, 28), "month")
    assert again.updated_at == dt.datetime(2024, 1, 2, 3, 4, 5, 6, dt.UTC)
    assert again.published_at == world.published_at
    assert again.recipients.count() == 5
    kim = Kim.objects.get(name="KIM Dua Kelurahan")
    assert {place.name for place in kim.serves.all()} == {"Kasin", "Bareng"}
    assert [step.state for step in kim.milestones.all()] == ["in_process", "active"]
    number = Award.objects.get(category="Media Audiovisual")
    assert Award.objects.with_certificate("12 amh 2023").get() == number


def test_importing_again_changes_nothing(data):
    first = take_in(data)
    assert first["awards"] == {"baru": 7, "sudah ada": 0}
    before = list(Award.objects.order_by("pk").values())
    again = take_in(data)
    assert {counts["baru"] for counts in again.values()} == {0}
    assert list(Award.objects.order_by("pk").values()) == before


def test_next_row_gets_a_number_of_its_own(data):
    take_in(data)
    highest = max(Award.objects.values_list("pk", flat=True))
    assert make_award().pk > highest


def test_only_what_is_public_is_written_unless_all_is_asked_for(world):
    text = written(everything=False)
    told = json.loads(text)
    assert "zq" not in text
    assert "Tanpa Penghargaan" not in text
    assert "Sudah tidak tampil" not in text
    assert {row["status"] for row in told["awards"] + told["handovers"]} == {"published"}
    public = {row["slug"] for row in told["awards"]}
    assert all(public >= set(row["awards"]) for row in told["handovers"])
    everything = json.loads(written())
    assert {row["status"] for row in everything["awards"]} == {
        "draft",
        "review",
        "published",
        "withdrawn",
    }


def test_nobody_of_the_desk_and_no_member_is_in_the_file(world):
    text = written()
    assert "pencatat" not in text
    assert "Anggota Tertutup" not in text


def test_fields_of_the_exchange_are_these_and_no_other():
    """A field added to a table is decided here too."""
    known = {
        table.name: set(table.fields) | set(table.many) | {part.relation for part in table.parts}
        for table in TABLES
    }
    assert known["awards"] - set(STATE) == set(
        "slug edition category participant_class rank_label rank_scheme rank_order decided_on "
        "conferred_on work certificate_number remarks dispute confirmed_at recipients "
        "sources".split()
    )
    assert known["people"] == {"slug", "name", "known_as"}
    assert "members" not in known["kims"]
    private = {"created_by", "recorded_by", "confirmed_by", "password", "consent_note"}
    assert not any(private & names for names in known.values())


def test_queries_do_not_grow_with_the_rows(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        written()


WRONG = [
    (lambda d: d["awards"][0].update(rank_order=0), "Urutan dimulai dari 1."),
    (lambda d: d["awards"][0].update(rank_order="1"), ".rank_order: harus bilangan bulat"),
    (lambda d: d["awards"][0].update(decided_on="2023-02-30"), "tanggal itu tidak ada"),
    (lambda d: d["awards"][0].update(decided_on="6/11/2023"), ".decided_on: harus tanggal"),
    (lambda d: d["awards"][0].update(edition="amh/1800"), ".edition: “amh/1800” tidak ada"),
    (lambda d: d["awards"][0].update(status="tayang"), ".status: “tayang”"),
    (lambda d: d["awards"][0].update(published_at=None), "harus mempunyai waktu terbit"),
    (lambda d: d["awards"][0].update(sources=[]), ".sources: yang sudah terbit harus"),
    (lambda d: d["awards"][0].update(remarks="a\0b"), ".remarks: memuat huruf"),
    (lambda d: d["awards"][0].update(remarks=7), ".remarks: harus teks"),
    (lambda d: d["awards"][0].update(rahasia=1), ".rahasia: tidak dikenal"),
    (lambda d: d["awards"][0].pop("category"), ".category: tidak ada"),
    (lambda d: d["awards"][0].update(slug="statistik"), "Alamat itu sudah dipakai"),
    (lambda d: d["awards"][0].update(slug=""), "di berkas"),
    (lambda d: d["awards"][0].update(number=True), ".number: harus bilangan bulat"),
    (lambda d: d["awards"][0].update(number=10**30), ".number: harus bilangan bulat"),
    (lambda d: d["awards"].append(d["awards"][0]), "sudah dipakai di atas"),
    (lambda d: d["awards"].append("x"), "harus objek"),
    (lambda d: d["awards"][0]["recipients"][0].update(person="tidak-ada"), "recipients[0].person"),
    (lambda d: d["awards"][0]["recipients"][0].update(organization=None), "Pilih tepat satu"),
    (lambda d: d["awards"][0]["recipients"].append([]), "recipients[2]: harus objek"),
    (lambda d: d["awards"][0]["sources"][0].update(title="", url=""), "Isi judul atau alamat"),
    (lambda d: d["awards"][0]["sources"][0].update(url="javascript:x"), "sources[0].url"),
    (lambda d: d["awards"][0]["sources"][0].update(published_on="2023"), "seperti 2023-11-06"),
    (lambda d: d["editions"][0].update(year=99999999999), "editions[0]"),
    (lambda d: d["editions"][0].update(co_organizers=["tidak-ada"]), "“tidak-ada” tidak ada"),
    (lambda d: d["editions"][0].update(co_organizers="x"), ".co_organizers: harus daftar teks"),
    (lambda d: d["kims"][0].update(kelurahan="00.00"), ".kelurahan: “00.00” tidak ada"),
    (lambda d: d["kims"][0].update(updated_at="2023-11-06T01:00:00"), "waktu tanpa zona"),
    (lambda d: d["handovers"][0].update(awards=["tidak-ada"]), "“tidak-ada” tidak ada"),
    (lambda d: d["stated_figures"][0].update(value_min=99), "Angka terendah"),
    (lambda d: d["people"][0].update(number=d["people"][1]["number"]), "sudah dipakai di atas"),
    (lambda d: d["works"][0].update(slug="Bukan Alamat"), "works[0] (Bukan Alamat).slug"),
    (lambda d: d.pop("works"), "works: tabel tidak ada"),
    (lambda d: d.update(kata_sandi=[]), "kata_sandi: tidak dikenal"),
    (lambda d: d.update(works={}), "works: harus daftar"),
    (lambda d: d.update(format="lain/1"), "bukan berkas pertukaran"),
]


@pytest.mark.parametrize(("spoil", "words"), WRONG, ids=[words for _, words in WRONG])
def test_fault_is_named_with_its_place_and_nothing_is_stored(data, spoil, words):
    spoil(data)
    assert words in faults(data)


@pytest.mark.parametrize("junk", [None, [], {}, 3, "x", {"format": None}])
def test_anything_else_is_refused(junk):
    assert "bukan berkas pertukaran" in faults(junk)


def test_download_of_the_list_is_told_from_the_exchange_file():
    assert "unduhan dari halaman daftar" in faults({"meta": {}, "awards": []})


def test_row_that_says_something_else_here_is_never_overwritten(data):
    take_in(data)
    changed = copy.deepcopy(data)
    changed["awards"][0]["remarks"] = "Lain."
    changed["organizations"].append(
        {**changed["organizations"][0], "number": 999, "slug": "baru", "name": "Baru", "names": []}
    )
    with pytest.raises(Refused, match=r'remarks: di berkas "Lain."'):
        take_in(changed)
    assert not Organization.objects.filter(slug="baru").exists()
    assert not Award.objects.filter(remarks="Lain.").exists()


def test_number_of_another_row_is_not_taken(data):
    other = make_organization(pk=data["organizations"][0]["number"], name="Sudah Ada")
    with pytest.raises(Refused, match=f"milik “{other.slug}”"):
        take_in(data)


def test_address_that_has_another_number_here_is_refused(data):
    slug = data["organizations"][0]["slug"]
    make_organization(pk=987654, slug=slug, name="Sudah Ada")
    with pytest.raises(Refused, match="bernomor 987654"):
        take_in(data)


def test_only_the_first_fifty_faults_are_told(data):
    first = data["people"][0]
    data["people"] = [{**first, "number": 0, "slug": f"o{i}"} for i in range(60)]
    lines = faults(data).splitlines()
    assert len(lines) == 51
    assert lines[-1] == "dan 10 kesalahan lain"


# The commands


def test_commands_bring_everything_to_an_empty_portal(world, tmp_path, capsys):
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    call_command("export_awards", "--format", "json", "--all", "--out", str(first))
    assert "selesai ditulis" in capsys.readouterr().out
    empty()
    call_command("import_awards", str(first))
    assert "penghargaan: 7 baru, 0 sudah ada" in capsys.readouterr().out
    call_command("export_awards", "--format", "json", "--all", "--out", str(second))
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.json"]


@pytest.mark.parametrize("form", ["csv", "xlsx", "json-daftar"])
def test_export_awards_writes_the_tables_of_the_page(world, tmp_path, form):
    out = tmp_path / "tabel"
    call_command("export_awards", format=form, out=str(out), site="https://contoh.id/")
    content = out.read_bytes()
    start = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "json-daftar": b'{"meta":'}[form]
    assert content.startswith(start)
    if form == "json-daftar":
        rows = json.loads(content)["awards"]
        assert {row["id"] for row in rows} == {f"a{a.pk}" for a in Award.objects.published()}
        assert rows[0]["alamat"].startswith("https://contoh.id/penghargaan/")


def test_export_awards_writes_to_standard_output(world, capfdbinary):
    call_command("export_awards", format="json")
    assert capfdbinary.readouterr().out.decode() == written(everything=False)


def test_export_awards_refuses_all_for_a_table():
    with pytest.raises(CommandError, match="hanya untuk --format json"):
        call_command("export_awards", "--format", "csv", "--all")


def test_export_awards_says_when_it_cannot_write(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("export_awards", out=str(tmp_path / "tiada" / "a.json"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "bukan JSON yang utuh: kesalahan di baris 1"),
        (b'{"format":', "bukan JSON yang utuh"),
        (b"\xff\xfe{}", "bukan teks UTF-8"),
        (b"[" * 200000, "tidak dapat dibaca"),
        (b'{"a":' + b"9" * 5000 + b"}", "tidak dapat dibaca"),
        (b"{}", "Tidak ada yang dimasukkan"),
    ],
)
def test_import_awards_names_what_is_wrong_with_the_file(tmp_path, content, words):
    path = tmp_path / "salah.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        call_command("import_awards", str(path))


def test_import_awards_says_when_there_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("import_awards", str(tmp_path / "tiada.json"))
