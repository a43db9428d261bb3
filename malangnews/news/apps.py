from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "malangnews.news"
    label = "news"
    verbose_name = "Berita"
    default_auto_field = "django.db.models.BigAutoField"
