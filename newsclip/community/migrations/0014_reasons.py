import re

from django.db import migrations, models

# What came of suggestions and doubts was kept in English words, and notices repeated what corrections said.
_STANDS = "It was checked again, and rests on the publisher's words that it cites."
_STORY = re.compile(r"(?:Its articles are now|It is now part of) story (\d+)\.")
_REFUSED = {
    "There is no such thing here.": "unknown",
    "These two stories cannot be merged.": "not_mergeable",
    "The story cannot be split so.": "not_splittable",
    "It is gone already.": "already_gone",
}
_KEY = re.compile(r"clip (\d+) v(\d+) (\d+)")
_CORRECTION = "Corrected: %(reason)s"
_HELP = "What came of it: [{code, params}], see kernel/reasons."


def _reason(code, **params):
    return [{"code": code, "params": params}]


def _outcome(idea):
    if found := _STORY.match(idea.outcome):
        return _reason("story_split" if idea.kind == "split" else "story_merged", story=int(found[1]))
    if idea.state in {"applied", "undone"} and idea.kind == "headline":
        return _reason("headline_wanted", words=idea.wanted.get("headline", ""))
    if idea.state in {"applied", "undone"} and idea.kind == "hashtags":
        return _reason("hashtags_wanted", words=" ".join(f"#{tag}" for tag in idea.wanted.get("hashtags", ())))
    return _reason(next((code for told, code in _REFUSED.items() if idea.outcome.startswith(told)), "not_supported"))


def to_codes(apps, schema_editor):
    for idea in apps.get_model("community", "Suggestion").objects.exclude(outcome="").iterator(500):
        idea.reasons = _outcome(idea)
        idea.save(update_fields=["reasons"])
    for doubt in apps.get_model("community", "Challenge").objects.exclude(outcome="").iterator(500):
        doubt.reasons = _reason("sentence_stands" if doubt.outcome == _STANDS else "not_supported")
        doubt.save(update_fields=["reasons"])
    corrections = apps.get_model("clips", "Correction").objects.order_by("-at", "-pk")
    for notice in apps.get_model("community", "Notice").objects.filter(kind="correction").iterator(500):
        key = _KEY.fullmatch(notice.key)
        told = list(corrections.filter(clip=key[1], version__lte=key[2])[: int(key[3]) + 1]) if key else []
        if told:
            notice.sentence, notice.given, notice.words = _CORRECTION, {"correction": told[-1].pk}, ""
            notice.save(update_fields=["sentence", "given", "words"])
        else:
            notice.delete()  # what it told of is not known any more


class Migration(migrations.Migration):
    dependencies = [
        ("clips", "0010_reasons"),
        ("community", "0013_weights"),
    ]

    operations = [
        migrations.AddField("suggestion", "reasons", models.JSONField(default=list, help_text=_HELP)),
        migrations.AddField("challenge", "reasons", models.JSONField(default=list, help_text=_HELP)),
        migrations.RunPython(to_codes, migrations.RunPython.noop),
    ]
