from django.db import models

from newsclip.db.encrypted_fields import EncryptedField
from newsclip.db.leases import Leased, Overrunning


class Publisher(Overrunning):
    """The outlet behind one or more sources."""

    domain = models.CharField(max_length=253, unique=True)
    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    owner = models.CharField(max_length=200, blank=True, help_text="The group that owns it, where known.")
    excerpt_words = models.PositiveIntegerField(
        null=True, blank=True, help_text="So many words of each of its articles may be shown, from its beginning."
    )
    taken_down = models.BooleanField(default=False, help_text="It asked that nothing of it be shown; nothing is read.")

    def __str__(self) -> str:
        return self.name


class Source(Leased):
    """Where news comes from: a feed, a news sitemap, a page of links, one article, or readers' submissions."""

    class Kind(models.TextChoices):
        FEED = "feed"
        SITEMAP = "sitemap"
        PAGE = "page"
        ARTICLE = "article"
        SUBMISSIONS = "submissions"

    class State(models.TextChoices):
        ACTIVE = "active"
        PAUSED = "paused"
        GONE = "gone"
        REMOVED = "removed"

    url = models.CharField(max_length=2000, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.ACTIVE)
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="sources")
    title = models.CharField(max_length=300, blank=True)
    home = models.CharField(max_length=2000, blank=True)
    language = models.CharField(max_length=12, blank=True)
    added_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    body_digest = models.CharField(max_length=64, blank=True, help_text="Of the last body, to notice a repeated one.")
    looked_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True, help_text="Code of the last look, see kernel/reasons.")
    failures = models.PositiveIntegerField(default=0, help_text="Looks in a row that failed.")
    interval = models.PositiveIntegerField(default=1800, help_text="Seconds between looks, learnt.")
    paced = models.BooleanField(default=False, db_default=False, help_text="Its dates tell how often it publishes.")
    least_interval = models.PositiveIntegerField(
        null=True, blank=True, help_text="Seconds between looks at least; empty: as for all sources."
    )
    most_interval = models.PositiveIntegerField(null=True, blank=True, help_text="The same, at most.")
    seen = models.BinaryField(default=bytes, help_text="Digests of the entries it showed last, see rules/seen.")
    wishes = models.JSONField(default=dict, help_text="How often it wants to be asked, see rules/wishes.")
    moved_to = models.CharField(max_length=2000, blank=True, help_text="Where it says it moved for good.")
    moved_since = models.DateTimeField(null=True, blank=True, help_text="When it said so first.")

    def __str__(self) -> str:
        return self.title or self.url


class Look(models.Model):
    """One poll of a source and its outcome: the source's health over time."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="looks")
    at = models.DateTimeField(db_index=True)
    code = models.CharField(max_length=40)
    detail = models.CharField(max_length=500, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    shown = models.PositiveIntegerField(default=0, help_text="Entries the source showed.")
    new = models.PositiveIntegerField(default=0, help_text="Entries not met before.")

    def __str__(self) -> str:
        return f"{self.source_id} {self.code}"


class Discovery(Leased):
    """An address at which somebody looks for sources, and what the worker found there."""

    url = models.CharField(max_length=2000)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True, help_text="Empty: the worker has not looked yet.")
    code = models.CharField(max_length=40, blank=True, help_text="What came of it, see kernel/reasons.")
    detail = models.CharField(max_length=500, blank=True)
    found = models.JSONField(default=list, help_text="The sources found there, see ports.FoundSource.")

    class Meta:
        verbose_name_plural = "discoveries"
        indexes = [
            models.Index(fields=["at"], name="discovery_waiting", condition=models.Q(done_at=None)),
            models.Index(fields=["url"], name="discovery_url"),
        ]

    def __str__(self) -> str:
        return self.url


class Subscription(Leased):
    """A WebSub subscription: the hub pushes updates, so that we poll less (W3C WebSub, 2018)."""

    class State(models.TextChoices):
        WANTED = "wanted"
        ASKED = "asked"
        LIVE = "live"
        REFUSED = "refused"
        ENDING = "ending"

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="subscription")
    hub = models.CharField(max_length=2000)
    topic = models.CharField(max_length=2000, help_text="What the source calls itself; the hub knows it by this.")
    token = models.CharField(max_length=64, unique=True, help_text="The last part of our callback's address.")
    secret = EncryptedField(help_text="Signs what the hub sends.")
    state = models.CharField(max_length=8, choices=State, default=State.WANTED)
    detail = models.CharField(max_length=500, blank=True)
    failures = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField(db_index=True, help_text="When to ask the hub (again).")
    expires_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.topic


class Push(Leased):
    """What a hub sent and we have not read yet. The row is deleted once read."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="pushes")
    at = models.DateTimeField()
    content_type = models.CharField(max_length=200, blank=True)
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.source_id} {self.at}"


class Host(models.Model):
    """The politeness state of one host, shared by all workers: one request at a time, none before `quiet_until`."""

    name = models.CharField(max_length=253, primary_key=True)
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    quiet_until = models.DateTimeField(null=True, help_text="Until then it wants not to be asked (Retry-After).")

    def __str__(self) -> str:
        return self.name


class Robots(models.Model):
    """The robots.txt of one origin, shared by all workers (RFC 9309)."""

    origin = models.CharField(max_length=300, primary_key=True)
    text = models.TextField(blank=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return self.origin
