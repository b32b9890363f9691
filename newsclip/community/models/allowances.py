from django.db import models


class Spending(models.Model):
    """How much of an allowance somebody used since the window began; raised by a conditional UPDATE alone."""

    who = models.CharField(max_length=80)
    what = models.CharField(max_length=20)
    since = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        # The time first: windows that are over are found by the same index.
        constraints = [models.UniqueConstraint(fields=["since", "who", "what"], name="one_allowance_a_window")]

    def __str__(self) -> str:
        return f"{self.who} {self.what} {self.used}"
