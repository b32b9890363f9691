from django.contrib.auth.models import AbstractUser
from django.db import models

from newsclip.db.encrypted_fields import EncryptedField


class Reader(AbstractUser):
    """A person with an account."""

    class Edition(models.TextChoices):
        NONE = "", "no mail edition"
        DAILY = "daily", "every day"
        WEEKLY = "weekly", "once a week"

    class Waits(models.TextChoices):
        NOTHING = "", "nothing"
        MAIL = "mail", "its address to be confirmed"
        APPROVAL = "approval", "a moderator's approval"

    invited_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_moderator = models.BooleanField(default=False)
    suspended_until = models.DateTimeField(null=True, blank=True, help_text="May read, not write, until then.")
    about = models.CharField(max_length=500, blank=True)
    edition = models.CharField(max_length=10, choices=Edition, blank=True, default=Edition.NONE)
    edition_at = models.DateTimeField(null=True, blank=True, help_text="When the last edition was due.")
    notices_by_mail = models.BooleanField(default=False)
    keeps_readings = models.BooleanField(
        default=True, db_default=True, help_text="False: what it reads is not kept, so nothing is shown as read."
    )
    language = models.CharField(max_length=8, blank=True, help_text="Of mail; empty: the site's own.")
    valued = models.FloatField(
        default=0, editable=False, help_text="People who valued what it did, by their weights; see account_weight."
    )
    waits = models.CharField(
        max_length=10, choices=Waits, blank=True, help_text="For what a new account waits that may read, not write."
    )
    counts = models.BooleanField(default=True, help_text="False: nothing that it does moves anything.")
    reset_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When a password was set by less than the account's factors."
    )
    leaving_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="When they asked to be deleted.")

    class Meta(AbstractUser.Meta):
        indexes = [
            models.Index(fields=["edition", "edition_at"], name="reader_edition"),
            models.Index(fields=["date_joined"], name="reader_waits", condition=models.Q(waits="approval")),
            models.Index(fields=["leaving_at"], name="reader_leaving", condition=models.Q(leaving_at__isnull=False)),
        ]

    @property
    def moderates(self) -> bool:
        """Moderators do, and staff too."""
        return self.is_moderator or self.is_staff


class Invitation(models.Model):
    """A link that lets one person sign up. Who invited whom is public."""

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="invitations")
    code = EncryptedField()
    digest = models.CharField(max_length=64, unique=True, help_text="Of the code, which is found by it.")
    made_at = models.DateTimeField()
    used_by = models.OneToOneField(Reader, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"by {self.reader_id}"


class CacheEntry(models.Model):
    """A row of Django's database cache, shared by all processes: rate limits."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "cache entries"

    def __str__(self) -> str:
        return self.cache_key


class Token(models.Model):
    """Lets a program act for a reader within its scopes. Only a digest of the secret is stored."""

    class Scope(models.TextChoices):
        READ = "read", "read what you follow, mute and were told"
        VOTE = "vote", "vote"
        COMMENT = "comment", "comment"
        FOLLOW = "follow", "follow and mute"
        SUBMIT = "submit", "submit links"
        COLLECT = "collect", "keep collections"
        SUGGEST = "suggest", "suggest changes and challenge sentences"
        FLAG = "flag", "report to moderators, and appeal"
        FEED = "feed", "read your own feeds, by their address"
        ACCOUNT = "account", "change your settings and take your data along"
        SUBSCRIBE = "subscribe", "add webhooks and browsers that are told"
        MODERATE = "moderate", "moderate, where you are a moderator"

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    factor = models.ForeignKey(
        "mfa.Authenticator", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text="Shown in the session that made it; empty once the account has it no more.",
    )  # fmt: skip

    def __str__(self) -> str:
        return self.name
