from django.db import models


class Carried(models.Model):
    """A vote, follow, flag and so on that went along with its story into another one, and goes back with it."""

    table = models.CharField(max_length=20, help_text="The model of the row that went along.")
    row = models.BigIntegerField()
    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="+", help_text="The story that it was made for."
    )

    class Meta:
        verbose_name_plural = "carried"
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="carried_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.row} of {self.story_id}"
