"""Reasons hold no words, see the step of the same name of clips."""

from importlib import import_module

from django.db import migrations

without_words = import_module("newsclip.clips.migrations.0013_no_words_in_reasons").without_words


def forget_words(apps, schema_editor):
    for doubt in apps.get_model("community", "Challenge").objects.iterator(500):
        doubt.reasons = without_words(doubt.reasons, doubt.sentence)
        doubt.save(update_fields=["reasons"])
    for idea in apps.get_model("community", "Suggestion").objects.iterator(500):
        wanted = str(idea.wanted.get("headline", "")) or " ".join(idea.wanted.get("hashtags", ()))
        idea.reasons = without_words(idea.reasons, wanted)
        idea.save(update_fields=["reasons"])


class Migration(migrations.Migration):
    dependencies = [("community", "0020_no_headlines_in_the_log"), ("clips", "0013_no_words_in_reasons")]

    operations = [migrations.RunPython(forget_words, migrations.RunPython.noop)]
