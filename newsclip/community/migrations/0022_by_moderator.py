from django.db import migrations, models

READERS = "readers"  # in whose name the log says what readers carried out together


def by_moderators(apps, schema_editor):
    """Decisions of moderators who are still here, and of others those of which the public log tells."""
    suggestions = apps.get_model("community", "Suggestion").objects
    log = apps.get_model("community", "Action").objects.filter(target="story").exclude(moderator=None, name=READERS)
    suggestions.exclude(decided_by=None).update(by_moderator=True)
    for state, deed in (("refused", "refuse"), ("applied", "apply")):
        for one in suggestions.filter(state=state, decided_by=None).exclude(decided_at=None).iterator(500):
            if log.filter(kind=deed, key=str(one.story_id), at=one.decided_at).exists():
                suggestions.filter(pk=one.pk).update(by_moderator=True)


class Migration(migrations.Migration):
    dependencies = [("community", "0021_no_words_in_reasons")]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="by_moderator",
            field=models.BooleanField(
                default=False,
                help_text="A moderator carried it out or refused it; stands when that account is gone.",
            ),
        ),
        migrations.RunPython(by_moderators, migrations.RunPython.noop),
    ]
