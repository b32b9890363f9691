from django.db import models

_READER = "accounts.Reader"


class Topic(models.TextChoices):
    """What can be followed or muted; the key is a lower-case hashtag, a category, a domain, a story's ID, a reader's
    name, or what can only be followed: the key of a name in clips, the ID of a story in a chain.
    """

    HASHTAG = "hashtag"
    CATEGORY = "category"
    SOURCE = "source"
    STORY = "story"
    PERSON = "person"
    WORD = "word"
    NAME = "name"
    CHAIN = "chain"


OWN_WORDS = "_own_words"
"""Muted as a publisher is, though no domain has this name: what a language model put into words of its own."""


class Follow(models.Model):
    """A reader wants to see more of something."""

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Topic)
    key = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "kind", "key"], name="followed_once")]
        indexes = [models.Index(fields=["kind", "key"], name="follow_key")]

    def __str__(self) -> str:
        return f"{self.reader_id} follows {self.kind} {self.key}"


class Mute(models.Model):
    """A reader does not want to see something: a hard filter, not a weight."""

    class Scope(models.TextChoices):
        EVERYWHERE = "everywhere", "everywhere"
        LISTS = "lists", "in lists, not in search"
        COMMENTS = "comments", "in comments only"

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Topic)
    key = models.CharField(max_length=150)
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.EVERYWHERE)
    until = models.DateTimeField(null=True, blank=True, help_text="Empty: until it is taken back.")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "kind", "key"], name="muted_once")]

    def __str__(self) -> str:
        return f"{self.reader_id} mutes {self.kind} {self.key}"


class Reading(models.Model):
    """The version of a clip that a reader saw last: newer content is highlighted. Private to the reader."""

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    clip = models.ForeignKey("clips.Clip", on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    opened = models.BooleanField(
        default=True,
        db_default=True,
        help_text="False: marked as read in a list. Ranking counts what was opened alone.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "clip"], name="read_once")]
        indexes = [
            models.Index(fields=["reader", "-at"], name="reading_newest"),
            models.Index(fields=["at"], name="reading_at"),
        ]

    def __str__(self) -> str:
        return f"{self.reader_id} read {self.clip_id} v{self.version}"
