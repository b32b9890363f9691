"""Tables for coordination between workers."""

from django.db import models

from newsclip.db.leases import Leased


class Duty(Leased):
    """A step that only one worker at a time may run: the row is its lock."""

    name = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.name


class Heartbeat(models.Model):
    """A running worker: its last heartbeat, and the last result of each kind of work."""

    worker = models.CharField(max_length=200, unique=True, help_text="Its machine and process.")
    began = models.DateTimeField()
    at = models.DateTimeField()
    doing = models.CharField(max_length=60, help_text="The step that it had begun.")
    done = models.JSONField(default=dict, help_text='When something last came of it, by kind: {"clips": "2026-…"}.')

    def __str__(self) -> str:
        return f"{self.worker} at {self.doing}"


class RequiredMigration(models.Model):
    """A migration that a release must know to run on these tables. The release that migrated them wrote it here; one
    that lacks any of them does not start.
    """

    app = models.CharField(max_length=60)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("app", "name"), name="required_migration_once"),)

    def __str__(self) -> str:
        return f"{self.app} {self.name}"
