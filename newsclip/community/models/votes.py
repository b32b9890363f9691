from django.db import models

_READER = "accounts.Reader"
_STORY = "stories.Story"


class Vote(models.Model):
    """One reader's vote on a story. Who voted is private."""

    class Reason(models.TextChoices):
        OFF_TOPIC = "off_topic", "off topic"
        WRONG = "wrong", "wrong"
        DUPLICATE = "duplicate", "old news"
        SPAM = "spam", "advertising"

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(_STORY, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    value = models.SmallIntegerField(default=1, help_text="1 for, -1 against, 0 taken back.")
    reason = models.CharField(max_length=12, choices=Reason, blank=True, help_text="Why against.")
    weight = models.FloatField(null=True, help_text="What it counts for, 0 to 1; null until it was weighed.")
    weighed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "story"], name="one_vote_a_story")]
        indexes = [
            models.Index(fields=["story", "at"], name="vote_story"),
            models.Index(fields=["at"], name="vote_to_weigh", condition=models.Q(weight=None)),
            models.Index(fields=["weighed_at"], name="vote_taken_back", condition=models.Q(value=0)),
        ]

    def __str__(self) -> str:
        return f"{self.reader_id} {self.value:+d} {self.story_id}"


class Uncounted(models.Model):
    """A story with activity that its rank does not count yet."""

    story = models.OneToOneField(_STORY, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "uncounted"

    def __str__(self) -> str:
        return f"{self.story_id}"
