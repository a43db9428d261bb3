from django.apps import AppConfig


class KimConfig(AppConfig):
    name = "kim"
    label = "kim"
    verbose_name = "KIM dan kelurahan"
    default_auto_field = "django.db.models.BigAutoField"
