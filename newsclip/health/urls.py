from django.urls import path

from newsclip.health import views

urlpatterns = [path("", views.staff, name="staff")]
