from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "awards"
    label = "awards"
    verbose_name = "Penghargaan"
    default_auto_field = "django.db.models.BigAutoField"
