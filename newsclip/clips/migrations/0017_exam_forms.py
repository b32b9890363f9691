"""An exam is for one form of asking: one sat before these were told apart has none, and lapses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clips", "0016_judged_headlines")]

    operations = [
        migrations.AddField(
            "exam",
            "form",
            models.CharField(blank=True, default="", help_text="The request that its server took.", max_length=20),
            preserve_default=False,
        ),
    ]
