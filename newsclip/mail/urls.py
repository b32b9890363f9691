from django.urls import path

from newsclip.mail.views import leave

app_name = "mail"
urlpatterns = [path("mail/leave/<str:token>", leave, name="leave")]
