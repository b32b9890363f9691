"""Counts in how many things the reports of each clip differ. Apart from 0019, as each is one transaction: PostgreSQL
indexes no table that the same transaction wrote to.
"""

from django.db import migrations


def count_disagreements(apps, schema_editor):
    clips = apps.get_model("clips", "Clip").objects.filter(document__disagreements__0__isnull=False)
    for clip in clips.only("pk", "document").iterator(500):
        clip.disagreements = len(clip.document["disagreements"])
        clip.save(update_fields=["disagreements"])


class Migration(migrations.Migration):
    dependencies = [("clips", "0019_disagreements")]

    operations = [migrations.RunPython(count_disagreements, migrations.RunPython.noop)]
