from django.urls import path

from malangnews.media import views

app_name = "media"
urlpatterns = [path("<path:path>", views.media_file, name="media_file")]
