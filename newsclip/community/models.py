from django.db import models


class Vote(models.Model):
    """One reader's vote for one story."""

    reader = models.ForeignKey("accounts.Reader", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "story"], name="one_vote_a_story")]

    def __str__(self) -> str:
        return f"{self.reader_id} for {self.story_id}"
