from django.db import migrations, models

_KINDS = [
    ("hashtag", "Hashtag"),
    ("category", "Category"),
    ("source", "Source"),
    ("story", "Story"),
    ("person", "Person"),
    ("word", "Word"),
    ("name", "Name"),
    ("chain", "Chain"),
]


class Migration(migrations.Migration):
    """One more kind; the columns stay as they are."""

    dependencies = [("community", "0030_carried")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField("follow", "kind", models.CharField(choices=_KINDS, max_length=10)),
                migrations.AlterField("mute", "kind", models.CharField(choices=_KINDS, max_length=10)),
            ]
        ),
    ]
