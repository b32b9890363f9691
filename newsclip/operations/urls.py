from django.urls import path

from newsclip.operations import views

urlpatterns = [path("", views.staff, name="staff")]
