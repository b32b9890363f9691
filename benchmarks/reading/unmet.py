"""What a reader of a clip must know and has not been told: rules written apart from the writer's.

A need is counted where a sentence stands without the one before it in its article, and leans on it. What it takes for
known ("the cellar", "Holm", "HPA") must have been brought in by its article, and by nothing that stands above it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from benchmarks.reading.clip_sentences import Article, Said
from benchmarks.reading.need_patterns import NeedPatterns, need_patterns
from benchmarks.reading.sentence_context import NEAR, SentenceContext
from benchmarks.reading.short_names import acronyms, surnames
from newsclip.language.names import find_names
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, tag_words
from newsclip.language.syntax import Parse, Parser, Token
from newsclip.language.tokens import stem, words

_EXPLAINS = ("prep", "relcl", "acl", "appos", "pcomp", "ccomp", "nummod", "poss", "conj")
_NO_EARLIER = ("JJS", "RBS")
_FRONT = 30  # characters: further behind, "that" is a conjunction, or means something of its own sentence
_ROOT = 6  # letters that a noun and a word of its kin begin with
_NAMES = ("surname", "acronym")


@dataclass(frozen=True, slots=True)
class Unmet:
    """`kind`: additive, reply, announces, pronoun, this, the, surname, acronym or opener. `term`: the words."""

    kind: str
    term: str
    said: Said


def unmet_needs(said: Sequence[Said], articles: Mapping[str, Article], parser: Parser) -> Iterator[Unmet]:
    """What the sentences of this clip need and nothing above them tells, in reading order; each name once."""
    running = [k for k, one in enumerate(said) if one.has_needs and one.article in articles]
    named: set[str] = set()
    for k, below in zip(running, [*running[1:], None], strict=True):
        article = articles[said[k].article]
        after = None if below is None else said[below]
        place = SentenceContext(
            said[k], article, said[:k], after, need_patterns(article.language), [*articles.values()]
        )
        opens = _opens_article(place)
        for one in _found(place, parser):
            if not opens and (one.kind not in _NAMES or one.term not in named):
                yield one
            named |= {one.term} if one.kind in _NAMES else set()


def _opens_article(place: SentenceContext) -> bool:
    """The first sentence of an article was written to stand alone; at the top of a clip it does."""
    return place.said.part == "summary" and place.article.place(place.said.start) == 0


def _found(place: SentenceContext, parser: Parser) -> Iterator[Unmet]:
    for kind, terms in _by_words(place, parser(place.said.text, place.article.language)):
        yield from (Unmet(kind, term, place.said) for term in terms)


def _by_words(place: SentenceContext, parse: Parse | None) -> Iterator[tuple[str, list[str]]]:
    known = place.words
    if known is None:
        return
    if not place.follows:
        yield "additive", _additive(place, known)
        yield "reply", _replies(place, known)
        yield "pronoun", _pronouns(place, known)
        yield "this", _demonstratives(place, known, parse)
    yield "announces", _announced(place, known)
    yield "opener", _lost_opener(place, known)
    yield "the", _definite(place, known, parse)
    yield "surname", surnames(place, parse)
    yield "acronym", acronyms(place, known)


def _additive(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """ "Too", "both", "all three", where nothing above tells of three."""
    return [term for term in _matches(known.additive, place.text) if term.split()[-1].lower() not in words(place.seen)]


def _matches(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group() for found in [pattern.search(text)] if found]


def _announced(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """A sentence that announces another must have that one below it."""
    below, article = place.below, place.article
    goes_on = below is not None and below.article == article.id
    steps = article.place(below.start) - article.place(place.said.end - 1) if below and goes_on else NEAR
    return [] if 0 <= steps < NEAR else _matches(known.announces, place.said.text)


def _replies(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """ "Holm added", where what stands right above is not hers."""
    found = known.replies.search(place.text)
    speakers = {word for word in words(place.text[: found.end()]) if word[:1].isupper()} if found else set()
    lately = {word for one in place.above[-NEAR:] for word in words(one.text)}
    return [found.group().strip()] if found and not speakers & lately else []


def _lost_opener(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """A word of time with which its article begins the sentence, and the clip does not."""
    source = place.article.text[place.said.start : place.said.end].lstrip("“\"' ")
    found = known.opener.match(source)
    return [found.group().strip()] if found and not known.opener.match(place.said.text.lstrip("“\"' ")) else []


def _pronouns(place: SentenceContext, known: NeedPatterns) -> list[str]:
    """A pronoun in front, whose person is not the last that the clip names."""
    found = known.pronoun.match(place.text.lstrip())
    if not found or not known.person.match(place.text.lstrip()):
        return [found.group()] if found and not place.is_near else []
    name = _last_person(place.article, place.said.start)
    lately = " ".join(one.text for one in place.above[-NEAR:])
    return [] if name and name in words(lately) else [found.group()]


def _last_person(article: Article, before: int) -> str:
    """The last name of the person whom the article named last."""
    start = article.sentences[max(0, article.place(before) - NEAR - 1)][0]
    people = [name for name in find_names(article.text[:before], article.language) if name.start >= start]
    people = [name for name in people if name.kind in ("person", "other")]
    return people[-1].text.split()[-1] if people else ""


def _demonstratives(place: SentenceContext, known: NeedPatterns, parse: Parse | None) -> list[str]:
    """ "This cellar", "this old cellar", where nothing above says "cellar"."""
    pointing = (m for m in known.demonstrative.finditer(place.text) if not known.now.match(place.text, m.start("noun")))
    found = [_with_head(m, parse) for m in pointing]
    things = [(m, noun) for m, noun in found if noun and _is_thing(noun, place, known)]
    return [m.group() for m, noun in things if not _told(noun, m.start(), place)]


def _with_head(found: re.Match[str], parse: Parse | None) -> tuple[re.Match[str], str]:
    """The noun that the word points at; "" where it is a conjunction ("that he came")."""
    if parse is None:
        return found, found["noun"]
    at = found.start("det")
    pointing = [token for token in parse.tokens if token.start == at and token.label == "det"]
    head = parse.tokens[pointing[0].head] if pointing else None
    points = head is not None and head.start > at and (found["det"].lower() != "that" or at < _FRONT)
    points = points and not _opens_clause(pointing[0], parse)
    return found, head.word if head and points else ""


def _opens_clause(that: Token, parse: Parse) -> bool:
    """Whether it follows a verb and its noun is a subject, "showed that interest was low": a parser may err."""
    at = parse.tokens.index(that)
    behind_verb = at > 0 and parse.tokens[at - 1].pos == "VERB"
    return behind_verb and that.word == "that" and parse.tokens[that.head].label in ("nsubj", "nsubjpass")


def _definite(place: SentenceContext, known: NeedPatterns, parse: Parse | None) -> list[str]:
    """ "The cellar", that the article brought in as "a cellar" and the clip did not."""
    terms: list[str] = []
    if known.law.search(place.text):
        return terms
    for m in known.definite.finditer(place.text):
        explained = _is_explained(m.start("noun"), m.end(), parse, place.said.text, known)
        if explained or not _is_thing(m["noun"], place, known) or _told(m["noun"], m.start(), place):
            continue
        if _brought_in(m["noun"], place, known):
            terms.append(m.group())
    return terms


def _is_thing(noun: str, place: SentenceContext, known: NeedPatterns) -> bool:
    named = noun[:1].isupper() and place.article.language[:2] != "de"
    return not named and not known.familiar.match(noun)


def _is_explained(start: int, end: int, parse: Parse | None, text: str, known: NeedPatterns) -> bool:
    """Whether the words are no noun by itself: one that goes on, or is said to be which one."""
    if parse is None:
        return known.explains.match(text[end:]) is not None
    at = next((k for k, token in enumerate(parse.tokens) if token.start == start), None)
    if at is None or parse.tokens[at].pos != "NOUN":
        return True
    beside = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    goes_on = beside is not None and beside.pos in ("NOUN", "PROPN", "PART") and beside.head != parse.tokens[at].head
    compound = parse.tokens[at].label in ("compound", "amod", "nmod", "npadvmod", "poss")
    exact = any(parse.tokens[k].tag in _NO_EARLIER for k in parse.children(at))
    return goes_on or compound or exact or any(parse.has(at, label) for label in _EXPLAINS)


def _told(noun: str, at: int, place: SentenceContext) -> bool:
    """Whether the clip above, or the sentence itself before these words, has the noun."""
    language = place.article.language
    above = {stem(word, language) for word in words(place.seen + " " + place.said.text[:at])}
    wanted = stem(noun, language)
    derived = any(len(word) >= _ROOT and wanted.startswith(word) for word in above)  # "volcanic" tells of a volcano
    return derived or any(word == wanted or (len(wanted) > 3 and word.endswith(wanted)) for word in above)


def _brought_in(noun: str, place: SentenceContext, known: NeedPatterns) -> bool:
    """Whether the article says "a ferry", "three old ferries" before; "a boat of the ferry" brings in none."""
    language = place.article.language
    behind = re.finditer(rf"\b{known.indefinite} ((?:[\w’'-]+ ?){{1,4}})", place.before, re.IGNORECASE)
    phrases = (_one_phrase(words(found[1]), known, language) for found in behind)
    return any(stem(word, language) == stem(noun, language) for phrase in phrases for word in phrase)


def _one_phrase(behind: Sequence[str], known: NeedPatterns, language: str) -> list[str]:
    """The words before the next "the"; in English only its head: "an engine oil change" is no engine."""
    phrase = list(takewhile(lambda word: not known.determiner.match(word), behind))
    if language[:2] not in TAGGED_LANGUAGES:
        return phrase
    tags = [tag for _, tag, _ in tag_words(" ".join(phrase))]
    nouns = [k for k, tag in enumerate(tags) if tag.startswith("NN")]
    heads = [k for k in nouns if k + 1 not in nouns and k < len(phrase)]
    return [phrase[k] for k in heads]
