from django.db import models

from newsclip.db.encrypted_fields import EncryptedField
from newsclip.db.leases import Leased


class Subscription(models.Model):
    """An address that receives updates: a webhook, a browser (Web Push) or a hub (WebSub)."""

    class Kind(models.TextChoices):
        WEBHOOK = "webhook"
        PUSH = "push"
        HUB = "hub"

    class Event(models.TextChoices):
        CLIP = "clip", "a clip is published or changed"
        CORRECTION = "correction", "a clip is corrected or withdrawn"
        NOTICE = "notice", "you are told something"

    reader = models.ForeignKey(
        "accounts.Reader", null=True, on_delete=models.CASCADE, related_name="+", help_text="Empty: the site's own hub."
    )
    kind = models.CharField(max_length=8, choices=Kind)
    url = models.CharField(max_length=2000)
    secret = EncryptedField(blank=True, help_text="What a webhook's deliveries are signed with.")
    keys = models.JSONField(default=dict, help_text="What a browser's pushes are encrypted with: p256dh, auth.")
    events = models.JSONField(default=list)
    made_at = models.DateTimeField()
    of_clips = models.BooleanField(default=False, help_text="Clips or corrections are among its events.")
    seen_at = models.DateTimeField(help_text="What came until then was looked at.")
    woken_at = models.DateTimeField(
        null=True, blank=True, help_text="When its reader was told something that was not looked at for it yet."
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_for = models.CharField(max_length=40, blank=True, help_text="See kernel/reasons.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "url"], name="subscribed_once")]
        indexes = [
            models.Index(
                fields=["woken_at"], name="subscription_woken",
                condition=models.Q(woken_at__isnull=False, ended_at=None),
            ),
            models.Index(
                fields=["seen_at"], name="subscription_of_clips", condition=models.Q(of_clips=True, ended_at=None)
            ),
            models.Index(fields=["ended_at"], name="subscription_ended", condition=models.Q(ended_at__isnull=False)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} of {self.reader_id}"


class Delivery(Leased):
    """One message to one subscription; retried with growing waits until accepted."""

    # Found by the unique constraint's index; another one would only cost writes.
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    key = models.CharField(max_length=100, help_text="The same thing is told to a subscription once.")
    body = models.JSONField()
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=40, blank=True, help_text="What the last try gave, see kernel/reasons.")
    done_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken, or given up.")

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint(fields=["subscription", "key"], name="delivered_once")]
        indexes = [
            models.Index(fields=["due_at"], name="delivery_due", condition=models.Q(done_at=None)),
            models.Index(fields=["done_at"], name="delivery_done", condition=models.Q(done_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.key} to {self.subscription_id}"
