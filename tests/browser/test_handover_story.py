"""The main job, from the admin to the page: one story, seven awards, two KIM, one hand-over."""

from pathlib import Path

import pytest

from tests.browser.desk import act_on_all, choose, fill, log_in, press
from tests.factories import make_initial, make_rubric, make_user

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ORIGINAL = Path(__file__).parents[3] / "shared/data/handover-story.txt"
OWN_WORDS = """\
Tujuh penghargaan milik Diskominfo dan dua KIM diserahkan pada Senin (6/11/2023).
KIM Lestari Tunjungsekar dan KIM Samaan masing-masing menjadi juara III.
Kelompok itu mitra, bukan bawahan, kata kepala dinasnya."""
TITLE = "Tujuh penghargaan Diskominfo dan KIM diserahkan di Balai Kota"
SLUG = "tujuh-penghargaan-diskominfo-dan-kim-diserahkan-di-balai-kota"
OFFICE = "Diskominfo Kota Malang"
SOURCE = (
    "https://malangkota.go.id/2023/11/06/kadiskominfo-kebersamaan-berbuah-prestasi-membanggakan"
)
MINISTRY = ("Kementerian Komunikasi dan Informatika", "Kominfo", "ministry")
PROVINCE = ("Dinas Komunikasi dan Informatika Provinsi Jawa Timur", "Diskominfo Jatim", "office")
CITY = ("Dinas Komunikasi dan Informatika Kota Malang", OFFICE, "office")
PROGRAMMES = (
    ("Anugerah Media Humas", "AMH", "Kominfo", "nasional", "2023-10-30", "Surabaya"),
    (
        "Jatim Public Relations Award",
        "JPRA",
        "Diskominfo Jatim",
        "provinsi",
        "2023-10-30",
        "Surabaya",
    ),
    ("Anugerah Pewarta Warga", "APW", "Diskominfo Jatim", "provinsi", "2023-10-30", "Surabaya"),
    ("KIM Hackathon", "", "Diskominfo Jatim", "provinsi", "2023-09-24", "Sidoarjo"),
)
CLASS = "Diskominfo Kabupaten/Kota"
# Programme, category, class, rank, kind of recipient, recipient.
AWARDS = (
    ("Anugerah Media Humas", "Media Audiovisual", "", "Terbaik I", "organization", OFFICE),
    ("Jatim Public Relations Award", "Website", CLASS, "Terbaik I", "organization", OFFICE),
    (
        "Jatim Public Relations Award",
        "Program Kampanye Komunikasi Publik",
        CLASS,
        "Terbaik I",
        "organization",
        OFFICE,
    ),
    ("Jatim Public Relations Award", "Video Kreatif", CLASS, "Terbaik II", "organization", OFFICE),
    ("Jatim Public Relations Award", "Media Sosial", CLASS, "Terbaik II", "organization", OFFICE),
    ("Anugerah Pewarta Warga", "Videografis", "", "Juara III", "kim", "KIM Lestari Tunjungsekar"),
    ("KIM Hackathon", "", "", "Juara III", "kim", "KIM Samaan"),
)
KIMS = (
    ("KIM Lestari Tunjungsekar", "Tunjungsekar", "2023-10-30", "day"),
    ("KIM Samaan", "Samaan", "2020-05-31", "month"),
)
PUBLIC_TRACES = (
    f"/berita/{SLUG}/",
    "/kim/kim-samaan/",
    "/kim/kim-lestari-tunjungsekar/",
    "/penghargaan/ajang/anugerah-media-humas/",
    "/penghargaan/ajang/jatim-public-relations-award/2023/",
    "/penghargaan/lembaga/diskominfo-kota-malang/",
    "/penghargaan/karya/gelaran-malang/",
)
LISTS = (
    "/",
    "/berita/",
    "/penghargaan/?tahun=2023",
    "/kim/",
    "/kim/kelurahan/samaan/",
    "/cari/?q=samaan",
    "/cari/?q=tujuh+penghargaan",
    "/berita/rss.xml",
    "/penghargaan/rss.xml",
    "/sitemap-berita.xml",
)


def add(page, address):
    page.goto(f"/admin/{address}/add/")


def row(page, prefix):
    """Open one more row of an inline form, unless an empty one is there, and return its number."""
    total = page.locator(f"#id_{prefix}-TOTAL_FORMS")
    page.locator(f"#{prefix}-group .add-row a").click()
    return int(total.input_value()) - 1


def enter_organizations(page):
    for name, abbreviation, kind in (MINISTRY, PROVINCE, CITY):
        add(page, "awards/organization")
        fill(page, name=name, abbreviation=abbreviation, kind=kind)
        press(page, "Simpan")


def enter_kims(page):
    for name, kelurahan, day, precision in KIMS:
        add(page, "kim/kim")
        fill(page, name=name)
        choose(page, "kelurahan", kelurahan)
        n = row(page, "milestones")
        fill(
            page,
            **{
                f"milestones__{n}__kind": "attested",
                f"milestones__{n}__happened_on": day,
                f"milestones__{n}__happened_on_precision": precision,
                f"milestones__{n}__source_name": "Portal Pemerintah Kota Malang",
            },
        )
        press(page, "Simpan dan kirim untuk ditinjau")


def enter_programmes(page):
    for name, abbreviation, organizer, level, day, place in PROGRAMMES:
        add(page, "awards/programme")
        fill(page, name=name, abbreviation=abbreviation, level=level)
        choose(page, "organizer", organizer)
        n = row(page, "editions")
        fill(
            page,
            **{
                f"editions__{n}__year": "2023",
                f"editions__{n}__conferred_on": day,
                f"editions__{n}__place": place,
            },
        )
        press(page, "Simpan")


def enter_awards(page):
    """All results of an edition in one form: four JPRA awards take one visit, not four."""
    for programme, *_ in PROGRAMMES:
        page.goto("/admin/awards/edition/")
        page.locator("#result_list tbody a", has_text=programme).first.click()
        for _, category, participants, rank, kind, recipient in (
            award for award in AWARDS if award[0] == programme
        ):
            n = row(page, "awards")
            fill(
                page,
                **{
                    f"awards__{n}__category": category,
                    f"awards__{n}__participant_class": participants,
                    f"awards__{n}__rank_label": rank,
                    f"awards__{n}__source_url": SOURCE,
                },
            )
            choose(page, f"awards-{n}-recipient_{kind}", recipient)
        press(page, "Simpan")


def enter_work(page):
    add(page, "awards/work")
    fill(page, title="Gelaran Malang", kind="video")
    press(page, "Simpan")
    page.goto("/admin/awards/award/?q=audiovisual")
    page.locator("#result_list tbody th a").first.click()
    choose(page, "work", "Gelaran Malang")
    press(page, "Simpan")


def enter_handover(page):
    add(page, "awards/handover")
    fill(
        page,
        occasion="Sebelum apel pagi Pemerintah Kota Malang",
        held_on="2023-11-06",
        place="Halaman depan Balai Kota Malang",
        presenter="Wahyu Hidayat",
        presenter_office="Penjabat Wali Kota Malang",
    )
    choose_seven(page)
    press(page, "Simpan dan kirim untuk ditinjau")


def choose_seven(page):
    """Awards are told apart in the list of suggestions by programme, category and rank."""
    for programme, category, *_ in AWARDS:
        page.locator("#id_awards + .select2").click()
        page.locator(".select2-container--open .select2-search__field").first.fill(
            f"{programme} {category}"
        )
        option = page.locator(".select2-results__option--selectable, .select2-results__option")
        option.filter(has_text=category or programme).first.click()


def enter_story(page):
    add(page, "news/article")
    text = ORIGINAL.read_text(encoding="utf-8") if ORIGINAL.exists() else OWN_WORDS
    fill(
        page,
        title=TITLE,
        summary="Penghargaan AMH, JPRA, APW, dan KIM Hackathon 2023 diserahkan sebelum apel pagi.",
        dateline_place="Klojen",
        event_on="2023-11-06",
        body=text,
        tags="penghargaan, KIM",
    )
    choose(page, "rubric", "Prestasi")
    choose(page, "kims", "KIM Lestari Tunjungsekar", "KIM Samaan")
    choose_seven(page)
    for role, initials in (("writer", "say"), ("editor", "yon")):
        n = row(page, "bylines")
        fill(page, **{f"bylines__{n}__role": role})
        choose(page, f"bylines-{n}-initial", initials)
    return press(page, "Simpan dan kirim untuk ditinjau")


def sees_nothing(visitor):
    for address in PUBLIC_TRACES:
        assert visitor.request.get(address).status == 404, address
    for address in LISTS:
        text = visitor.request.get(address).text()
        for word in ("Gelaran Malang", "KIM Samaan", "KIM Lestari", TITLE, "AMH", "Hackathon"):
            assert word not in text, (address, word)


def text_of(visitor, address):
    response = visitor.goto(address)
    assert response.status == 200, address
    return visitor.locator("main").inner_text()


def sees_the_story(visitor):
    home = text_of(visitor, "/")
    assert TITLE in home
    story = text_of(visitor, f"/berita/{SLUG}/")
    assert "Klojen (malangnews) –" in story
    assert "(say/yon)" in story
    for programme, category, participants, rank, _, recipient in AWARDS:
        item = visitor.locator("aside li, .medal, li").filter(has_text=programme)
        if category:
            item = item.filter(has_text=category)
        words = item.first.inner_text()
        level = "Nasional" if programme == "Anugerah Media Humas" else "Provinsi"
        for fact in (rank, participants, level, recipient):
            assert fact.lower() in words.lower(), (programme, category, fact, words)


def sees_the_registry(visitor):
    text_of(visitor, "/penghargaan/?tahun=2023")
    figures = visitor.locator(".figures").first.inner_text().replace("\n", " ")
    for number, words in (
        (7, "penghargaan"),
        (1, "tingkat nasional"),
        (6, "tingkat provinsi"),
        (5, "lembaga"),
        (2, "KIM"),
    ):
        assert f"{number} " in figures and words in figures, (number, words, figures)
    for address, facts in {
        "/kim/kim-samaan/": ("KIM Hackathon 2023", "Juara III", TITLE),
        "/kim/kim-lestari-tunjungsekar/": ("Anugerah Pewarta Warga 2023", "Videografis", TITLE),
        "/kim/kelurahan/samaan/": ("KIM Samaan", "KIM Hackathon 2023", TITLE),
        "/kim/kelurahan/tunjungsekar/": ("KIM Lestari Tunjungsekar", "Videografis", TITLE),
        "/penghargaan/karya/gelaran-malang/": ("Gelaran Malang", "Media Audiovisual"),
        "/cari/?q=samaan": ("KIM Samaan", TITLE),
    }.items():
        text = text_of(visitor, address)
        for fact in facts:
            assert fact in text, (address, fact)
    for address, fact in {
        "/berita/rss.xml": TITLE,
        "/penghargaan/rss.xml": "Gelaran Malang",
        "/sitemap-berita.xml": f"/berita/{SLUG}/",
    }.items():
        assert fact in visitor.request.get(address).text(), (address, fact)


def sees_the_atlas_move(visitor):
    """KIM Samaan is attested by May 2020; KIM Lestari only from 30 October 2023."""
    counts = []
    for day in ("2020-05-30", "2020-06-01", "2023-11-06"):
        text_of(visitor, f"/kim/?pada={day}")
        counts.append(visitor.locator(".big-number").first.inner_text().split()[0])
    assert counts == ["0", "1", "2"]


def test_handover_story_goes_from_the_admin_to_every_page(visit, live_server):
    make_rubric(name="Prestasi", slug="prestasi")
    make_initial(initials="say")
    make_initial(initials="yon")
    make_user("dina", group="Penulis")
    make_user("rian", group="Penyunting")

    writer = visit(viewport={"width": 1280, "height": 900})
    log_in(writer, "dina")
    enter_organizations(writer)
    enter_kims(writer)
    enter_programmes(writer)
    enter_awards(writer)
    enter_work(writer)
    act_on_all(writer, "/admin/awards/award/", "Kirim untuk ditinjau")
    enter_handover(writer)
    assert "ditinjau" in enter_story(writer)

    visitor = visit(viewport={"width": 360, "height": 740})
    sees_nothing(visitor)

    editor = visit(viewport={"width": 1280, "height": 900})
    log_in(editor, "rian")
    for address in ("kim/kim", "awards/award", "awards/handover", "news/article"):
        act_on_all(editor, f"/admin/{address}/", "Terbitkan")

    sees_the_story(visitor)
    sees_the_registry(visitor)
    sees_the_atlas_move(visitor)
    assert not visitor.context.cookies()
    assert writer.problems + editor.problems + visitor.problems == []
