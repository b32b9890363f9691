"""Whether a chain of licensed edits leads from passages to a sentence: every relation of its words is theirs.

Both are read as relations between words: who did what to whom, of what, where and when. A sentence is proved where each
of its words, or a word that means the same by a closed list or by reference, stands in the passages in the same
relations; where each of its verbs tells of the same time, as certain and as sure; and where nothing is left out that
makes the rest true. Nothing is weighed: a relation that is not found refuses the sentence.
"""

import re
from collections.abc import Sequence

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.origin import Origin
from newsclip.evidence.proof_edits import QUOTED
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.evidence.verifier.proofs import (
    attachments,
    chain,
    frames,
    match_guards,
    narrower_phrases,
    other_mentions,
    paired_phrases,
)
from newsclip.evidence.verifier.proofs.canonical_forms import proof_words
from newsclip.evidence.verifier.proofs.definite_nouns import kind_with_the
from newsclip.evidence.verifier.proofs.headings import proof_of_heading
from newsclip.evidence.verifier.proofs.matching import Matcher
from newsclip.evidence.verifier.proofs.omitted import Omitted
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence, parsed_sentences_of, read
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS
from newsclip.evidence.verifier.proofs.titles_of_names import parts_of_name
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage
from newsclip.language import quotation_marks
from newsclip.language.syntax import LONGEST, Parse, Parser

_HEADING = "heading"
_HEADS = ("headline", _HEADING)
_PARTS = re.compile(r"(?<=;) ")
_MOST_MATCHES, _MOST_PARTS = 20, 4
_CLAUSES = ("ROOT", "ccomp", "conj")
_HELPS = ("aux", "auxpass")
_IS_SO = ("attr", "acomp", "oprd", "advmod", "prep", "xcomp")
_LOOK_BACK = 3  # sentences of the clip
_MOST_EARLIER = 12  # in which another of a noun's kind may be told of

type Cited = Sequence[tuple[Passage, SourceArticle]]


def proof_of(
    text: str, place: str, before: Sequence[str], cited: Cited, origin: Origin, parser: Parser
) -> tuple[str, ...] | Reason:
    """The edits that lead from the passages to the sentence; the reason why none do.

    `before`: what the clip says before it, the nearest last. `place` "headline": it may tell in the present.
    """
    words = proof_words(origin.language)
    if words is None or not parser.mark or len(text) > LONGEST:
        return Reason("no_parser")
    if wrong := _words_fault(text, cited, origin.language):
        return wrong
    held = parsed_sentences_of(cited, words, parser, origin.language)
    if place == _HEADING and match_guards.is_quotation(text):
        passages = [whole_sentences(*one) for one in cited]
        whole = match_guards.said_so(text, passages, origin.language)
        return (QUOTED,) if whole else Reason("heading_states", {"words": text})
    edits, told = list[str](), list(before)
    for part in _PARTS.split(text, _MOST_PARTS):
        said = read(part, words, parser, origin.language)
        if said is None or not held:
            return Reason("no_words")
        references, named = (
            References(said, held, told, words, _earlier(said, told, parser, origin)),
            place == _HEADING and not _is_clause(said),
        )
        if named:
            found = proof_of_heading(said, held, references, origin.language)
        else:
            earlier = _readings(said, told[-_MOST_EARLIER:], parser, origin)
            found = _proof_of_part(said, held, references, origin, earlier, headline=place in _HEADS)
        if isinstance(found, Reason):
            return found
        edits += chain.of(found, said, held)
        told.append(part)
    return tuple(dict.fromkeys(edits))


def _earlier(said: ParsedSentence, told: Sequence[str], parser: Parser, origin: Origin) -> list[ParsedSentence]:
    """What the clip says right before; more of it where "the company" may mean what it names."""
    kind = any(kind_with_the(said, place) for place in range(len(said.quoted)))
    return _readings(said, told[-_LOOK_BACK if kind else -1 :], parser, origin)


def _readings(said: ParsedSentence, texts: Sequence[str], parser: Parser, origin: Origin) -> list[ParsedSentence]:
    found = (read(one, said.relations.words, parser, origin.language) for one in texts)
    return [one for one in found if one]


def _words_fault(text: str, cited: Cited, language: str) -> Reason | None:
    if not quotation_marks.closed(text):
        return Reason("quotation_open")
    passages = [whole_sentences(*one) for one in cited]
    if "?" in text and not any("?" in passage for passage in passages):
        return Reason("not_proved", {"said": "?"})
    if lost := match_guards.misquoted(text, passages) or match_guards.unmarked(text, passages, language):
        return Reason("words_not_quoted", {"words": lost})
    denies = match_guards.denial_added(text, passages)
    return Reason("not_proved", {"said": denies}) if denies else None


def _is_clause(said: ParsedSentence) -> bool:
    """Whether it states something: it has a finite verb, and opens with no "what" or "how"."""
    parse, words = said.relations.parse, said.relations.words
    asks = parse.tokens[0].tag.startswith("W") and parse.tokens[0].word.lower() in words.roles
    return not asks and any(parse.is_finite(root) for root in parse.roots)


def _is_sentence(said: ParsedSentence) -> bool:
    parse = said.relations.parse
    whole = all(parse.is_finite(root) or parse.has(root, *SUBJECTS) for root in parse.roots)
    lacks = (
        _lacks_subject(said, i) or _joins_nothing(parse, i) or _is_nothing(said, i) for i in range(len(parse.tokens))
    )
    return whole and not any(lacks)


def _is_nothing(said: ParsedSentence, place: int) -> bool:
    """Whether it is a form of "be" that lost what stood behind it: "the last time was, when the town was small"."""
    parse, token = said.relations.parse, said.relations.parse.tokens[place]
    behind = parse.tokens[place + 1 : place + 2]
    ends = not behind or behind[0].pos == "PUNCT"
    is_so = token.lemma.lower() in said.relations.words.copulas and token.label not in _HELPS
    return is_so and ends and not parse.has(place, *_IS_SO)


def _joins_nothing(parse: Parse, place: int) -> bool:
    """Whether it is an "and" from which one of the two is gone: "Ada Holm, 61 and found them"."""
    token = parse.tokens[place]
    return token.label == "cc" and place > 0 and not any(i > place for i in parse.children(token.head, "conj"))


def _lacks_subject(said: ParsedSentence, verb: int) -> bool:
    """Whether nothing says who does what a clause tells: "The ministers said would think about it"."""
    parse = said.relations.parse
    tells = parse.tokens[verb].label in _CLAUSES and parse.is_finite(verb) and parse.tokens[verb].pos in VERBS
    return tells and not parse.has(verb, *SUBJECTS, "expl") and said.relations.subject(verb) is None


def _proof_of_part(
    said: ParsedSentence,
    held: Sequence[ParsedSentence],
    references: References,
    origin: Origin,
    earlier: Sequence[ParsedSentence],
    *,
    headline: bool,
) -> dict[int, Word] | Reason:
    """The words of the passages by those of the sentence that they prove."""
    tokens = said.relations.parse.tokens
    if not headline and not _is_sentence(said):
        return Reason("not_proved", {"said": tokens[0].word})
    matcher = Matcher(said, held, references, origin.language, headline=headline)
    if (unread := matcher.unread()) is not None:
        return Reason("not_proved", {"said": tokens[unread].word})
    wrong: Reason | None = None
    for number, match in enumerate(matcher.matches()):
        place = match_guards.fault(match, said, held, references)
        place = attachments.fault(match, said, held, origin.language) if place is None else place
        place = narrower_phrases.fault(match, said, held) if place is None else place
        place = paired_phrases.fault(match, said, held) if place is None else place
        place = other_mentions.fault(match, said, held, earlier, references) if place is None else place
        lost = _lost(match, said, held, references, origin) if place is None else ""
        if place is None and not lost:
            return match
        wrong = wrong or (
            Reason("not_proved", {"said": tokens[place].word})
            if place is not None
            else Reason("turning_left_out", {"word": lost})
        )
        if number >= _MOST_MATCHES:
            break
    return wrong or Reason("not_proved", {"said": tokens[matcher.missing()].word})


def _lost(
    match: dict[int, Word],
    said: ParsedSentence,
    held: Sequence[ParsedSentence],
    references: References,
    origin: Origin,
) -> str:
    """The first word of the passages that may not be left out; "" where all may."""
    meant = {same for word in match.values() for same in references.same(word)}
    for told_at, (other, name) in match.items():
        parse = held[other].relations.parse
        meant |= {(other, part) for part in parts_of_name(said.relations.parse, told_at, parse, name)}
    told = {*match.values(), *frames.used(match, said, held, references)}
    for g, one in enumerate(held):
        used = frozenset(i for other, i in told if other == g)
        also = frozenset(i for other, i in meant if other == g)
        place = Omitted(one.relations, used, also, origin.language, one.quoted).fault() if used else None
        if place is not None:
            return one.relations.parse.tokens[place].word
    return ""
