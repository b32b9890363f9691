"""The addresses that supervisors and load balancers probe."""

from django.urls import path

from newsclip.health import views

urlpatterns = [
    path("healthz", views.alive, name="healthz"),
    path("readyz", views.ready, name="readyz"),
    path("readyz/worker", views.working, name="working"),
]
