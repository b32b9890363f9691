from django.db import models

_READER = "accounts.Reader"


class SourceSuggestion(models.Model):
    """A reader wants a source to be followed. A moderator decides."""

    class State(models.TextChoices):
        WAITING = "waiting"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    url = models.CharField(max_length=2000)
    discovery = models.ForeignKey("sources.Discovery", null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    code = models.CharField(max_length=40, blank=True, help_text="Why nothing can be followed there, where so.")
    reason = models.CharField(max_length=500, blank=True, help_text="What the moderator said.")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "url"], name="source_suggested_once")]
        indexes = [
            models.Index(fields=["at"], name="source_suggestion_waits", condition=models.Q(state="waiting")),
            models.Index(fields=["url"], name="source_suggestion_url"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_looked_at(self) -> bool:
        """Whether the worker has yet to say what is at the address."""
        looked = self.discovery
        return self.state == self.State.WAITING and looked is not None and looked.done_at is None
