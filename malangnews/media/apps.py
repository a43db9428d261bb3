from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "malangnews.media"
    label = "media"
    verbose_name = "Pustaka foto"
    default_auto_field = "django.db.models.BigAutoField"
