from django.db import models
from django.db.models import F, Q, Value

from newsclip.db.leases import Leased
from newsclip.stories.rules.phase import within_hours

KEPT_APART = "kept apart"  # a StoryEvent's kind; in words, as the former release shows it as it is


class Story(models.Model):
    """Articles about one event. `version` grows with every change that a clip must follow."""

    class Phase(models.TextChoices):
        NEW = "new"
        DEVELOPING = "developing"
        QUIET = "quiet"

    version = models.PositiveIntegerField(default=1)
    written_version = models.PositiveIntegerField(default=0, help_text="The version last written about; 0 = none.")
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.NEW)
    language = models.CharField(max_length=12, blank=True)
    started_at = models.DateTimeField(help_text="When its first article was published.")
    last_at = models.DateTimeField(db_index=True, help_text="When its newest article was published.")
    articles = models.PositiveIntegerField(default=0)
    reports = models.PositiveIntegerField(default=0, help_text="Independent tellings.")
    key = models.CharField(
        max_length=60, unique=True, null=True, blank=True, editable=False, help_text="Its name in the story index."
    )
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    moved = models.BooleanField(
        default=False, help_text="It was merged or came back, and what hangs on it did not go along yet."
    )

    chained_version = models.PositiveIntegerField(
        default=0, db_default=0, help_text="The version whose place in a chain is known; 0 = none."
    )

    class Meta:
        verbose_name_plural = "stories"
        indexes = [
            models.Index(
                fields=["last_at", "id"], name="story_to_write",
                condition=Q(written_version__lt=F("version")),
            ),
            models.Index(
                fields=["-last_at", "-id"], name="story_to_chain",
                condition=Q(chained_version__lt=F("version")),
            ),
            models.Index(fields=["id"], name="story_moved", condition=Q(moved=True)),
            models.Index(fields=["last_at"], name="story_not_quiet", condition=~Q(phase="quiet")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"story {self.pk}"

    @property
    def came_within_hours(self) -> bool | None:
        """Whether it all came in within its first twelve hours; None where days without a time leave that open."""
        return within_hours(self.started_at, self.last_at)


class Membership(models.Model):
    """An article's place in a story, with the receipt that explains it."""

    article = models.OneToOneField("articles.Article", on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="memberships")
    revision = models.PositiveIntegerField(help_text="The revision that was placed.")
    report = models.PositiveIntegerField(help_text="Number of the independent report within the story, from 1.")
    copy_of = models.ForeignKey("articles.Article", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    language = models.CharField(
        max_length=12, blank=True, default="", db_default="", help_text="As its words tell; empty: the story's."
    )
    receipt = models.JSONField(default=dict, help_text="Score, its parts, shared terms, nearest member.")

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"


class Relation(models.Model):
    """Two stories on one wider subject: linked, never merged. The smaller ID comes first."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(help_text="The best score of an article of one against the other.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "other"], name="stories_relation_once")]

    def __str__(self) -> str:
        return f"{self.story_id} and {self.other_id}"


class StoryProfile(models.Model):
    """What a story tells of, as chains compare it: the words that are in no name. Its names are rows of StoryActor."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField(db_index=True, help_text="When the story began.")
    language = models.CharField(max_length=12)
    words = models.JSONField(help_text="{term: [weight, word as written]}")
    regular = models.CharField(max_length=300, blank=True, help_text="Its headline without figures, see rules.chains.")
    headlines = models.JSONField(
        default=list, db_default=Value([], models.JSONField()), help_text="The terms of its headlines."
    )
    back = models.JSONField(
        default=list,
        db_default=Value([], models.JSONField()),
        help_text="What it says happened before: [[terms of nouns, terms of names]].",
    )

    def __str__(self) -> str:
        return f"profile of {self.story_id}"


class StoryActor(models.Model):
    """A name that a story tells, by which stories of its chain are found."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=120, help_text="The name in small letters.")
    name = models.CharField(max_length=120)
    counts = models.FloatField(help_text="1 for a person or a thing, .5 for a body or a street.")
    leads = models.BooleanField(help_text="It stands in a headline.")
    opens = models.BooleanField(help_text="It stands in a headline, or in the opening of an article.")
    at = models.DateTimeField(help_text="When the story began.")

    class Meta:
        indexes = [
            models.Index(fields=["key", "at"], name="story_actor_key"),
            models.Index(fields=["at"], name="story_actor_at"),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.story_id}"


class ChainLink(models.Model):
    """A story goes on from an earlier one: each from one at most, so that both sides agree."""

    earlier = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    later = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    shared = models.JSONField(help_text="Names and words that both tell: why.")
    at = models.DateTimeField(help_text="When it was found.")
    told = models.BooleanField(default=False, help_text="Who follows the chain knows the later story.")

    class Meta:
        indexes = [models.Index(fields=["id"], name="chain_link_to_tell", condition=Q(told=False))]

    def __str__(self) -> str:
        return f"{self.later_id} goes on from {self.earlier_id}"


class StoryEvent(models.Model):
    """What happened to a story: started, joined, revised, moved, merged, split, kept apart."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    kind = models.CharField(max_length=12)
    detail = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.story_id} {self.kind}"


class Grouper(Leased):
    """The single row of the grouping lease. `turn` grows with each claim, so that a late holder is noticed."""

    turn = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"turn {self.turn}"
