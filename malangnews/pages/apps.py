from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "malangnews.pages"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "halaman dan beranda"
