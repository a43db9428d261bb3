"""What may go out of the portal by its API, word for word.

A new field of a schema is a decision: it is written here too, by somebody who has thought of it.
"""

import json

import pytest

from awards.exports.columns import COLUMNS
from kim.atlas_data import STEPS
from kim.potential_data import COLUMNS as OF_POTENTIALS
from malangnews.api.catalogue import RESOURCES
from malangnews.api.document import document
from tests import factories
from tests.factories import consent

BASE = "id url diperbarui"
FILES = {
    "penghargaan": {column.name for column in COLUMNS},
    "tonggak": {column.name for column in STEPS},
    "potensi": {column.name for column in OF_POTENTIALS} - {"kontak"},
}
ALLOWED = {
    "Berita": f"{BASE} slug judul ringkasan isi_html isi_teks tempat tanggal_peristiwa rubrik "
    "episode tag inisial pembuat foto kim kelurahan penghargaan potensi ralat terbit direvisi",
    "Foto": "url lebar tinggi teks_alternatif keterangan kredit lisensi",
    "Pembuat": "peran tanda",
    "Ralat": "jenis isi sebab waktu",
    "Rujukan": "nama url",
    "Penghargaan": f"{BASE} slug alamat_tetap alamat ajang singkatan tahun tingkat penyelenggara "
    "kategori kelas_peserta peringkat jenis_peringkat urutan penerima penerima_jenis penerima_id "
    "penerima_kelurahan karya jenis_karya diputuskan diputuskan_ketelitian dianugerahkan "
    "dianugerahkan_ketelitian tempat diserahkan nomor_piagam keterangan sanggahan sumber "
    "sumber_penerbit sumber_alamat terbit disimpan berita",
    "Ajang": f"{BASE} slug nama singkatan ejaan_lain tingkat penyelenggara tentang situs tahun "
    "penghargaan",
    "Lembaga": f"{BASE} slug nama singkatan nama_lain jenis tentang situs diterima",
    "NamaLain": "nama singkatan berlaku_sejak berlaku_sampai",
    "Kelompok": f"{BASE} slug nama ejaan_lain keadaan kelurahan kecamatan juga_melayani makna_nama "
    "tentang situs halaman_kim_id akun terbit",
    "Akun": "platform url",
    "Tonggak": f"{BASE} kim kim_alamat kelurahan kecamatan tonggak tanggal dihitung_sejak "
    "keadaan_sesudahnya nomor_dokumen keterangan sumber sumber_alamat",
    "Wilayah": f"{BASE} slug kode nama ejaan_lain kecamatan kode_pos lintang bujur luas_km2 "
    "kolom_atlas baris_atlas tentang bertetangga keadaan kim",
    "Potensi": f"{BASE} slug nama jenis kode_kelurahan kelurahan kecamatan ringkasan produk tempat "
    "berita sumber sumber_alamat alamat",
    "Masalah": "type title status detail errors",
    "Keliru": "parameter pesan",
}
LISTS = "butir berikutnya sebelumnya"


def test_schemas_hold_what_is_allowed_and_nothing_else():
    schemas = document()["components"]["schemas"]
    found = {name: set(schema["properties"]) for name, schema in schemas.items()}
    lists = {f"Daftar{resource.schema.__name__}": set(LISTS.split()) for resource in RESOURCES}
    assert found == {name: set(words.split()) for name, words in ALLOWED.items()} | lists


def test_tables_have_the_columns_of_the_files():
    for resource in RESOURCES:
        if resource.name in FILES:
            assert set(resource.schema.model_fields) >= FILES[resource.name]


@pytest.mark.django_db
def test_nothing_private_is_in_an_answer(client):
    """Everything private that the portal knows is written somewhere, and none of it is answered."""
    secret = "zqxprivat"
    account = factories.make_user(secret, first_name=secret, last_name=secret)
    initial = factories.make_initial(initials="say", full_name=secret, user=account)
    kim = factories.make_kim(published=True, public_contact=secret, created_by=account)
    factories.make_member(kim, name=secret, **consent(consent_scope="open"))
    factories.make_contributor(kim, account)
    potential = factories.make_potential(published=True, created_by=account)
    factories.make_contact(potential, value=secret, **consent(consent_scope="open"))
    award = factories.make_award(published=True, created_by=account, recipients=[kim])
    story = factories.make_article(
        published=True, created_by=account, sent_by=kim, kims=[kim], awards=[award]
    )
    for role in ("writer", "editor", "photographer"):
        factories.make_byline(story, role, initial=initial)
    for row in (kim, potential, award, story):
        type(row).objects.filter(pk=row.pk).update(review_note=secret)
    for resource in RESOURCES:
        answer = client.get(f"/api/v1/{resource.name}/?per_halaman=100")
        assert answer.json()["butir"], resource.name
        assert secret not in answer.content.decode(), resource.name
    told = client.get(f"/api/v1/berita/{story.slug}/").json()
    assert told["inisial"] == "say/say"
    assert {"peran": "fotografer", "tanda": "say"} in told["pembuat"]


@pytest.mark.django_db
def test_what_a_reader_gives_beyond_the_schema_does_not_go_out(client, monkeypatch):
    """The schema is the gate, not the reader that fills it."""
    kim = factories.make_kim(published=True, public_contact="zqxprivat")
    resource = next(one for one in RESOURCES if one.name == "kim")
    item = next(iter(resource.read(list(resource.rows()), "http://testserver")))
    made = resource.schema.model_validate({**item, "public_contact": kim.public_contact})
    assert "zqxprivat" not in json.dumps(made.model_dump())
