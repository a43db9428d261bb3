from django.apps import AppConfig

from malangnews.core import converters


class CoreConfig(AppConfig):
    name = "malangnews.core"
    label = "core"
    verbose_name = "Inti"

    def ready(self):
        converters.register()
