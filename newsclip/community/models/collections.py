from django.db import models

_READER = "accounts.Reader"
_STORY = "stories.Story"
READ_LATER = ("read-later", "_read-later")
"""The slugs of the private collection that “Save” puts stories into; its title is in the language of who began it.
The second is for who has a public collection at the first; no title leads to it."""


class Collection(models.Model):
    """Stories that a reader keeps together, privately or in public."""

    reader = models.ForeignKey(_READER, on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=500, blank=True)
    public = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "slug"], name="one_collection_a_slug")]

    def __str__(self) -> str:
        return self.title


class Collected(models.Model):
    """A story's place in a collection."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="collected")
    story = models.ForeignKey(_STORY, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "story"], name="collected_once")]
        indexes = [models.Index(fields=["collection", "-at"], name="collected_newest")]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.collection_id}"
