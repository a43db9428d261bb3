"""Baca dari naskah: what a text states is proposed, matched, ticked and saved, once."""

import pytest
from django.urls import reverse

from awards.matching import Catalogue, registered
from awards.models import Award, Edition, Organization, Programme
from awards.proposals import kind_of_organization, kind_of_work, marked, propose
from kim.models import Kim
from tests import factories as make
from tests.factories import kelurahan

pytestmark = pytest.mark.django_db
PAGE = "admin:awards_award_read"
TEXT = """Diskominfo Kota Malang Boyong Dua Penghargaan

Klojen (malangnews) – Diskominfo Kota Malang meraih Terbaik I kategori Website di ajang Jatim \
Public Relations Award (JPRA) 2023 yang diselenggarakan oleh Dinas Komunikasi dan Informatika \
Provinsi Jawa Timur.

Selain itu, KIM Samaan meraih juara III pada ajang KIM Hackathon 2023.
"""


@pytest.fixture
def pengelola(client):
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    return client


def read(client, text=TEXT, **fields):
    query = f"?berita={fields.pop('story').pk}" if "story" in fields else ""
    return client.post(reverse(PAGE) + query, {"text": text, "_read": "1", **fields})


def as_posted(answer, **changes):
    """The form of the page as a browser would send it back."""
    data = {"text": answer.context["form"].cleaned_data["text"], "_save": "1"}
    for name in ("source_title", "source_publisher", "source_url"):
        data[name] = answer.context["form"].cleaned_data[name]
    for row in answer.context["rows"]:
        for field in row:
            value = field.value()
            if value not in (None, False):
                data[field.html_name] = getattr(value, "pk", value)
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def save(client, answer, story=None, **changes):
    query = f"?berita={story.pk}" if story else ""
    return client.post(reverse(PAGE) + query, as_posted(answer, **changes), follow=True)


@pytest.fixture
def registry():
    """What exists already, under other spellings."""
    office = make.make_organization(
        name="Dinas Komunikasi dan Informatika Kota Malang", abbreviation="Diskominfo Kota Malang"
    )
    jpra = make.make_programme(
        name="Jatim Publik Relation Award", abbreviation="JPRA", level="provinsi"
    )
    return office, jpra, make.make_kim(name="KIM Samaan")


def test_two_awards_are_read_matched_and_saved_as_drafts(pengelola, registry):
    office, jpra, samaan = registry
    answer = read(
        pengelola, source_title="Dua penghargaan", source_url="https://malangkota.go.id/a"
    )
    page = answer.content.decode()
    assert "2 usulan" in page
    assert "<mark>" in page
    answer = save(pengelola, answer, **{"usul2-level": "provinsi"})
    assert "2 penghargaan dicatat sebagai draf" in answer.content.decode()
    first, second = Award.objects.order_by("pk")
    assert first.edition == Edition.objects.get(programme=jpra, year=2023)
    assert (first.rank_label, first.category) == ("Terbaik I", "Website")
    assert first.recipients.get().organization == office
    assert second.recipients.get().kim == samaan
    assert (second.rank_scheme, second.rank_order) == ("juara", 3)
    assert first.sources.get().url == "https://malangkota.go.id/a"
    assert first.created_by == first.recorded_by
    assert not Award.objects.published().exists()


def test_second_reading_makes_no_double(pengelola, registry):
    save(pengelola, read(pengelola), **{"usul2-level": "provinsi"})
    counts = [model.objects.count() for model in (Award, Programme, Edition, Organization, Kim)]
    answer = read(pengelola)
    assert answer.content.decode().count("Sudah tercatat") == 2
    assert [row["take"].value() for row in answer.context["rows"]] == [False, False]
    assert "Tidak ada yang dicentang" in save(pengelola, answer).content.decode()
    forced = {"usul1-take": "on", "usul2-take": "on"}
    assert "Sudah tercatat" in save(pengelola, answer, **forced).content.decode()
    after = [model.objects.count() for model in (Award, Programme, Edition, Organization, Kim)]
    assert after == counts


def test_story_is_read_and_tied_to_its_awards(client, registry):
    client.force_login(make.make_user("rian", group="Penyunting"))
    title, _, body = TEXT.partition("\n\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in body.split("\n\n"))
    story = make.make_article(title=title, body=paragraphs)
    shown = client.get(f"{reverse(PAGE)}?berita={story.pk}")
    assert shown.context["form"].initial["text"].startswith(title)
    answer = read(client, shown.context["form"].initial["text"], story=story)
    save(client, answer, story, **{"usul2-level": "provinsi"})
    assert story.awards.count() == 2
    other = make.make_article(title="Sekali lagi", body=paragraphs)
    answer = read(client, shown.context["form"].initial["text"], story=other)
    save(client, answer, other)
    assert set(other.awards.all()) == set(story.awards.all())
    assert Award.objects.count() == 2


@pytest.mark.parametrize(("group", "offered"), [("Penyunting", True), ("Pembina KIM", False)])
def test_form_of_a_story_leads_to_its_reading(client, group, offered):
    client.force_login(make.make_user("lain", group=group))
    story = make.make_article()
    page = client.get(reverse("admin:news_article_change", args=[story.pk])).content.decode()
    assert (f"{reverse(PAGE)}?berita={story.pk}" in page) == offered


def test_what_is_wrong_is_said_and_nothing_is_saved(pengelola, registry):
    answer = read(pengelola)
    page = save(pengelola, answer, **{"usul1-rank_label": "", "usul2-level": "provinsi"})
    assert "Tulis peringkatnya seperti tercetak." in page.content.decode()
    assert "Belum ada yang disimpan" in page.content.decode()
    assert not Award.objects.exists()
    assert not Programme.objects.filter(name__startswith="KIM Hackathon").exists()


def test_what_is_not_ticked_may_be_wrong(pengelola, registry):
    changes = {"usul2-take": None, "usul2-year": "x", "usul2-level": ""}
    answer = save(pengelola, read(pengelola), **changes)
    assert "1 penghargaan dicatat" in answer.content.decode()


def test_new_group_is_a_draft_of_who_may_register_groups(client, registry):
    registry[2].delete()
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    answer = read(client)
    page = save(client, answer, **{"usul2-level": "provinsi"}).content.decode()
    assert "Minta Pembina KIM mendaftarkannya" in page
    assert not Award.objects.exists()
    client.force_login(make.make_user("rian", group="Penyunting"))
    answer = read(client)
    assert answer.context["rows"][1]["kelurahan"].value() == kelurahan("Samaan").pk
    save(client, answer, **{"usul2-level": "provinsi"})
    group = Kim.objects.get(name="KIM Samaan")
    assert (group.kelurahan.name, group.is_public) == ("Samaan", False)


def test_kelurahan_behind_the_name_of_a_group_is_no_part_of_it(client):
    client.force_login(make.make_user("rian", group="Penyunting"))
    text = (
        "KIM Juara\n\nKIM Nusantara Baru Kelurahan Purwantoro meraih juara II kategori Video di "
        "ajang Lomba KIM Kota 2024."
    )
    save(client, read(client, text), **{"usul1-level": "kota"})
    group = Kim.objects.get()
    assert (group.name, group.kelurahan.name) == ("KIM Nusantara Baru", "Purwantoro")


def test_signs_that_nobody_sees_are_no_name(pengelola, registry):
    page = save(pengelola, read(pengelola), **{"usul1-rank_label": "\u202e"})
    assert "Tulis peringkatnya seperti tercetak." in page.content.decode()
    assert not Award.objects.exists()


def test_new_organization_is_named_once_for_two_awards(pengelola):
    text = (
        "Bank Sampah Malang Juara\n\nBank Sampah Malang meraih juara I kategori Inovasi dan "
        "juara II kategori Video di ajang Lomba Kebersihan Kota 2024."
    )
    answer = read(pengelola, text)
    count = len(answer.context["rows"])
    changes = {f"usul{n}-level": "kota" for n in range(1, count + 1)}
    changes |= {f"usul{n}-recipient_name": "Bank Sampah Malang" for n in range(1, count + 1)}
    save(pengelola, answer, **changes)
    assert Award.objects.count() == count == 2
    assert Organization.objects.filter(name="Bank Sampah Malang").count() == 1
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("text", ["", " ", "x" * 60_001])
def test_no_text_or_too_much_is_told(pengelola, text):
    answer = read(pengelola, text)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\u202e🎉 juara", "Tidak ada apa-apa."]
)
def test_any_text_gets_an_answer(pengelola, text):
    page = read(pengelola, text).content.decode()
    assert "Tidak ada penghargaan yang terbaca" in page
    assert "<script>alert" not in page


def test_junk_in_a_saved_form_is_refused(pengelola, registry):
    answer = read(pengelola)
    for changes in (
        {"usul1-programme": "999999"},
        {"usul1-recipient": "x"},
        {"usul1-year": "99999999999999999999"},
        {"usul1-recipient_kind": "planet"},
        {"usul1-recipient_kind": "kim"},
        {"usul1-kelurahan": "9" * 40},
        {"usul1-conferred_on": "besok"},
    ):
        page = save(pengelola, answer, **changes)
        assert page.status_code == 200
        assert "Belum ada yang disimpan" in page.content.decode()
    assert not Award.objects.exists()


@pytest.mark.parametrize("key", ["0", "x", "9" * 40])
def test_story_that_is_none_is_not_found(pengelola, key):
    assert pengelola.get(f"{reverse(PAGE)}?berita={key}").status_code == 404


@pytest.mark.parametrize("group", ["Pembina KIM", ""])
def test_who_may_not_record_awards_reads_no_text(client, group):
    client.force_login(make.make_user("lain", group=group))
    assert client.get(reverse(PAGE)).status_code == 403
    assert read(client).status_code == 403
    client.logout()
    assert client.get(reverse(PAGE)).status_code == 302


# Matching


@pytest.mark.parametrize(
    "name", ["Diskominfo Kota Malang", "dinas komunikasi & informatika kota malang"]
)
def test_organization_is_found_by_any_of_its_names(registry, name):
    match = Catalogue().organization(name)
    assert match.row == registry[0]


def test_city_is_its_government(registry):
    city = make.make_organization(name="Pemerintah Kota Malang", kind="city")
    for name in ("Kota Malang", "Pemkot Malang", "Pemerintah Kota Malang"):
        assert Catalogue().organization(name).row == city
    assert Catalogue().organization("Kota Surabaya").row is None


def test_recipient_is_told_by_its_first_words(registry):
    catalogue = Catalogue()
    assert catalogue.recipient("KIM Samaan")[:2][0] == "kim"
    kind, match, part = catalogue.recipient("RW 05 Kelurahan Purwantoro")
    assert (kind, match.row.name, part) == ("kelurahan", "Purwantoro", "RW 05")
    assert catalogue.home_of("KIM Lestari Tunjungsekar").name == "Tunjungsekar"
    assert catalogue.home_of("KIM Cahaya") is None


def test_similar_name_is_offered_and_not_taken_for_certain(registry):
    match = Catalogue().programmes.find("Jatim Public Relation Awrd")
    assert match.rows == (registry[1],)
    assert not match.sure


def test_registered_award_is_known_by_edition_rank_and_recipient(registry):
    office, jpra, samaan = registry
    edition = make.make_edition(programme=jpra, year=2023)
    award = make.make_award(
        edition=edition, rank_label="Terbaik I", category="Website", recipients=[office]
    )
    assert registered(edition, "terbaik 1", "website", office) == award
    assert registered(edition, "Terbaik I", "", office) == award
    assert registered(edition, "Terbaik II", "Website", office) is None
    assert registered(edition, "Terbaik I", "Media Sosial", office) is None
    assert registered(edition, "Terbaik I", "Website", samaan) is None
    assert registered(None, "Terbaik I", "Website", office) is None


def test_pieces_put_the_text_together_again(registry):
    proposals = propose(TEXT, Catalogue())
    pieces = marked(TEXT, proposals)
    assert "".join(words for words, _ in pieces) == TEXT
    told = {words: numbers for words, numbers in pieces if numbers}
    assert told["Terbaik I"] == [1]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Pemerintah Kota Batu", "city"),
        ("Pemprov Jawa Timur", "province"),
        ("Kementerian Dalam Negeri", "ministry"),
        ("Dinas Kesehatan Kota Malang", "office"),
        ("SMK Negeri 4 Malang", "school"),
        ("PT Telkom", "company"),
        ("Anu", "other"),
    ],
)
def test_kind_of_a_new_organization_is_read_from_its_name(name, kind):
    assert kind_of_organization(name) == kind


def test_kind_of_a_new_work_is_read_from_its_category():
    assert kind_of_work("Video Kreatif", "Ngalam") == "video"
    assert kind_of_work("", "Ngalam") == "other"


def test_queries_do_not_grow_with_the_text(pengelola, registry, django_assert_max_num_queries):
    long = (
        TEXT + "\n\nKota Malang juga meraih juara I kategori Inovasi di ajang Lomba Kota 2023." * 8
    )
    with django_assert_max_num_queries(40):
        assert read(pengelola, long).status_code == 200
