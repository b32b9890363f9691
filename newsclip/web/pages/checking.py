"""A text that somebody brings, each sentence beside what stored articles say to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from newsclip.accounts.models import Reader
from newsclip.articles import queries as articles
from newsclip.clips import queries as clips
from newsclip.clips.actions import TextCheck
from newsclip.clips.models import Clip
from newsclip.evidence.document import SourceArticle
from newsclip.evidence.playback import Step, played_back
from newsclip.evidence.ports import LONGEST_TEXT, CheckedSentence
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import Passage
from newsclip.pipeline import text_checks
from newsclip.stories import queries as stories
from newsclip.stories.models import Story
from newsclip.web.decorators import for_suspended, refusal_response
from newsclip.web.muted_publishers import muted_by, mutes_of
from newsclip.web.pages.clip_document import Source, Words
from newsclip.web.pages.mute_filter import without_muted

_LARGEST_NUMBER = 19  # digits of a story's number


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one sentence; `parts` are its words, each with whether the passage has others or none.

    `words`: what it rests on or differs from; of a sentence that is not found, the nearest. `clip`: of their story.
    `language`: of the passages; "" where none is known.
    """

    found: CheckedSentence
    words: tuple[Words, ...]
    language: str
    parts: tuple[tuple[str, bool], ...]
    clip: Clip | None

    @property
    def basis(self) -> str:
        return self.found.basis

    @property
    def edits(self) -> tuple[str, ...]:
        return self.found.edits

    @property
    def absent(self) -> list[str]:
        """Words and figures of a sentence that is not found, which the nearest passage has in no form."""
        return [words for words, other in self.parts if other] if self.found.nearest else []

    @property
    def steps(self) -> tuple[Step, ...]:
        """How it is reached from the publisher's words."""
        return played_back([words.text for words in self.words], self.edits)


@csrf_exempt  # a token would make the form a person's own page; at stake is one of a network's checks
@for_suspended()  # it changes nothing
def check(request: HttpRequest) -> HttpResponse:
    """GET: the form, with `?story=` for one story alone and `?text=` filled in; POST: with the answer below it."""
    given = request.POST if request.method == "POST" else request.GET
    text, story = given.get("text", "").replace("\0", "").replace("\r\n", "\n"), _story(given.get("story", ""))
    page: dict[str, object] = {"text": text[: 2 * LONGEST_TEXT], "story": story, "clip": _clip(story)}
    page["longest"] = LONGEST_TEXT if isinstance(request.user, Reader) else text_checks.LONGEST_OF_STRANGERS
    if request.method == "POST":
        reader = request.user if isinstance(request.user, Reader) else None
        asked = text_checks.Asked(text, story.pk if story else None, _muted(request))
        try:
            found = text_checks.check_text(request, reader, asked, now=timezone.now())
        except Refused as refused:
            return refusal_response(request, refused)
        page |= {
            "told": _told(request, found),
            "counts": _counts(found),
            "left_out": found.left_out,
            "looked_at": found.articles,
        }
    answer = render(request, "web/check.html", page)
    patch_vary_headers(answer, ["Cookie"])
    return answer


def _story(number: str) -> Story | None:
    """The story, or the one that it became part of. Raises Http404."""
    if not number:
        return None
    known = number.isascii() and number.isdecimal() and len(number) < _LARGEST_NUMBER
    if not known or not Story.objects.filter(pk=int(number)).exists():
        raise Http404("There is no such story.")
    return stories.story(int(number))


def _clip(story: Story | None) -> Clip | None:
    clip = clips.of_story(story.pk) if story else None
    return clip if clip and clips.is_listed(clip) else None


def _muted(request: HttpRequest) -> frozenset[str]:
    """Domains of publishers whose words this browser or this reader does not want to see."""
    return muted_by(request) | {mute.key for mute in mutes_of(request) if mute.kind == "source"}


def _counts(found: TextCheck) -> dict[str, int]:
    outcomes = ["close" if one.nearest else one.outcome for one in found.sentences]
    return {name: outcomes.count(name) for name in ("borne_out", "contradicted", "close", "not_found")}


def _told(request: HttpRequest, found: TextCheck) -> list[Told]:
    shown = _Shown(request, found.articles, found.sentences)
    return [
        Told(one, tuple(map(shown.words, _rests_on(one))), shown.language(one), tuple(_parts(one)), shown.clip(one))
        for one in found.sentences
    ]


def _rests_on(one: CheckedSentence) -> tuple[Passage, ...]:
    if one.nearest is None:
        return one.passages
    return (one.nearest.passage, one.nearest.beside) if one.nearest.beside else (one.nearest.passage,)


def _parts(one: CheckedSentence) -> Iterator[tuple[str, bool]]:
    said = ((one.said_at, one.said_at + len(one.said)),) if one.said else ()
    at = 0
    for start, end in one.nearest.absent if one.nearest else said:
        yield one.text[at:start], False
        yield one.text[start:end], True
        at = end
    yield one.text[at:], False


class _Shown:
    """The publishers' words, numbered as they come."""

    def __init__(self, request: HttpRequest, known: Sequence[SourceArticle], told: Sequence[CheckedSentence]) -> None:
        self._known = {(one.id, one.revision): one for one in known}
        cited = list(dict.fromkeys((p.article, p.revision) for one in told for p in _rests_on(one)))
        self._numbers = {key: number for number, key in enumerate(cited, 1)}
        rows = articles.revisions({(int(article), revision) for article, revision in cited})
        found = clips.listed_by_article({int(article) for article, _ in cited})
        kept = {clip.pk for clip in without_muted(request, list(found.values()), where="search").clips}
        self._clips = {article: clip for article, clip in found.items() if clip.pk in kept}
        self._open = {(str(article), number) for (article, number), row in rows.items() if row.in_the_open}

    def language(self, told: CheckedSentence) -> str:
        return next((self._known[one.article, one.revision].language for one in _rests_on(told)), "")

    def clip(self, told: CheckedSentence) -> Clip | None:
        return next((self._clips.get(int(one.article)) for one in _rests_on(told)), None)

    def words(self, passage: Passage) -> Words:
        key = (passage.article, passage.revision)
        one = self._known[key]
        source = Source(self._numbers[key], one.id, one.publisher or one.domain, one.domain, one.title, one.url,
                        one.published, one.report)  # fmt: skip
        whole = one.title if passage.part == "title" else one.text
        opens, closes = whole.rfind("\n", 0, passage.start) + 1, whole.find("\n", passage.end)
        return Words(
            source,
            passage.span.of(whole),
            before=whole[opens : passage.start],
            after=whole[passage.end : closes if closes >= 0 else len(whole)],
            in_title=passage.part == "title",
            in_the_open=key in self._open,
        )
