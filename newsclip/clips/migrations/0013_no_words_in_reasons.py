"""Reasons that hold words of sentences and of articles keep where they stand in the sentence, or nothing."""

from django.db import migrations


def without_words(reasons, sentence):
    """The reasons, each text among their parameters as {start, end} in the sentence, or None where it is not there."""
    return [one | {"params": {name: _place(value, sentence) for name, value in one["params"].items()}} for one in reasons]


def _place(value, sentence):
    if isinstance(value, list):
        return [_place(one, sentence) for one in value]
    if not isinstance(value, str):
        return value
    start = sentence.find(value) if value else -1
    return {"start": start, "end": start + len(value)} if start >= 0 else None


def forget_words(apps, schema_editor):
    for row in apps.get_model("clips", "Correction").objects.iterator(500):
        sentence = row.sentences[0]["before"] if row.sentences else ""
        row.reasons = without_words(row.reasons, sentence)
        row.save(update_fields=["reasons"])


class Migration(migrations.Migration):
    dependencies = [("clips", "0012_overruns")]

    operations = [migrations.RunPython(forget_words, migrations.RunPython.noop)]
