"""Below /admin/tulis/."""

from django.urls import path

from malangnews.news.contributing import answers, views

app_name = "contributing"
urlpatterns = [
    path("", views.home, name="home"),
    path("baru/", views.write_new, name="write_new"),
    path("foto/", answers.take_photo, name="take_photo"),
    path("masuk/", answers.login, name="login"),
    path("sesi/", answers.session, name="session"),
    path("simpanan/", answers.keep_copy, name="keep_copy"),
    path("simpanan/<uuid:key>/buang/", views.discard_copy, name="discard_copy"),
    path("<int:pk>/", views.write, name="write"),
    path("<int:pk>/pratinjau/", views.preview, name="preview"),
    path("<int:pk>/tarik/", views.withdraw, name="withdraw"),
]
