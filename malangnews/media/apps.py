from django.apps import AppConfig

from malangnews.media.memory import return_large_blocks


class MediaConfig(AppConfig):
    name = "malangnews.media"
    label = "media"
    verbose_name = "Pustaka foto"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        return_large_blocks()
