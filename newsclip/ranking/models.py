from django.db import models
from django.db.models import Q

_CLIP = "clips.Clip"


class Standing(models.Model):
    """A clip's rank in lists: scores whose order does not change with time, and the receipts that add up to them."""

    clip = models.OneToOneField(_CLIP, on_delete=models.CASCADE, related_name="+")
    hot = models.FloatField()
    rising = models.FloatField(default=0, help_text="The same with a short half-life.")
    total = models.FloatField(default=0, help_text="The same without decay.")
    category = models.CharField(max_length=40, blank=True)
    published = models.DateTimeField(null=True)
    shown = models.BooleanField(default=True, help_text="False: taken out of lists, see the moderation log.")
    clip_version = models.PositiveIntegerField()
    receipt = models.JSONField(default=dict, help_text="Points a signal gave to hot when it was counted.")
    rising_receipt = models.JSONField(default=dict, help_text="The same of rising.")
    total_receipt = models.JSONField(default=dict, help_text="The same of total.")
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["-hot", "-clip"], name="standing_hot", condition=Q(shown=True)),
            models.Index(fields=["-rising", "-clip"], name="standing_rising", condition=Q(shown=True)),
            models.Index(fields=["-total", "-clip"], name="standing_total", condition=Q(shown=True)),
            models.Index(fields=["published"], name="standing_published", condition=Q(shown=True)),
            models.Index(fields=["category", "-hot", "-clip"], name="standing_category", condition=Q(shown=True)),
        ]

    def __str__(self) -> str:
        return f"{self.clip_id} {self.hot:.2f}"


class TagStanding(models.Model):
    """Score and date per hashtag of a clip, so that a hashtag's page is one index lookup."""

    key = models.CharField(max_length=80)
    clip = models.ForeignKey(_CLIP, on_delete=models.CASCADE, related_name="+")
    hot = models.FloatField()
    published = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clip", "key"], name="one_standing_a_hashtag")]
        indexes = [
            models.Index(fields=["key", "-hot", "-clip"], name="tag_hot"),
            models.Index(fields=["key", "-published", "-clip"], name="tag_newest"),
        ]

    def __str__(self) -> str:
        return f"#{self.key} {self.clip_id}"


class Slate(models.Model):
    """What one reader's own page showed together; deleted once it has been learnt from."""

    reader = models.ForeignKey("accounts.Reader", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    shown = models.JSONField(help_text="[{clip, factors, chance}]: chance is 1, less for what was shown to explore.")

    def __str__(self) -> str:
        return f"{self.reader_id} {self.at:%Y-%m-%d %H:%M}"


class Exploration(models.Model):
    """A randomized place on a reader's own page: its propensity, and whether the reader opened it."""

    reader = models.ForeignKey("accounts.Reader", on_delete=models.CASCADE, related_name="+")
    clip = models.ForeignKey(_CLIP, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    place = models.PositiveSmallIntegerField()
    chance = models.FloatField(help_text="Of this clip, to be shown at this place.")
    opened = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.reader_id} {self.at:%Y-%m-%d %H:%M} {self.clip_id} {self.chance:.4f}"


class Weights(models.Model):
    """The weights of readers' own pages from a moment on, and why they changed. The newest row is in force."""

    at = models.DateTimeField(db_index=True)
    weights = models.JSONField()
    squares = models.JSONField()
    slates = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "weights"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} after {self.slates}"


class Trend(models.Model):
    """A hashtag that more publishers and readers mention than usual, as last computed."""

    key = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=80)
    score = models.FloatField(help_text="0: it no longer is one.")
    voices = models.PositiveIntegerField(help_text="Publishers that told of it in the last day.")
    accounts = models.PositiveIntegerField(default=0, help_text="Readers that voted or spoke on it in the last day.")
    usual = models.FloatField(help_text="Publishers and readers on a usual day.")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-score", "key"], name="trend_best")]

    def __str__(self) -> str:
        return f"#{self.name} {self.score:.1f}"


class StoryTrend(models.Model):
    """A story that more publishers and readers mention than usual, as last computed."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    sources = models.PositiveIntegerField(help_text="Publishers that told of it in the last day.")
    accounts = models.PositiveIntegerField(help_text="Readers that voted or spoke on it in the last day.")
    usual = models.FloatField(help_text="Publishers and readers on a usual day.")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-score", "story"], name="story_trend_best")]

    def __str__(self) -> str:
        return f"story {self.story_id} {self.score:.1f}"


class LearningOff(models.Model):
    """A reader whose own page uses only what they follow: their reading is neither used nor learnt from."""

    reader = models.OneToOneField("accounts.Reader", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.reader_id}"


class TagReview(models.Model):
    """Whether a hashtag may be shown as a trend: a person reviews it before the first time."""

    key = models.CharField(max_length=80, unique=True)
    allowed = models.BooleanField(null=True, help_text="Empty: nobody looked yet.")
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Without the hashtag, which may have to be erased: the admin log stores this string."""
        return f"review {self.pk}"
