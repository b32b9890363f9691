"""Lists know whether a headline is in a language model's own words, without reading the document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clips", "0015_attempt_bases")]

    operations = [
        migrations.AddField(
            "clip",
            "headline_judged",
            models.BooleanField(default=False, help_text="It is in a language model's own words."),
        ),
        migrations.AlterField(
            "clip",
            "summary",
            models.TextField(help_text="The text of its card: no sentence in a language model's own words."),
        ),
    ]
