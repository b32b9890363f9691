from django.db import models

from newsclip.leases import Leased


class Assignment(Leased):
    """A story that a writer was given: which version of it, and what came of it."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="+")
    story_version = models.PositiveIntegerField(default=0, help_text="The version last worked on.")
    code = models.CharField(max_length=40, blank=True, help_text="What came of it, see kernel/reasons.")
    detail = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.story_id} v{self.story_version} {self.code}"


class Clip(models.Model):
    """What we publish about a story: the newest version of its document, and what lists ask for."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=120, unique=True)
    version = models.PositiveIntegerField(default=1)
    document = models.JSONField(help_text="newsclip/clip/1, see docs/reference/clip.schema.json.")
    headline = models.CharField(max_length=500)
    summary = models.TextField()
    category = models.CharField(max_length=40, db_index=True)
    language = models.CharField(max_length=12, blank=True)
    reports = models.PositiveIntegerField(default=1)
    image = models.CharField(max_length=2000, blank=True, help_text="Address of the lead picture at its publisher.")
    published = models.DateTimeField(db_index=True)
    updated = models.DateTimeField()
    digest = models.CharField(max_length=64)
    indexed_version = models.PositiveIntegerField(default=0, help_text="The version that search knows; 0 = none.")

    class Meta:
        indexes = [models.Index(fields=["category", "-published"])]

    def __str__(self) -> str:
        return self.headline


class ClipVersion(models.Model):
    """Every version that was ever published, with the reason why it was written."""

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    document = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clip", "version"], name="one_document_a_version")]

    def __str__(self) -> str:
        return f"{self.clip_id} v{self.version}"


class Hashtag(models.Model):
    """One hashtag of one clip."""

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=80, help_text="In CamelCase, without the #.")
    key = models.CharField(max_length=80, db_index=True, help_text="The name in lower case: its address.")
    place = models.PositiveSmallIntegerField(help_text="Its place among the clip's hashtags, from 0.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clip", "key"], name="one_hashtag_a_clip")]
        ordering = ["place"]

    def __str__(self) -> str:
        return f"#{self.name}"


class Redirect(models.Model):
    """An address that a clip once had. A slug never dies."""

    slug = models.SlugField(max_length=120, unique=True)
    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.slug
