"""newsclip verify: whether a clip or one sentence is supported by its articles, or a claim by its source."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from newsclip.cli.filters.write import articles_of
from newsclip.evidence.document import Articles, Document, Sentence, SourceArticle, Verdict, by_revision
from newsclip.evidence.playback import played_back
from newsclip.evidence.serialization import derived_digest, from_json, to_json
from newsclip.evidence.verifier import verify_document, words_of
from newsclip.evidence.verifier.claims import verify_claim
from newsclip.evidence.verifier.single_sentence import judge_single
from newsclip.evidence.visitor import visit
from newsclip.kernel.reasons import Reason, Refused, message
from newsclip.kernel.spans import Passage, digest_of
from newsclip.wiring import parser

type _Stated = dict[tuple[str, tuple[Passage, ...]], dict[str, Any]]

_LONGEST, _MOST_PASSAGES = 1_200, 12  # characters of a sentence; the longest of an editor has 330, with five passages


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{articles, clip}` or `{source, claim}` gives `supported`, `score` and a verdict per sentence.

    For a clip also `sealed`: whether its digest matches its content. `{articles, sentence, before?, language?}` gives
    `supported`, `basis`, `edits`, `chain` and `reason`. `chain`: each edit, what went out and came in, and its rule.
    """

    def verify(row: dict[str, Any]) -> dict[str, Any]:
        if "claim" in row:
            if not isinstance(row["claim"], str) or not isinstance(row.get("source"), str):
                raise Refused("bad_row", "source and claim must be texts")
            return _answer([verify_claim(row["source"], row["claim"])], {})
        if "sentence" in row:
            return _single(row)
        clip = row.get("clip")
        if not isinstance(clip, dict):
            raise Refused("bad_row", "clip, sentence, or source and claim, is missing")
        document, articles = from_json(clip), articles_of(row)
        verdicts = [*verify_document(document, articles, parser()), _as_written(clip, document)]
        return _answer(verdicts, _stated(document, by_revision(articles))) | {
            "sealed": clip["digest"] == derived_digest(clip)
        }

    return verify


def _single(row: dict[str, Any]) -> dict[str, Any]:
    """The answer for `{articles, sentence {text, place, evidence [{article, start, end}]}, before [text]}`."""
    given, before = row["sentence"], row.get("before") or []
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or len(given["text"]) > _LONGEST:
        raise Refused("bad_row", f"sentence needs a text of at most {_LONGEST} characters")
    if not isinstance(before, list) or not all(isinstance(text, str) for text in before):
        raise Refused("bad_row", "before must be a list of texts")
    language = str(row.get("language") or "")
    articles = [replace(one, language=one.language or language) for one in articles_of(row)]
    sentence = Sentence(given["text"], passages_of(given.get("evidence"), articles))
    known = by_revision(articles)
    found = judge_single(sentence, str(given.get("place") or ""), before, known, parser())
    return {"supported": found.basis is not None, "basis": found.basis} | {
        "edits": list(found.edits),
        "chain": _chain([words_of(one, known) or "" for one in sentence.evidence], found.edits),
        "reason": _in_words(found.reason),
    }


def passages_of(evidence: Any, articles: Sequence[SourceArticle]) -> tuple[Passage, ...]:
    """Raises Refused("bad_row") if there is no evidence, or a part of it is in none of the articles."""
    if not isinstance(evidence, list) or not 0 < len(evidence) <= _MOST_PASSAGES:
        raise Refused("bad_row", f"evidence must be a list of 1 to {_MOST_PASSAGES} passages")
    known = {article.id: article for article in articles}
    return tuple(_passage(place, one, known) for place, one in enumerate(evidence, 1))


def _passage(place: int, given: Any, known: dict[str, SourceArticle]) -> Passage:
    article = known.get(str(given.get("article"))) if isinstance(given, dict) else None
    if article is None:
        raise Refused("bad_row", f"passage {place} names no article of the row")
    start, end = given.get("start"), given.get("end")
    titled = given.get("part") == "title"
    text = article.title if titled else article.text
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise Refused("bad_row", f"passage {place} is no part of its article: start {start!r}, end {end!r}")
    return Passage(article.id, article.revision, start, end, digest_of(text[start:end]), "title" if titled else "text")


def _as_written(clip: dict[str, Any], document: Document) -> Verdict:
    """A verdict on the JSON beyond its sentences: the summary's text, and fields that do not belong to a clip."""
    body = to_json(document)
    odd = [name for name in sorted({*body, *clip}) if body.get(name) != clip.get(name)]
    reason = Reason("json_differs", {"name": odd[0]}) if odd else None
    return Verdict("the JSON document", not odd, 0.0 if odd else 1.0, reason)


def _stated(document: Document, known: Articles) -> _Stated:
    """The sentences of the clip by what a verdict tells of them; one that stands twice has one chain."""
    told = (said for _, said in visit(document) if isinstance(said, Sentence))
    return {
        (said.text, said.evidence): {
            "basis": said.basis,
            "edits": list(said.edits),
            "chain": _chain([words_of(one, known) or "" for one in said.evidence], said.edits),
        }
        for said in told
    }


def _chain(passages: Sequence[str], edits: Sequence[str]) -> list[dict[str, Any]]:
    """Each edit with the words that went and came, what was done, and what the verifier asks."""
    return [
        {
            "edit": step.recorded,
            "out": "".join(words for mark, words in step.parts if mark == "del"),
            "in": "".join(words for mark, words in step.parts if mark == "ins"),
            "done": step.rule.done if step.rule else "",
            "asked": step.rule.asked if step.rule else "",
        }
        for step in played_back(passages, edits)
    ]


def _answer(verdicts: list[Verdict], stated: _Stated) -> dict[str, Any]:
    return {
        "supported": all(verdict.supported for verdict in verdicts),
        "score": min(verdict.score for verdict in verdicts),
        "sentences": [_sentence(verdict) | stated.get((verdict.text, verdict.passages), {}) for verdict in verdicts],
    }


def _sentence(verdict: Verdict) -> dict[str, Any]:
    return asdict(verdict) | {"reason": _in_words(verdict.reason)}


def _in_words(why: Reason | None) -> dict[str, Any] | None:
    return why.as_json() | {"text": message(why)} if why else None
