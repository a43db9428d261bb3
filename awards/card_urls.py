"""Addresses of the share cards, one for each shape, included by awards/urls.py."""

from django.urls import path

from awards import card_views
from awards.cards.shapes import SHAPES

urlpatterns = [
    *(
        path(
            f"kartu/<year:year>-{shape}.png",
            card_views.year_card,
            {"shape": shape},
            name=f"year_card_{shape}",
        )
        for shape in SHAPES
    ),
    *(
        path(
            f"<slug:slug>/kartu-{shape}.png",
            card_views.award_card,
            {"shape": shape},
            name=f"award_card_{shape}",
        )
        for shape in SHAPES
    ),
]
