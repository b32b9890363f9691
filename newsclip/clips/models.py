from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from newsclip.db.leases import LEASE, Tried
from newsclip.kernel.reasons import Reason
from newsclip.kernel.reasons.undone_corrections import called_undone
from newsclip.kernel.spans import digest_of
from newsclip.options import OPTIONS

# A model may be asked twice, and each time twice over.
HOLD = max(LEASE, timedelta(seconds=4 * OPTIONS.llm.seconds)) if OPTIONS.writer == "llm" else LEASE


class Assignment(Tried):
    """A story that a writer was given: which version of it, and what came of it."""

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="+")
    story_version = models.PositiveIntegerField(default=0, help_text="The version last worked on.")
    gone = models.PositiveIntegerField(default=0, help_text="How many of its articles were gone by then.")
    tried_version = models.PositiveIntegerField(default=0, help_text="The version whose tries are counted.")
    code = models.CharField(max_length=40, blank=True, help_text="What came of it, see kernel/reasons.")
    detail = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0, help_text="How often the language model failed in a row.")
    retry_at = models.DateTimeField(null=True, blank=True, help_text="When the model is asked again.")

    class Meta:
        indexes = [
            models.Index(fields=["retry_at"], name="assignment_to_retry", condition=Q(retry_at__isnull=False)),
            models.Index(fields=["id"], name="assignment_dead_letter", condition=Q(dead_letter__gt="")),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} v{self.story_version} {self.code}"


class Clip(models.Model):
    """What we publish about a story: the newest version of its document, and what lists ask for.

    A withdrawn one keeps its address, which says why; no list shows it. So does one that a moderator took out.
    """

    class State(models.TextChoices):
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    story = models.OneToOneField("stories.Story", on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=120, unique=True)
    version = models.PositiveIntegerField(default=1)
    document = models.JSONField(help_text="newsclip/clip/1, see docs/reference/clip.schema.json.")
    headline = models.CharField(max_length=500)
    headline_judged = models.BooleanField(default=False, help_text="It is in a language model's own words.")
    summary = models.TextField(help_text="The text of its card: no sentence in a language model's own words.")
    category = models.CharField(max_length=40)
    language = models.CharField(max_length=12, blank=True)
    reports = models.PositiveIntegerField(default=1)
    disagreements = models.PositiveSmallIntegerField(default=0, db_default=0, help_text="How many; 0 = none.")
    image = models.CharField(max_length=2000, blank=True, help_text="Address of the lead picture at its publisher.")
    published = models.DateTimeField()
    updated = models.DateTimeField()
    digest = models.CharField(max_length=64)
    indexed_version = models.PositiveIntegerField(default=0, help_text="The version that search was told of; 0 = none.")
    ranked_version = models.PositiveIntegerField(default=0, help_text="The version that its standing counts; 0 = none.")
    announced_version = models.PositiveIntegerField(default=0, help_text="The version that followers know; 0 = none.")
    named_version = models.PositiveIntegerField(default=0, help_text="The version that its mentions are of; 0 = none.")
    state = models.CharField(max_length=10, choices=State, default=State.PUBLISHED)
    code = models.CharField(max_length=40, blank=True, help_text="Why it was withdrawn, see kernel/reasons.")
    state_at = models.DateTimeField(null=True, blank=True, help_text="When it was withdrawn.")
    hidden = models.BooleanField(default=False, help_text="A moderator took its story out, see the moderation log.")

    class Meta:
        indexes = [
            models.Index(fields=["-published", "-id"], name="clip_newest"),
            models.Index(fields=["category", "-published", "-id"], name="clip_newest_in_category"),
            models.Index(fields=["-published", "-id"], name="clip_disagreeing", condition=Q(disagreements__gt=0)),
            models.Index(fields=["id"], name="clip_to_rank", condition=Q(ranked_version__lt=F("version"))),
            models.Index(fields=["id"], name="clip_to_index", condition=Q(indexed_version__lt=F("version"))),
            models.Index(fields=["id"], name="clip_to_announce", condition=Q(announced_version__lt=F("version"))),
            models.Index(fields=["id"], name="clip_to_name", condition=Q(named_version__lt=F("version"))),
        ]

    def __str__(self) -> str:
        return self.headline


class ClipVersion(models.Model):
    """Every version that was ever published, with the reason why it was written."""

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    document = models.JSONField()
    digest = models.CharField(max_length=64)
    reasons = models.JSONField(default=list, help_text="Why it was written: [{code, params}], see kernel/reasons.")
    at = models.DateTimeField()
    told: tuple[Reason, ...] = ()  # what the reasons say, see queries.with_words

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clip", "version"], name="one_document_a_version")]
        indexes = [models.Index(fields=["at"], name="version_at")]

    def __str__(self) -> str:
        return f"{self.clip_id} v{self.version}"

    @property
    def about(self) -> str:
        """No sentence: its reasons are about articles."""
        return ""


class ClipArticle(models.Model):
    """An article that some version of a clip named as a source: what a takedown asks for."""

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["clip", "article"], name="article_of_clip_once")]

    def __str__(self) -> str:
        return f"{self.clip_id} from {self.article_id}"


class Amendment(models.Model):
    """A headline or hashtags that readers wanted of every later version, or an article's sentence, taken out."""

    class Kind(models.TextChoices):
        HEADLINE = "headline"
        HASHTAGS = "hashtags"
        SENTENCE = "sentence"

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.JSONField(help_text="A list: the headline, the hashtags, or digests of passages.")
    by = models.CharField(max_length=60, help_text="What brought it about; receipts name it.")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "by"], name="amended_once")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.story_id}"


class Correction(models.Model):
    """Something that a clip no longer says, or says otherwise, because what it rested on changed."""

    class Kind(models.TextChoices):
        REVISED = "revised", "A publisher changed its article"
        TAKEN_BACK = "taken back", "A publisher withdrew its article"
        MOVED = "moved", "An article turned out to belong to another story"
        WITHDRAWN = "withdrawn", "The clip was withdrawn"
        RESTORED = "restored", "The clip is published again"
        CHALLENGED = "challenged", "A reader’s challenge was upheld"

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="corrections")
    version = models.PositiveIntegerField(help_text="The clip's version that put it right.")
    kind = models.CharField(max_length=12, choices=Kind)
    reasons = models.JSONField(default=list, help_text="[{code, params}], see kernel/reasons.")
    sentences = models.JSONField(default=list, help_text='What it said and says: [{"before", "after"}], "" = nothing.')
    at = models.DateTimeField(db_index=True)
    told: tuple[Reason, ...] = ()  # what the reasons say, see queries.with_words
    of_moderator = False  # a moderator changed the clip, see queries.unmuted_corrections

    def __str__(self) -> str:
        return f"{self.kind}: {self.clip_id} v{self.version}"

    @property
    def about(self) -> str:
        """The sentence that its reasons are about; "" where it is told no more."""
        return self.sentences[0]["before"] if self.sentences else ""

    @property
    def called(self) -> str:
        """Its kind in words, to be translated: a mistake that was undone has its own."""
        return called_undone([Reason.read(one) for one in self.reasons]) or self.get_kind_display()


class Answer(models.Model):
    """What a language model answered, as it came: clips are derived anew from it, and nothing is asked twice."""

    request = models.CharField(max_length=64, unique=True, help_text="SHA-256 of what was asked, and of whom.")
    digest = models.CharField(max_length=64, db_index=True, help_text="SHA-256 of the answer: receipts name it.")
    model = models.CharField(max_length=200)
    text = models.TextField()
    cut = models.BooleanField(default=False, help_text="It was cut at the length limit.")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.model} {self.digest[:12]}"


class Attempt(models.Model):
    """One attempt to write a clip with a language model: what became of what it said, and what it cost."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    model = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    code = models.CharField(max_length=40, help_text="What came of it, see kernel/reasons.")
    detail = models.CharField(max_length=500, blank=True)
    said = models.PositiveIntegerField(default=0, help_text="Sentences, headings and quotations that it offered.")
    refused = models.PositiveIntegerField(default=0, help_text="Of these, refused as first offered.")
    repaired = models.PositiveIntegerField(default=0, help_text="Of the refused, accepted when said again.")
    replaced = models.PositiveIntegerField(default=0, help_text="Of the refused, replaced by their passage.")
    bases = models.JSONField(default=dict, help_text="Sentences that the clip tells, by basis.")
    kinds = models.JSONField(default=dict, help_text="Of these, by kind of edit (docs/reference/edits.md).")
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=14, decimal_places=6, default=0, help_text="In the currency of the prices.")

    def __str__(self) -> str:
        return f"{self.story_id} {self.model} {self.code}"


class Exam(models.Model):
    """An exam that a judge sat to the end: the licence to ask it where it passed, as long as nothing ended it."""

    model = models.CharField(max_length=200)
    endpoint = models.CharField(max_length=500)
    prompt = models.CharField(max_length=20, help_text="The version of the question, see writing/judging.")
    form = models.CharField(max_length=20, blank=True, help_text="The request that its server took.")
    at = models.DateTimeField(db_index=True)
    true = models.PositiveIntegerField(help_text="Items that their passages bear.")
    true_accepted = models.PositiveIntegerField(help_text="Of these, answered yes.")
    wrong = models.PositiveIntegerField(help_text="Items that are subtly wrong.")
    wrong_passed = models.PositiveIntegerField(help_text="Of these, answered yes.")
    canaries = models.PositiveIntegerField(default=0, help_text="Wrong items asked in daily work since then.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it let a canary pass.")
    ended_by = models.CharField(max_length=20, blank=True, help_text="The canary, see writing/judging.")

    def __str__(self) -> str:
        return f"{self.model} {self.at:%Y-%m-%d}"


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


class Mention(models.Model):
    """Where a clip's newest version has a name: it quotes its bearer, or a hashtag (then without text) names it."""

    class Kind(models.TextChoices):
        PERSON = "person"
        PLACE = "place"
        BODY = "body"
        OTHER = "other"

    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="mentions")
    key = models.CharField(max_length=120, help_text="The name's address.")
    last = models.CharField(max_length=120, db_index=True, help_text="The last word of the key: what a search may be.")
    bearer = models.BigIntegerField(help_text="The oldest story of those whose texts tell that it is the same one.")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=200, help_text="In full, as the story writes it.")
    role = models.CharField(max_length=300, blank=True, help_text="As the publisher gives it.")
    text = models.TextField(blank=True, help_text="The quotation.")
    hashtag = models.CharField(max_length=80, blank=True, db_index=True, help_text="The key of the hashtag.")
    article = models.ForeignKey("articles.Article", null=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(help_text="When the article with the quotation came out, or else the clip.")

    class Meta:
        indexes = [
            models.Index(fields=["key", "-at", "-id"], name="mention_newest_of_name"),
            models.Index(fields=["key", "bearer", "-at", "-id"], name="mention_newest_of_bearer"),
            models.Index(fields=["-at", "-id"], name="mention_newest_quotation", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.clip_id}"

    @property
    def said(self) -> str:
        """What pages call the quotation by, as they do a clip's sentences."""
        return digest_of(self.text)


class Redirect(models.Model):
    """An address that a clip once had. A slug never dies. (A merged story's clip keeps its own row and address.)"""

    slug = models.SlugField(max_length=120, unique=True)
    clip = models.ForeignKey(Clip, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.slug
