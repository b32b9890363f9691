from django.db import models


class Standing(models.Model):
    """A clip's place in lists: a score whose order never changes with time, and the receipt that adds up to it."""

    clip = models.OneToOneField("clips.Clip", on_delete=models.CASCADE, related_name="+")
    hot = models.FloatField()
    clip_version = models.PositiveIntegerField()
    receipt = models.JSONField(default=dict, help_text="Points a signal gave when it was counted.")
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-hot", "-clip"], name="standing_hot")]

    def __str__(self) -> str:
        return f"{self.clip_id} {self.hot:.2f}"
