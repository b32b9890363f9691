from django.db import models

from newsclip.leases import Leased


class Publisher(models.Model):
    """The outlet behind one or more sources."""

    domain = models.CharField(max_length=253, unique=True)
    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    owner = models.CharField(max_length=200, blank=True, help_text="The group that owns it, where known.")

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

    def __str__(self) -> str:
        return self.title or self.url


class Look(models.Model):
    """One look at a source and what came of it: the source's health, in order."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="looks")
    at = models.DateTimeField(db_index=True)
    code = models.CharField(max_length=40)
    detail = models.CharField(max_length=500, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    shown = models.PositiveIntegerField(default=0, help_text="Entries the source showed.")
    new = models.PositiveIntegerField(default=0, help_text="Entries not met before.")

    def __str__(self) -> str:
        return f"{self.source_id} {self.code}"
