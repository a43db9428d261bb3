from django.urls import path

from kim import atlas_views, group_views, map_views, place_views, views

app_name = "kim"
urlpatterns = [
    path("", atlas_views.kim_list, name="kim_list"),
    path("atlas.csv", atlas_views.atlas_csv, name="atlas_csv"),
    path("atlas.json", atlas_views.atlas_json, name="atlas_json"),
    path("atlas.svg", atlas_views.atlas_svg, name="atlas_svg"),
    path("atlas/sematan/", atlas_views.atlas_embed, name="atlas_embed"),
    path("tonggak.csv", atlas_views.milestones_csv, name="milestones_csv"),
    path("peta/", map_views.kim_map, name="kim_map"),
    path("potensi.csv", views.potentials_csv, name="potentials_csv"),
    path("potensi.json", views.potentials_json, name="potentials_json"),
    path("pengurus.csv", views.members_file, name="members_file"),
    path("potensi/", views.potential_list, name="potential_list"),
    path("potensi/<slug:slug>/", views.potential_detail, name="potential_detail"),
    path("kelurahan/<slug:slug>/", place_views.kelurahan_detail, name="kelurahan_detail"),
    path("kecamatan/<slug:slug>/", place_views.kecamatan_detail, name="kecamatan_detail"),
    # Last: a KIM may bear any name but those above (kim.models.groups.RESERVED_SLUGS).
    path("<slug:slug>/", group_views.kim_detail, name="kim_detail"),
]
