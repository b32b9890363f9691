from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from newsclip.db.leases import Leased, Tried


class Article(Tried):
    """One page of news at one address."""

    class State(models.TextChoices):
        FOUND = "found"
        READ = "read"
        REFUSED = "refused"
        GONE = "gone"  # it was read, and its publisher has taken it away since

    url = models.CharField(max_length=2000, unique=True)
    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="+")
    publisher = models.ForeignKey("sources.Publisher", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.FOUND)
    code = models.CharField(max_length=40, default="found", help_text="Why it is in this state, see kernel/reasons.")
    detail = models.CharField(max_length=500, blank=True)
    entry_title = models.CharField(max_length=500, blank=True, help_text="As the source shows it.")
    entry_published = models.DateTimeField(null=True, blank=True)
    found_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True, help_text="When to ask for the page again.", null=True)
    failures = models.PositiveIntegerField(default=0)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    published = models.DateTimeField(null=True, blank=True, db_index=True, help_text="Best known, never in the future.")
    revisions = models.PositiveIntegerField(default=0, help_text="Number of the newest revision.")
    placed_revision = models.PositiveIntegerField(default=0, help_text="The revision that its story counts; 0 = none.")
    came_or_went = models.BooleanField(
        default=False, help_text="Its publisher took it away, or put it back, and its clip takes no notice yet."
    )

    class Meta:
        indexes = [
            models.Index(fields=["state", "due_at"]),
            models.Index(fields=["found_at"], name="article_found_at"),
            models.Index(
                Coalesce("published", "found_at"), "id", name="article_to_place",
                condition=Q(placed_revision__lt=F("revisions")),
            ),
            models.Index(fields=["id"], name="article_came_or_went", condition=Q(came_or_went=True)),
            models.Index(fields=["id"], name="article_dead_letter", condition=Q(dead_letter__gt="")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.entry_title or self.url


class Revision(models.Model):
    """One version of an article's text. Immutable: passages point into it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    title = models.CharField(max_length=1000)
    text = models.TextField()
    in_the_open = models.BooleanField(
        default=False, help_text="Read without encryption: anybody on the way could have changed it."
    )
    entries = models.JSONField(
        null=True, blank=True, help_text="Where a live blog's dated entries begin, the newest first; of no article."
    )
    correction_note = models.CharField(
        max_length=500, blank=True, default="", db_default="",
        help_text="What its publisher says in it that it corrected; empty: nothing.",
    )  # fmt: skip
    left_out = models.JSONField(default=list, help_text="Lines that its publisher puts into all its articles.")
    authors = models.JSONField(default=list)
    published = models.DateTimeField(null=True)
    updated = models.DateTimeField(null=True)
    image = models.CharField(max_length=2000, blank=True)
    image_alt = models.CharField(max_length=1000, blank=True)
    image_credit = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=12, blank=True)
    site = models.CharField(max_length=200, blank=True)
    section = models.CharField(max_length=100, blank=True)
    canonical = models.CharField(max_length=2000, blank=True)
    digest = models.CharField(max_length=64, db_index=True, help_text="Of title and text.")
    change = models.JSONField(default=dict, help_text="Against the revision before: added, removed, changed.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="one_revision_a_number")]
        indexes = [
            models.Index(fields=["canonical"], name="revision_canonical"),
            models.Index(fields=["article"], name="revision_corrected", condition=~models.Q(correction_note="")),
        ]

    def __str__(self) -> str:
        return self.title


DROPPED = ("taken_down", "forgotten")  # codes of pictures; with a name, it is still to be deleted from its store


class Picture(Leased):
    """A lead picture: fetched, bounded, re-encoded and stored here, so that browsers contact no other host."""

    url = models.CharField(max_length=2000, unique=True)
    code = models.CharField(max_length=40, default="found")
    detail = models.CharField(max_length=500, blank=True)
    name = models.CharField(max_length=80, blank=True, help_text="File name under the media folder; '' = none yet.")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(db_index=True, null=True)

    def __str__(self) -> str:
        return self.url
