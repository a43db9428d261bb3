"""What is written beside a card."""

from dataclasses import replace

import pytest

from awards.cards.record import award_subject, year_subject
from awards.cards.wording import award_texts, year_texts
from awards.models import Award
from tests import factories as make
from tests.awards.cards.samples import SHORT, YEAR

ADDRESS = "https://contoh.id/penghargaan/amh/"


def test_caption_tells_who_won_what_and_where_it_is_proved():
    texts = award_texts(replace(SHORT, participant_class="Pemerintah kota"), ADDRESS)
    assert texts.caption == (
        "Diskominfo Kota Malang meraih Terbaik I kategori Media Audiovisual pada Anugerah Media "
        "Humas 2023, tingkat nasional.\n\n"
        "Kelas peserta: Pemerintah kota. Penyelenggara: Kementerian Komunikasi dan Informatika."
        f"\n\nCatatan dan sumber: {ADDRESS}"
    )
    assert texts.alt == (
        "Kartu penghargaan: Terbaik I kategori Media Audiovisual, Anugerah Media Humas 2023, "
        "tingkat nasional, diraih Diskominfo Kota Malang. Kelas peserta: Pemerintah kota. "
        "Penyelenggara: Kementerian Komunikasi dan Informatika."
    )


def test_texts_leave_out_what_is_not_known():
    texts = award_texts(replace(SHORT, category="", organizer="", recipients=()), ADDRESS)
    assert texts.alt == (
        "Kartu penghargaan: Terbaik I, Anugerah Media Humas 2023, tingkat nasional."
    )
    assert "kategori" not in texts.caption
    assert "  " not in texts.caption


def test_every_recipient_is_named_in_the_texts_though_not_on_the_card():
    names = tuple(f"KIM {place}" for place in range(12))
    texts = award_texts(replace(SHORT, recipients=names), ADDRESS)
    assert all(f"KIM {place}" in texts.alt for place in range(12))
    assert "lainnya" not in texts.alt
    assert texts.caption.startswith("KIM 0, KIM 1, ")


def test_texts_of_a_year_count_what_the_card_counts():
    texts = year_texts(YEAR, ADDRESS)
    assert texts.caption.startswith(
        "1.234 penghargaan Kota Malang tahun 2023 tercatat di registri: 3 tingkat internasional, "
    )
    assert "99 di antaranya peringkat pertama." in texts.alt
    assert texts.caption.endswith(ADDRESS)


@pytest.mark.django_db
def test_card_tells_the_organiser_by_the_name_it_bore_then(award, django_assert_num_queries):
    loaded = Award.objects.for_page().get(pk=award.pk)
    with django_assert_num_queries(0):
        subject = award_subject(loaded)
    assert subject.recipients == ("Diskominfo Kota Malang", "KIM Samaan")
    assert subject.organizer == "Kementerian Komunikasi dan Informatika, Humas Provinsi"
    assert (subject.rank, subject.level, subject.year) == ("Terbaik I", "Nasional", 2023)
    assert subject.roundel.text == "I"


@pytest.mark.django_db
def test_card_of_a_year_counts_published_awards_only(award, amh):
    make.make_award(published=True, edition=amh, rank_label="Terbaik III")
    make.make_award(published=True, edition=make.make_edition(year=2023), rank_label="Juara II")
    make.make_award(edition=amh)
    make.make_award(published=True, edition=make.make_edition(year=2022))
    subject = year_subject(2023, Award.objects.published())
    assert (subject.total, subject.first_places) == (3, 1)
    assert subject.levels == (("Nasional", 2), ("Provinsi", 1))
    # "Most" is said only of a programme with more than one.
    assert subject.programmes == (("Anugerah Media Humas", 2),)
    assert year_subject(2001, Award.objects.published()) is None
