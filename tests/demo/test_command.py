"""`manage.py demo`: once is enough, twice does no harm."""

import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from awards.models import Award, Organization
from malangnews.demo.loading import load_all
from malangnews.news.models import Article

OURS = ("awards", "kim", "news", "taggit")


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def everything() -> dict[str, list[dict]]:
    """Every row of every table of ours, links between rows included."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for app in OURS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    }


def test_demo_twice_changes_nothing(demo):
    before = everything()
    again = load_all()
    assert everything() == before
    assert not any(again.made.values())
    assert again.found == demo.made


@pytest.mark.django_db
def test_demo_says_what_it_made():
    assert "penghargaan: 18 dibuat, 0 sudah ada" in run()
    assert "penghargaan: 0 dibuat, 18 sudah ada" in run()


def test_demo_leaves_alone_what_an_editor_changed(demo):
    Organization.objects.filter(slug="humas-indonesia").update(name="Humas Indonesia Baru")
    Article.objects.filter(slug="keramik-dinoyo").update(title="Judul dari meja redaksi")
    award = Award.objects.get(slug="amh-2024-kampanye-terbaik-ii")
    Award.objects.filter(pk=award.pk).withdraw("Sumbernya diragukan.")
    before = everything()
    load_all()
    assert everything() == before


def test_demo_brings_back_what_is_missing(demo):
    Article.objects.get(slug="keramik-dinoyo").delete()
    assert load_all().made["berita"] == 1
    assert Article.objects.published().filter(slug="keramik-dinoyo").exists()


@pytest.mark.parametrize("number", ["-1", "1.5", "seribu", "²", "99999999"])
def test_demo_refuses_an_odd_number_of_articles(number):
    with pytest.raises(CommandError, match="bukan bilangan bulat"):
        run(f"--articles={number}")
