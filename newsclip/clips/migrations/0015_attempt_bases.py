"""Attempts keep on what bases the sentences of the clip stand, and what edits were made to them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clips", "0014_judge_exams")]

    operations = [
        migrations.AddField(
            "attempt", "bases", models.JSONField(default=dict, help_text="Sentences that the clip tells, by basis.")
        ),
        migrations.AddField(
            "attempt",
            "kinds",
            models.JSONField(default=dict, help_text="Of these, by kind of edit (docs/reference/edits.md)."),
        ),
    ]
