from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "malangnews.demo"
    label = "demo"
    verbose_name = "Isi contoh"
