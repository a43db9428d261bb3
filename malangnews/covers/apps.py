from importlib import import_module

from django.apps import AppConfig

from malangnews.core.changes import keep_told


class CoversConfig(AppConfig):
    name = "malangnews.covers"
    label = "covers"

    def ready(self):
        # The models of the rooms are there only now.
        keep_told(import_module("malangnews.covers.shelf").told)
