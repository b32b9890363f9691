from typing import TYPE_CHECKING

from django.db import models
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from newsclip.community.models.contributions import Suggestion

_READER = "accounts.Reader"


class Target(models.TextChoices):
    """What can be flagged or acted on; the key is an ID, a domain or a lower-case hashtag."""

    STORY = "story"
    COMMENT = "comment"
    READER = "reader"
    DOMAIN = "domain"
    HASHTAG = "hashtag"


class Flag(models.Model):
    """A reader asks a moderator to look."""

    class Reason(models.TextChoices):
        SPAM = "spam", "advertising"
        ABUSE = "abuse", "it attacks somebody"
        OFF_TOPIC = "off_topic", "off topic"
        WRONG = "wrong", "wrong or misleading"
        FOREIGN = "foreign", "an article does not belong here"
        SAME_EVENT = "same_event", "the same event as another story"
        PRIVATE = "private", "it shows something private"
        ILLEGAL = "illegal", "against the law"
        OTHER = "other", "something else"
        HELD = "held", "held by a rule"
        DOUBT = "doubt", "a challenge to a sentence"

    reader = models.ForeignKey(
        _READER, null=True, on_delete=models.SET_NULL, related_name="+", help_text="Empty: a rule raised it."
    )
    kind = models.CharField(max_length=10, choices=Target)
    key = models.CharField(max_length=200)
    reason = models.CharField(max_length=10, choices=Reason)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    weight = models.FloatField(default=1, help_text="What it counts for, 0 to 1; 1 of a rule.")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "kind", "key"], name="flagged_once")]
        indexes = [models.Index(fields=["kind", "key"], name="flag_open", condition=models.Q(closed_at=None))]

    def __str__(self) -> str:
        return f"{self.reason}: {self.kind} {self.key}"

    @classmethod
    def reasons_for(cls, kind: str) -> list[str]:
        """What a reader may say is wrong with this kind of target."""
        of_stories = {cls.Reason.FOREIGN, cls.Reason.SAME_EVENT}
        without = {cls.Reason.HELD, cls.Reason.DOUBT} | ({cls.Reason.OFF_TOPIC} if kind == Target.STORY else of_stories)
        return [reason.value for reason in cls.Reason if reason not in without]


class Action(models.Model):
    """What a moderator did, to what and why: the public log. Immutable; reverting is another action."""

    class Kind(models.TextChoices):
        REMOVE = "remove", "removed"
        RESTORE = "restore", "restored"
        LOCK = "lock", "locked the discussion of"
        UNLOCK = "unlock", "opened the discussion of"
        MERGE = "merge", "merged"
        SPLIT = "split", "split"
        MOVE = "move", "moved articles:"
        KEEP_APART = "keep_apart", "kept apart"
        KEEP_IN = "keep_in", "kept an article in"
        UNDO = "undo", "undid a change to"
        WARN = "warn", "warned"
        SUSPEND = "suspend", "suspended"
        UNSUSPEND = "unsuspend", "ended the suspension of"
        BAN = "ban", "banned"
        UNBAN = "unban", "unbanned"
        HOLD = "hold", "held back"
        APPROVE = "approve", "approved"
        PIN = "pin", "pinned to the front page"
        UNPIN = "unpin", "unpinned from the front page"
        DISMISS = "dismiss", "dismissed readers’ reports about"
        REOPEN = "reopen", "reopened readers’ reports about"
        APPLY = "apply", "carried out a suggestion for"
        REFUSE = "refuse", "refused a suggestion for"
        CHANGE = "change", "changed the headline or the hashtags of"
        TAKE_OUT = "take_out", "took a sentence out of"
        DISCOUNT = "discount", "no longer counts what was done by"
        COUNT = "count", "counts again what was done by"
        CLOSE = "close", "closed the account of"
        OPEN = "open", "opened the account of"
        ADD_SOURCE = "add_source", "added a source of"
        NO_SOURCE = "no_source", "declined a source of"
        PAUSE_SOURCE = "pause_src", "paused a source of"
        RESUME_SOURCE = "resume_src", "resumed a source of"
        END_SOURCE = "end_source", "removed a source of"
        GIVE_MODERATOR = "give_mod", "gave a moderator’s rights to"
        TAKE_MODERATOR = "take_mod", "took a moderator’s rights from"
        GIVE_STAFF = "give_staff", "gave a staff member’s rights to"
        TAKE_STAFF = "take_staff", "took a staff member’s rights from"
        GIVE_ALL = "give_all", "gave every right to"
        TAKE_ALL = "take_all", "removed all rights from"

    moderator = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=150, help_text="The moderator's name when it was done.")
    kind = models.CharField(max_length=10, choices=Kind)
    target = models.CharField(max_length=10, choices=Target)
    key = models.CharField(max_length=200)
    label = models.CharField(
        max_length=300,
        blank=True,
        help_text="What it was called when it was done; a story is called as it is now. Of an article kept in: its ID.",
    )
    gone = models.CharField(
        max_length=200,
        blank=True,
        help_text="The key of the story that was merged into this one, or kept apart from it.",
    )
    reason = models.CharField(max_length=500)
    detail = models.JSONField(
        default=dict,
        db_default=models.Value({}, models.JSONField()),
        blank=True,
        help_text="Of a suggestion: its ID, {what} it changes, {old} and {new} words as they were then, and {why}.",
    )
    until = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    called = ""  # its name on pages, see queries.named
    titles: dict[str, str] = {}  # of stories: by key what each was called then
    joined = ""  # how a sentence names both of two stories, with places for {gone} and {kept}
    links: SafeString | str = ""  # what it is about, each of two stories with a link
    deed = ""  # what was done, in words
    change = ""  # which words of a clip, from what to what
    idea: "Suggestion | None" = None  # that another made, and that it decides about
    address = ""  # of what it is about, on this site
    taken_back_by = ""  # the kind of action that pages offer to moderators
    is_out = False  # it took a sentence out, and nobody put it back
    is_kept = False  # it keeps stories as they are, and nobody undid it
    over = False  # it put something in force that no longer is
    undo_suggestion = undo_event = 0  # the suggestion, or the event of a story, that can be undone

    class Meta:
        indexes = [
            models.Index(fields=["-at"], name="action_newest"),
            models.Index(fields=["target", "key"], name="action_key"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.kind} {self.target} {self.key}"

    @property
    def agrees(self) -> bool:
        """Whether it closed reports because they are right."""
        return self.kind == self.Kind.DISMISS and bool(self.detail.get("agrees"))


class Restriction(models.Model):
    """What is in force: a lock, removal, ban, hold or pin. One row per target and kind."""

    target = models.CharField(max_length=10, choices=Target)
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Action.Kind)
    until = models.DateTimeField(null=True, blank=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "key", "kind"], name="one_restriction")]
        indexes = [models.Index(fields=["until"], name="restriction_ends", condition=models.Q(until__isnull=False))]

    def __str__(self) -> str:
        return f"{self.kind} {self.target} {self.key}"


class Appeal(models.Model):
    """The person whom an action concerns asks for a review."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="appeal")
    reader = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    upheld = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(_READER, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"appeal against {self.action_id}"
