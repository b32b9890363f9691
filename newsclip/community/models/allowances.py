from django.db import models


class Spending(models.Model):
    """How much of a rate limit somebody used since the window began; raised only by a conditional UPDATE."""

    who = models.CharField(max_length=80)
    what = models.CharField(max_length=20)
    since = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        # `since` first: the same index finds expired windows.
        constraints = [models.UniqueConstraint(fields=["since", "who", "what"], name="one_allowance_a_window")]

    def __str__(self) -> str:
        return f"{self.who} {self.what} {self.used}"
