"""What workers agree on among themselves."""

from django.db import models

from newsclip.leases import Leased


class Duty(Leased):
    """A step that one worker at a time takes, where there are several: the row is its turn."""

    name = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.name
