import re
from collections.abc import Iterator, Mapping
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# What was kept in English words becomes codes. Of a sentence that quoted a publisher only what it was about is kept:
# the words stood for spans of revisions that nobody noted, and may be words that were taken down since.
_WHOLE = {
    "One more article joined.": "article_joined",
    "One article left the story.": "article_left",
    "First version.": "first_version",
    "The writer works differently now.": "writer_changed",
    "Readers gave it another headline.": "headline_by_readers",
    "Readers gave it other hashtags.": "hashtags_by_readers",
    "What readers wanted, another headline, was taken back.": "headline_taken_back",
    "What readers wanted, other hashtags, was taken back.": "hashtags_taken_back",
    "The clip was withdrawn.": "clip_withdrawn",
    "The clip is published again: its story was written anew.": "clip_restored",
    "A reader doubted a sentence, and it did not stand.": "sentence_doubted",
    "It was checked again, and rests on the publisher's words that it cites.": "sentence_stands",
    "The sentence does not rest on the passages it cites.": "not_supported",
    "The story's articles give too little to write a clip from.": "too_thin",
    "The page is an offer, a puzzle or the like and reports nothing.": "not_news",
    "It was old and told by no clip; its text is no longer kept.": "forgotten",
    "Its publisher asked that it be taken down.": "taken_down",
    "The publisher's words are no longer what this rests on.": "passage_lost",
    "The passage says the same words in another order.": "other_order",
    "Words were left out in the middle of a clause.": "left_out_within_clause",
    "Two sentences of the passage were run together.": "sentences_run_together",
    "There is no article that it could rest on.": "no_article",
    "There are no words to check.": "no_words",
}
_NUMBERS = {word: number for number, word in enumerate("no one two three four five six seven eight nine ten".split())}
_COUNTED = (
    (re.compile(r"(\w+) more articles joined\."), "articles_joined", "count"),
    (re.compile(r"(\w+) articles left the story\."), "articles_left", "count"),
    (re.compile(r"Its articles are now story (\d+)\."), "story_split", "story"),
    (re.compile(r"It is now part of story (\d+)\."), "story_merged", "story"),
)
_NAMED = (
    (re.compile(r"An article of (.{1,300}?) was found to tell another story\."), "article_moved"),
    (re.compile(r"(.{1,300}?) took its article back\."), "article_taken_back"),
    (re.compile(r"(.{1,300}?) changed other parts of its article\."), "article_changed_elsewhere"),
    (re.compile(r"(.{1,300}?) changed its article\."), "article_changed"),
    (re.compile(r"(.{1,300}?) asked that its words be taken down\."), "publisher_took_down"),
    (re.compile(r"(.{1,300}?) allows fewer words to be shown\."), "publisher_allows_less"),
    (re.compile(r"Another part of (.{1,300}?)'s article may be shown\."), "article_shown_otherwise"),
)
_QUOTING = re.compile(r"(.{1,300}?) (?:changed|left out|added|no longer says|put a sentence otherwise)\b")
_OF_KIND = {
    "revised": "article_changed",
    "taken back": "article_taken_back",
    "moved": "article_moved",
    "withdrawn": "clip_withdrawn",
    "restored": "clip_restored",
    "challenged": "sentence_doubted",
}
type Names = Mapping[str, list[int]]


def codes(prose: str, names: Names) -> list[dict[str, Any]]:
    """The reasons that these words say, as far as they are known; none of them holds any of the words."""
    return [{"code": code, "params": params} for code, params in _read(" ".join(prose.split()), names)]


def _read(rest: str, names: Names) -> Iterator[tuple[str, dict[str, Any]]]:
    while rest:
        code, params, end = _next(rest, names)
        if code:
            yield code, params
        rest = rest[end:].lstrip() if end else ""


def _next(rest: str, names: Names) -> tuple[str, dict[str, Any], int]:
    """The code and the parameters of the first sentence, and where it ends; 0 where nobody knows."""
    for sentence, code in _WHOLE.items():
        if rest.startswith(sentence):
            return code, {}, len(sentence)
    for pattern, code, name in _COUNTED:
        if found := pattern.match(rest):
            word = found[1].lower()
            number = _NUMBERS.get(word, int(word) if word.isdecimal() else 0)
            return (code, {name: number}, found.end()) if number else ("", {}, found.end())
    for pattern, code in _NAMED:
        if (found := pattern.match(rest)) and not _QUOTING.match(found[1] + " "):
            return code, _who(found[1], names), found.end()
    if found := _QUOTING.match(rest):
        return "article_changed", _who(found[1], names), 0
    return "", {}, 0


def _who(name: str, names: Names) -> dict[str, Any]:
    articles = names.get(name, [])
    return {"who": {"article": articles[0]}} if len(articles) == 1 else {}


def _names(*documents: dict[str, Any]) -> Names:
    found: dict[str, list[int]] = {}
    for document in documents:
        for source in document.get("sources", ()):
            known = found.setdefault(source["publisher"], [])
            if int(source["article"]) not in known:
                known.append(int(source["article"]))
    return found


def to_codes(apps, schema_editor):
    ClipVersion, Correction = apps.get_model("clips", "ClipVersion"), apps.get_model("clips", "Correction")
    Clip, ClipArticle = apps.get_model("clips", "Clip"), apps.get_model("clips", "ClipArticle")
    known = set(apps.get_model("articles", "Article").objects.values_list("pk", flat=True))
    for clip in Clip.objects.only("document").iterator(100):
        documents = [clip.document]
        for version in ClipVersion.objects.filter(clip=clip):
            documents.append(version.document)
            if version.reason:
                kept = codes(version.reason, _names(version.document, clip.document))
                version.reasons = kept or [{"code": "rewritten", "params": {}}]
                version.save(update_fields=["reasons"])
        names = _names(*documents)
        for row in Correction.objects.filter(clip=clip):
            row.reasons = codes(row.reason, names) or [{"code": _OF_KIND[row.kind], "params": {}}]
            row.save(update_fields=["reasons"])
        named = {pk for articles in names.values() for pk in articles} & known
        ClipArticle.objects.bulk_create([ClipArticle(clip_id=clip.pk, article_id=pk) for pk in sorted(named)])
    for name in ("Assignment", "Attempt"):
        apps.get_model("clips", name).objects.filter(Q(code="not_supported")).update(detail="")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_find_what_was_found_lately"),
        ("clips", "0009_dead_letters"),
    ]

    operations = [
        migrations.AddField(
            model_name="clipversion",
            name="reasons",
            field=models.JSONField(
                default=list, help_text="Why it was written: [{code, params}], see kernel/reasons."
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="reasons",
            field=models.JSONField(default=list, help_text="[{code, params}], see kernel/reasons."),
        ),
        migrations.CreateModel(
            name="ClipArticle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "clip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clips.clip"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("clip", "article"), name="article_of_clip_once")
                ],
            },
        ),
        migrations.RunPython(to_codes, migrations.RunPython.noop),
    ]
