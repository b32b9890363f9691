"""The words of the pages in every language that they are offered in."""

import ast
import re
from datetime import date
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path

import allauth
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.cache import caches
from django.utils.translation import gettext, override
from django.utils.translation.template import templatize

from newsclip.accounts.models import Reader, Token
from newsclip.clips.models import Correction
from newsclip.community.models import Action, Flag, Mute, Notice, Subscription, Suggestion, Topic
from newsclip.community.queries import CHOICES, in_words
from newsclip.community.rules import notices
from newsclip.kernel.reasons import messages
from newsclip.kernel.reasons import refusals as reasons
from newsclip.ranking.queries import PERIODS
from newsclip.stories.models import Story
from newsclip.web import translatable
from newsclip.web.templatetags.newsclip import date_words
from newsclip.web.tests import factories
from newsclip.writing.tags.taxonomy import TAXONOMY

ROOT = Path(__file__).parents[2]
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != "en"]
TEMPLATES = sorted(path for door in ("web", "mail", "health") for path in (ROOT / door / "templates").rglob("*.html"))
_CALL = re.compile(
    r"""\b(p?)gettext\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:,\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))?"""
)
_LITERAL = re.compile(r"(\b_|\w*gettext\w*)$")
# Names that are the same in every language, and pages that must stand when nothing else does.
_NAMES = {"Enter", "Mastodon", "Lemmy", "j", "k", "v", "JSON"}
_ALONE = {"500.html"}


def messages_of_templates() -> set[tuple[str, str]]:
    """(context, words) of each translate and blocktranslate."""
    found = set()
    for path in TEMPLATES:
        for with_context, first, second in _CALL.findall(templatize(path.read_text())):
            words = [ast.literal_eval(part) for part in (first, second) if part]
            found.add((words[0], words[1]) if with_context else ("", words[0]))
    return found


def messages_of_code() -> set[tuple[str, str]]:
    found = set()
    for path in [path for door in ("web", "mail", "health") for path in (ROOT / door).rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and _LITERAL.match(call.func.id):
                words = [part.value for part in call.args[:2] if isinstance(part, ast.Constant)]
                if words and "tests" not in path.parts:
                    found.add((words[0], words[1]) if call.func.id.startswith("pgettext") else ("", words[0]))
    return found


def words_of_stages() -> set[tuple[str, str]]:
    """What pages take from the tables and rules, which know no language but English."""
    plain = [category.name for category in TAXONOMY] + list(PERIODS)
    for choices in (
        Topic,
        Mute.Scope,
        Flag.Reason,
        Action.Kind,
        Suggestion.Kind,
        Suggestion.State,
        Reader.Edition,
        Subscription.Event,
    ):
        plain += choices.labels
    plain += [*Correction.Kind.labels, *notices.ALL, *messages.TO_TRANSLATE]
    for reason in reasons._REASONS:
        plain += [words for words in (reason.sentence, reason.remedy, reason.once) if words]
    deeds = {("do", deed) for deeds in CHOICES.values() for deed in deeds}
    rights = {("may", label) for label in Token.Scope.labels}
    return {("", words) for words in plain} | deeds | rights | {("phase", phase) for phase in Story.Phase.values}


def test_every_sentence_of_a_notice_is_named_to_be_translated():
    sentences = {words for name, words in vars(notices).items() if name.isupper() and isinstance(words, str)}
    tables = (notices.DEEDS, notices.NAMING, notices.REPORTS_OF, notices.REOPENED)
    assert sentences.union(*(table.values() for table in tables)) == set(notices.ALL)
    assert set(notices.ALL) == set(translatable.NOTICES)


def catalogue(language: str) -> dict:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return GNUTranslations(file)._catalog


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_translated(language):
    known = {key[0] if isinstance(key, tuple) else key for key in catalogue(language)}
    said = messages_of_templates() | messages_of_code() | words_of_stages()
    assert len(said) > 600
    assert {words for context, words in said if (f"{context}\x04{words}" if context else words) not in known} == set()


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_a_translation_holds_the_same_places_and_marks_and_is_compiled(language):
    compiled = catalogue(language)
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        written = read_po(file, locale=language)
    for message in filter(lambda message: message.id, written):
        ids, strings = (
            ((message.id,), (message.string,)) if isinstance(message.id, str) else (message.id, message.string)
        )
        for words in filter(None, strings):
            assert _places(words) == _places(ids[-1]), words
            key = f"{message.context}\x04{ids[0]}" if message.context else ids[0]
            assert words in {compiled.get(key), compiled.get((key, 0)), compiled.get((key, 1))}, words


def test_the_english_catalogue_rewords_what_allauth_says_and_nothing_else():
    with (Path(allauth.__file__).parent / "locale" / "de" / "LC_MESSAGES" / "django.po").open("rb") as file:
        theirs = {message.id for message in read_po(file, locale="de")}
    ours = {key for key in catalogue("en") if key}
    assert len(ours) > 80
    assert ours <= theirs


def _places(words: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[sd]|%%|<[^>]+>", words))


class _Said(HTMLParser):
    """Gathers the words of a page that a person sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.words += [value or "" for name, value in attrs if name in {"aria-label", "placeholder", "title"}]

    def handle_data(self, data: str) -> None:
        if self.inside not in {"script", "style", "code"}:
            self.words.append(data)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_anything_in_one_language_alone(path):
    text = re.sub(
        r"{% block page %}.*?{% endblock %}|{% blocktranslate.*?{% endblocktranslate %}|{%.*?%}|{{.*?}}",
        "",
        path.read_text(),
        flags=re.DOTALL,
    )
    said = _Said()
    said.feed(text)
    left = {words.strip(" .,:;·—“”()\n") for words in said.words}
    assert path.name in _ALONE or {w for w in left - _NAMES if re.search(r"[A-Za-z]{2}", w) and "." not in w} == set()


@pytest.mark.django_db
def test_a_page_speaks_what_its_browser_asks_for_and_what_its_reader_chose(client):
    factories.ferry()
    caches["process"].clear()
    assert '<html lang="de">' in client.get("/", headers={"Accept-Language": "de-AT,de;q=0.9"}).content.decode()
    answer = client.post("/language", {"language": "fr", "next": "/about"})
    assert answer["Location"] == "/about"
    page = client.get("/about", headers={"Accept-Language": "de"}).content.decode()
    assert '<html lang="fr">' in page
    assert "Comment vérifier un clip" in page


@pytest.mark.django_db
def test_the_choice_of_a_language_leads_to_no_other_site(client):
    assert client.post("/language", {"language": "de", "next": "https://elsewhere.example/"})["Location"] == "/"


@pytest.mark.django_db
def test_cards_and_kept_pages_are_kept_for_each_language(client):
    factories.ferry()
    english, german = (client.get("/", headers={"Accept-Language": code}) for code in ("en", "de"))
    assert "Accept-Language" in english["Vary"]
    assert "independent reports" in english.content.decode()
    assert "unabhängige Berichte" in german.content.decode()
    assert "independent reports" not in german.content.decode()


@pytest.mark.django_db
def test_why_a_clip_was_corrected_is_told_in_the_readers_language(client):
    clip = factories.ferry()
    kept = [*factories.changed(clip, "212", "thick fog"), {"code": "articles_joined", "params": {"count": 2}}]
    Correction.objects.create(clip=clip, version=2, kind="revised", reasons=kept, at=clip.updated)
    said = {
        "en": "Northern Ledger changed 212 to “thick fog”. 2 more articles joined.",
        "de": "Northern Ledger hat 212 in „thick fog“ geändert. 2 weitere Artikel kamen hinzu.",
        "fr": "Northern Ledger a remplacé 212 par « thick fog ». 2 articles de plus",
    }
    for page in ("/corrections", f"/c/{clip.slug}"):
        for language, words in said.items():
            assert words in client.get(page, headers={"accept-language": language}).content.decode()


@pytest.mark.django_db
def test_a_notice_of_a_correction_is_told_in_its_readers_language():
    clip = factories.ferry()
    why = [{"code": "article_taken_back", "params": {"who": {"article": int(clip.document["sources"][1]["article"])}}}]
    row = Correction.objects.create(clip=clip, version=2, kind="taken back", reasons=why, at=clip.updated)
    mara = Reader.objects.create(username="mara")
    notice = Notice(reader=mara, sentence=notices.CORRECTION, given={"correction": row.pk})
    with override("de"):
        assert in_words(notice, gettext, now=row.at) == "Korrigiert: Northern Ledger hat den Artikel zurückgezogen."


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("en", "1 December 2026", "2 December 2026"),
        ("de", "1. Dezember 2026", "2. Dezember 2026"),
        ("fr", "1er décembre 2026", "2 décembre 2026"),
    ],
)
def test_the_first_of_a_month_is_written_as_each_language_does(code, first, second):
    with override(code):
        assert [date_words(date(2026, 12, day)) for day in (1, 2)] == [first, second]
