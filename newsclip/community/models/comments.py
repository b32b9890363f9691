from django.db import models
from django.db.models import Q

_READER = "accounts.Reader"
_STORY = "stories.Story"


class Comment(models.Model):
    """A comment on a story. Each story has one thread, however many links were submitted."""

    class State(models.TextChoices):
        SHOWN = "shown"
        HELD = "held", "held until a moderator has looked"
        REMOVED = "removed", "removed by a moderator"
        WITHDRAWN = "withdrawn", "withdrawn by its author"

    story = models.ForeignKey(_STORY, on_delete=models.CASCADE, related_name="+")
    said_on = models.ForeignKey(
        _STORY, null=True, blank=True, db_index=False, on_delete=models.CASCADE, related_name="+",
        help_text="The story that it was said on and goes back with, where that became part of another.",
    )  # fmt: skip
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    depth = models.PositiveSmallIntegerField(default=0, help_text="0 for what answers nobody.")
    text = models.TextField(help_text="Plain text; addresses become links when it is shown.")
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.SHOWN)
    score = models.IntegerField(default=0, help_text="Votes for less votes against by their weights, whole ones.")
    weight = models.FloatField(null=True, help_text="What it counts for, 0 to 1; null until it was weighed.")
    anchor = models.JSONField(
        null=True, blank=True, help_text="The sentence it is about: its text and the digests of its passages."
    )
    digest = models.CharField(max_length=64, help_text="Of its words in lower case, to notice the same text again.")

    class Meta:
        indexes = [
            models.Index(fields=["story", "at"], name="comment_story"),
            models.Index(fields=["reader", "-at"], name="comment_reader"),
            models.Index(fields=["at"], name="comment_newest", condition=Q(state="shown")),
            models.Index(fields=["digest", "at"], name="comment_digest"),
            models.Index(fields=["at"], name="comment_to_weigh", condition=Q(weight=None)),
            models.Index(fields=["said_on"], name="comment_went_along", condition=~Q(said_on=None)),
        ]

    def __str__(self) -> str:
        return f"{self.pk} on {self.story_id}"


class CommentVote(models.Model):
    """One reader's vote on a comment: 1 for, -1 against, 0 retracted."""

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    value = models.SmallIntegerField(default=1)
    at = models.DateTimeField()
    weight = models.FloatField(null=True, help_text="What it counts for, 0 to 1; null until it was weighed.")
    taken_back_at = models.DateTimeField(null=True, help_text="When, of a vote that is 0.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "comment"], name="one_vote_a_comment")]
        indexes = [
            models.Index(fields=["reader", "-at"], name="comment_vote_reader"),
            models.Index(fields=["at"], name="comment_vote_to_weigh", condition=Q(weight=None)),
            models.Index(fields=["taken_back_at"], name="comment_vote_taken_back", condition=Q(value=0)),
        ]

    def __str__(self) -> str:
        return f"{self.reader_id} {self.value:+d} {self.comment_id}"
