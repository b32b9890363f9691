from django.db import models

_READER = "accounts.Reader"
_STORY = "stories.Story"


class Notice(models.Model):
    """A notification for a reader: a reply, a new supported fact, a correction, a new report, a decision."""

    OVER = "over"  # among what is `given`

    # Found by the unique constraint's index; another one would only cost writes.
    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    story = models.ForeignKey(_STORY, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    comment = models.ForeignKey("community.Comment", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=500, help_text="In English.")
    sentence = models.CharField(
        max_length=200, blank=True, help_text="The words without their parts; old rows lack it."
    )
    given = models.JSONField(default=dict, help_text="The parts.")
    key = models.CharField(max_length=100, help_text="The same thing is told to a reader once.")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    to_mail = models.BooleanField(default=False, help_text="Its reader wants it by mail, and it was not sent or read.")
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "key"], name="told_once")]
        indexes = [
            models.Index(fields=["reader", "-at"], name="notice_newest"),
            models.Index(fields=["at"], name="notice_at"),
            models.Index(fields=["at"], name="notice_to_mail", condition=models.Q(to_mail=True)),
        ]

    def __str__(self) -> str:
        return f"{self.reader_id}: {self.words}"

    @property
    def is_over(self) -> bool:
        """Whether what it tells was taken back since."""
        return bool(self.given.get(self.OVER))
