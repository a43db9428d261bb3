from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "malangnews.search"
    label = "search"
    verbose_name = "Pencarian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # The models of the other rooms are there only now.
        import_module("malangnews.search.upkeep").watch(self)
