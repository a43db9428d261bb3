from importlib import import_module

from django.apps import AppConfig

from malangnews.core.changes import keep_told


class SearchConfig(AppConfig):
    name = "malangnews.search"
    label = "search"
    verbose_name = "Pencarian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # The models of the other rooms are there only now.
        keep_told(import_module("malangnews.search.upkeep").told)
