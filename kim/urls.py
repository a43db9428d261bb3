from django.urls import path

from kim import views

app_name = "kim"
urlpatterns = [
    path("", views.kim_list, name="kim_list"),
    path("potensi/", views.potential_list, name="potential_list"),
    path("potensi/<slug:slug>/", views.potential_detail, name="potential_detail"),
    path("kelurahan/<slug:slug>/", views.kelurahan_detail, name="kelurahan_detail"),
    path("kecamatan/<slug:slug>/", views.kecamatan_detail, name="kecamatan_detail"),
    # Last: a KIM may bear any name but those above (kim.models.groups.RESERVED_SLUGS).
    path("<slug:slug>/", views.kim_detail, name="kim_detail"),
]
