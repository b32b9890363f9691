"""Lists know in how many things a clip's reports differ, without reading the document."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("clips", "0018_mentions")]

    operations = [
        migrations.AddField(
            "clip",
            "disagreements",
            models.PositiveSmallIntegerField(default=0, db_default=0, help_text="How many; 0 = none."),
        ),
        migrations.AddIndex(
            "clip",
            models.Index(fields=["-published", "-id"], name="clip_disagreeing", condition=Q(disagreements__gt=0)),
        ),
    ]
