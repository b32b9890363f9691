from django.contrib.auth.models import AbstractUser


class Reader(AbstractUser):
    """A person with a name here."""
