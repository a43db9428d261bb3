"""What a text points at is filled in when it is shown, and gives nothing away."""

import pytest
from django.urls import reverse

from malangnews.core.text import clean_html
from malangnews.news.embeds import Embeds, fill, references
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
KEPT = (
    '<figure data-photo="12"><figcaption>Kata <strong>sendiri</strong>.</figcaption></figure>',
    '<figure data-photo="12"></figure>',
    f'<figure data-photo="3" data-video="{VIDEO}"><figcaption>Liputan.</figcaption></figure>',
    '<figure data-video="https://www.instagram.com/reel/Cx_a-1b2c3/"></figure>',
    '<figure data-video="https://www.tiktok.com/@malangkota/video/7301234567890123456"></figure>',
    "<blockquote><p>Kata.</p><cite>Wakil Wali Kota</cite></blockquote>",
    '<table><thead><tr><th scope="col">KIM</th></tr></thead>'
    "<tbody><tr><td>Samaan</td></tr></tbody></table>",
)
DROPPED = (
    '<figure data-photo="x"></figure>',
    '<figure data-photo="0"></figure>',
    '<figure data-photo="1" onclick="x()"></figure>',
    '<figure data-video="https://evil.example/watch?v=aaaaaaaa"></figure>',
    '<figure data-video="javascript:alert(1)"></figure>',
    '<figure data-video="https://www.youtube.com/watch?v=aaaaaaaa&quot; onload=&quot;x"></figure>',
    "<figure><figcaption></figcaption></figure>",
)


@pytest.mark.parametrize("markup", KEPT)
def test_what_the_editor_makes_survives_unchanged(markup):
    assert clean_html(markup) == markup


@pytest.mark.parametrize("markup", DROPPED)
def test_marks_that_point_at_nothing_are_dropped(markup):
    cleaned = clean_html(markup)
    assert cleaned in ("", '<figure data-photo="1"></figure>')


def test_a_chip_keeps_its_record_and_only_a_good_one():
    assert 'data-record="kim:5"' in clean_html('<p><a data-record="kim:5">KIM</a></p>')
    for junk in ("kim:0", "kim:x", "user:1", "kim:5 onclick", ""):
        assert "data-record" not in clean_html(f'<p><a data-record="{junk}">KIM</a></p>')


def chip(kind, row, words):
    return clean_html(f'<p>Oleh <a data-record="{kind}:{row.pk}">{words}</a>.</p>')


def test_a_renamed_kim_is_renamed_everywhere(client):
    kim = make.make_kim(published=True, name="KIM Lama")
    body = f'<p>Oleh <a data-record="kim:{kim.pk}">KIM Lama</a>.</p>'
    article = make.make_article(published=True, body=body)
    kim.name = "KIM <Baru>"
    kim.save()
    for address in (article.get_absolute_url(), reverse("news:article_rss")):
        page = client.get(address).content.decode()
        assert "KIM &lt;Baru&gt;" in page or "KIM &amp;lt;Baru&amp;gt;" in page
        assert "KIM Lama" not in page.split("</h1>")[-1].split("</article>")[0]
        assert kim.get_absolute_url() in page


def test_an_award_is_linked_in_the_writers_words():
    award = make.make_award(published=True)
    shown = Embeds([chip("award", award, "juara <b>III</b>")]).fill(
        chip("award", award, "juara <b>III</b>")
    )
    assert f'<a href="{award.get_absolute_url()}">juara <b>III</b></a>' in shown


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_what_is_not_public_is_neither_linked_nor_named(state):
    kim, award = make.make_kim(state=state, name="KIM Rahasia"), make.make_award(state=state)
    text = chip("kim", kim, "kelompok itu") + chip("award", award, "hadiah")
    shown = Embeds([text]).fill(text)
    assert shown == "<p>Oleh kelompok itu.</p><p>Oleh hadiah.</p>"


def test_a_photo_is_shown_with_its_own_words_or_those_of_the_library():
    photo = make.make_photo(alt="Dua piagam.", caption="Dari pustaka", credit="Diskominfo")
    own = f'<figure data-photo="{photo.pk}"><figcaption>Kata sendiri</figcaption></figure>'
    bare = f'<figure data-photo="{photo.pk}"></figure>'
    embeds = Embeds([own, bare])
    assert "Kata sendiri" in embeds.fill(own)
    assert "Dari pustaka" not in embeds.fill(own)
    for words in ("Dari pustaka", 'alt="Dua piagam."', "Foto: Diskominfo", 'loading="lazy"'):
        assert words in embeds.fill(bare)


def test_a_lost_photo_leaves_nothing():
    assert (
        Embeds(['<figure data-photo="99"></figure>']).fill('<figure data-photo="99"></figure>')
        == ""
    )


def test_a_video_is_a_link_and_asks_nothing_of_its_site():
    text = f'<figure data-video="{VIDEO}"><figcaption>Liputan</figcaption></figure>'
    shown = Embeds([text]).fill(text)
    assert f'href="{VIDEO}"' in shown
    assert "Tonton di YouTube" in shown
    assert "src=" not in shown
    assert "iframe" not in shown


def test_many_texts_cost_as_much_as_one(django_assert_num_queries):
    kims = [make.make_kim(published=True) for _ in range(3)]
    awards = [make.make_award(published=True) for _ in range(3)]
    photos = [make.make_photo() for _ in range(3)]
    texts = [
        chip("kim", kim, "k")
        + chip("award", award, "a")
        + f'<figure data-photo="{photo.pk}"></figure>'
        for kim, award, photo in zip(kims, awards, photos, strict=True)
    ]
    with django_assert_num_queries(3):
        embeds = Embeds(texts)
        assert all("<a href" in embeds.fill(text) for text in texts)
    with django_assert_num_queries(0):
        Embeds(["<p>Tanpa apa-apa.</p>"]).fill("<p>Tanpa apa-apa.</p>")


def test_what_a_text_points_at_is_linked_to_the_story():
    kim, award, photo = make.make_kim(), make.make_award(), make.make_photo()
    body = chip("kim", kim, "k") + chip("award", award, "a")
    body += f'<figure data-photo="{photo.pk}"></figure><figure data-photo="99999"></figure>'
    article = make.make_article(body=body)
    article.link_what_it_tells_of()
    assert list(article.kims.all()) == [kim]
    assert list(article.awards.all()) == [award]
    assert list(photo.shown_in.all()) == [article]
    assert references(article.body_html).photos == {photo.pk, 99999}
    article.body = "<p>Tanpa foto.</p>"
    article.save()
    article.link_what_it_tells_of()
    assert not photo.shown_in.exists()
    assert fill(Article.objects.get()) == "<p>Tanpa foto.</p>"


def test_a_figure_inside_a_figure_comes_out_of_it():
    photo = make.make_photo(alt="Dua piagam.")
    inner = f'<figure data-photo="{photo.pk}"></figure>'
    text = clean_html(f'<figure data-photo="99"><figcaption>a</figcaption>{inner}</figure><p>x</p>')
    assert text == f'<figure data-photo="99"><figcaption>a</figcaption></figure>{inner}<p>x</p>'
    shown = Embeds([text]).fill(text)
    assert shown.count("<figure") == shown.count("</figure>") == 1
    assert "Dua piagam." in shown


def test_a_feed_gives_one_picture_with_its_full_address(client):
    photo = make.make_photo(file=make.image_file(size=(1400, 900)))
    body = f'<p>A.</p><figure data-photo="{photo.pk}"></figure>'
    make.make_article(published=True, body=body)
    feed = client.get(reverse("news:article_rss")).content.decode()
    assert "srcset" not in feed
    assert f"http://testserver{photo.file.url}" in feed
