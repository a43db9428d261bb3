from django.apps import AppConfig


class IndexNowConfig(AppConfig):
    name = "malangnews.indexnow"
    label = "indexnow"
