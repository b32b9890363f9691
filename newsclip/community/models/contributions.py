from datetime import datetime

from django.db import models

from newsclip.kernel.reasons import Reason
from newsclip.kernel.reasons.undone_corrections import is_taken_out

_READER = "accounts.Reader"
_STORY = "stories.Story"


class Submission(models.Model):
    """A link that a reader submitted, and its outcome."""

    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    url = models.CharField(max_length=2000)
    article = models.ForeignKey("articles.Article", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    code = models.CharField(max_length=40, help_text="See kernel/reasons.")

    class Meta:
        indexes = [models.Index(fields=["reader", "-at"], name="submission_newest")]

    def __str__(self) -> str:
        return self.url


class Suggestion(models.Model):
    """A reader's proposal to change a story. Enough supporters by weight, or a moderator, carry it out."""

    class Kind(models.TextChoices):
        HEADLINE = "headline", "another headline"
        HASHTAGS = "hashtags", "other hashtags"
        SPLIT = "split", "these articles are about another event"
        MERGE = "merge", "another story is about the same event"

    class State(models.TextChoices):
        OPEN = "open"
        APPLIED = "applied"
        REFUSED = "refused"
        UNDONE = "undone"

    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    story = models.ForeignKey(_STORY, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    wanted = models.JSONField(help_text="headline, hashtags, articles (split) or story (merge).")
    why = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    referred_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when enough readers agree and a moderator is to decide."
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reasons = models.JSONField(default=list, help_text="What came of it: [{code, params}], see kernel/reasons.")
    decided_by = models.ForeignKey(
        _READER,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The moderator who carried it out or refused it.",
    )
    by_moderator = models.BooleanField(
        default=False, help_text="A moderator carried it out or refused it; stands when that account is gone."
    )
    undo = models.JSONField(default=dict, help_text="What taking it back needs.")
    told: tuple[Reason, ...] = ()  # the reasons for display, see clips.queries.with_words
    replaced_at: datetime | None = None  # when another headline or other hashtags took its place
    may_return = models.BooleanField(default=False, help_text="Undone for its people's sake: others may suggest it.")

    class Meta:
        indexes = [
            models.Index(fields=["story", "-at"], name="suggestion_story"),
            models.Index(fields=["at"], name="suggestion_open", condition=models.Q(state="open")),
            models.Index(
                fields=["decided_at"], name="suggestion_decided", condition=models.Q(decided_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.story_id}"

    @property
    def about(self) -> str:
        """The words that its reasons refer to."""
        return str(self.wanted.get("headline", "")) or " ".join(self.wanted.get("hashtags", ()))


class Support(models.Model):
    """A reader supports a suggestion."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="supports")
    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    weight = models.FloatField(default=0, help_text="What it counts for, 0 to 1.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["suggestion", "reader"], name="supported_once")]

    def __str__(self) -> str:
        return f"{self.reader_id} for {self.suggestion_id}"


class Challenge(models.Model):
    """A reader challenges a sentence: the verifier checks it again and answers in public."""

    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    clip = models.ForeignKey("clips.Clip", on_delete=models.CASCADE, related_name="+")
    clip_version = models.PositiveIntegerField()
    sentence = models.TextField()
    why = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    upheld = models.BooleanField(null=True, help_text="True: the sentence went. Empty: not looked at yet.")
    reasons = models.JSONField(default=list, help_text="What came of it: [{code, params}], see kernel/reasons.")
    decided_at = models.DateTimeField(null=True, blank=True)
    told: tuple[Reason, ...] = ()  # the reasons for display, see clips.queries.with_words

    class Meta:
        indexes = [models.Index(fields=["clip", "-at"], name="challenge_clip")]

    def __str__(self) -> str:
        return self.sentence

    @property
    def is_taken_out(self) -> bool:
        """Whether a moderator took the sentence out, though the check found nothing wrong with it."""
        return is_taken_out(self.reasons)

    @property
    def about(self) -> str:
        """The sentence that its reasons refer to."""
        return self.sentence
