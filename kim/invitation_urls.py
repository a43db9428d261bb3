"""Addresses for who was given a link by the office: /undangan/."""

from django.urls import path

from kim import invitation_views as views

app_name = "invitations"
urlpatterns = [
    path("sandi/<str:token>/", views.new_password, name="new_password"),
    path("<str:token>/", views.invitation, name="invitation"),
    path("<str:token>/masuk/", views.invitation_login, name="invitation_login"),
    path("<str:token>/keluar/", views.invitation_logout, name="invitation_logout"),
]
