"""Lists know in how many things a clip's reports differ, without reading the document."""

from django.db import migrations, models
from django.db.models import Q


def count_disagreements(apps, schema_editor):
    clips = apps.get_model("clips", "Clip").objects.filter(document__disagreements__0__isnull=False)
    for clip in clips.only("pk", "document").iterator(500):
        clip.disagreements = len(clip.document["disagreements"])
        clip.save(update_fields=["disagreements"])


class Migration(migrations.Migration):
    atomic = False  # PostgreSQL indexes no table that the same transaction wrote to

    dependencies = [("clips", "0018_mentions")]

    operations = [
        migrations.AddField(
            "clip",
            "disagreements",
            models.PositiveSmallIntegerField(default=0, db_default=0, help_text="How many; 0 = none."),
        ),
        migrations.RunPython(count_disagreements, migrations.RunPython.noop),
        migrations.AddIndex(
            "clip",
            models.Index(fields=["-published", "-id"], name="clip_disagreeing", condition=Q(disagreements__gt=0)),
        ),
    ]
