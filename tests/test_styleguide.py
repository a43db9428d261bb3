"""The page of all components, which only developers see."""

from django.test import RequestFactory

from malangnews import styleguide
from tests.house import markup
from tests.house.walker import Page


def test_components_are_not_public(client):
    assert client.get("/komponen/").status_code == 404


def test_components_page_draws_every_component_in_order():
    response = styleguide.components(RequestFactory().get("/komponen/"))
    page = Page("/komponen/", 200, dict(response.headers), (), response.content.decode(), 0, "")
    assert markup.errors(page) == []
