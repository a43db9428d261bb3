import pytest

from malangnews.news.embeds import Embeds
from malangnews.news.models import Article
from malangnews.news.presentation import body_with_dateline


@pytest.mark.parametrize(
    ("place", "body", "shown"),
    [
        (
            "Klojen",
            "<p>Satu.</p><p>Dua.</p>",
            '<p><span class="dateline">Klojen (malangnews)</span> – Satu.</p><p>Dua.</p>',
        ),
        (
            "Klojen",
            "<h2>Judul</h2>",
            '<p><span class="dateline">Klojen (malangnews)</span> –</p>\n<h2>Judul</h2>',
        ),
        ("", "<p>Satu.</p>", "<p>Satu.</p>"),
        ("Klojen", "", ""),
        (
            "<b>&",
            "<p>Satu.</p>",
            '<p><span class="dateline">&lt;b&gt;&amp; (malangnews)</span> – Satu.</p>',
        ),
    ],
)
def test_body_with_dateline_runs_the_place_into_the_first_paragraph(place, body, shown):
    article = Article(dateline_place=place, body_html=body)
    assert body_with_dateline(article, Embeds([body])) == shown
