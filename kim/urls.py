app_name = "kim"
urlpatterns = []
