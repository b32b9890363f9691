"""Constituents that a headline may end without: what the writer proposes to leave out of the end of its sentence."""

from collections.abc import Iterator

from newsclip.evidence.edits import CIRCUMSTANCE, DEFINING, DETAIL, OF_SUBJECT, PREDICATE, Omission
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parse

_WHEN = ("prep", "advcl", "npadvmod")
_CLOSING = ("'", "’", '"', "”", "''")
_LEAST_SAID = 2  # ", police said"
_GOES_ON = ("advcl", "prep")
_RELATIVE = ("WP", "WDT", "WP$")


def ending_constituents(parse: Parse, language: str) -> Iterator[Omission]:
    """What says when or which one, or what was done besides, at the end of the sentence."""
    for i, token in enumerate(parse.tokens):
        first, last = parse.bounds[i][0], _last(parse, i)
        if i <= token.head:
            continue
        if _says_which(parse, i, first):
            yield Omission(OF_SUBJECT if i < parse.roots[0] else DEFINING, _words(parse, first, last))
        elif not _ends(parse, last):
            continue
        elif token.label in _WHEN and parse.tokens[token.head].pos in ("VERB", "AUX"):
            yield Omission(CIRCUMSTANCE, _words(parse, first, last))
        elif token.label == "conj" and token.pos in ("VERB", "AUX") and _is_joint(parse, first - 1, language):
            yield Omission(PREDICATE, _words(parse, first - 1, last))


def continuations(parse: Parse) -> Iterator[Omission]:
    """After what something is so, at the end of the sentence: what "after" or "as" opens."""
    for i, token in enumerate(parse.tokens):
        first, last = parse.bounds[i][0], _last(parse, i)
        if i > token.head and token.label in _GOES_ON and _ends(parse, last):
            yield Omission(DETAIL, _words(parse, first, last))


def _says_which(parse: Parse, place: int, first: int) -> bool:
    """Whether it is a relative clause at the end or in the subject, or what a participle opens there.

    At the end a participle tells the news: "approved a resolution condemning the war".
    """
    token = parse.tokens[place]
    if token.label == "relcl":
        opens = parse.tokens[first].tag
        if opens not in _RELATIVE or (opens == "WDT" and _is_content(parse, place, first)):
            return False
        return place < parse.roots[0] or _ends(parse, _last(parse, place))
    return place == first < parse.roots[0] and token.label == "acl" and token.tag in ("VBN", "VBG")


def _is_content(parse: Parse, verb: int, first: int) -> bool:
    """Whether the clause tells what a word before it means: "claims that it sold two boats" lacks nothing itself."""
    own = {token.label for place, token in enumerate(parse.tokens) if token.head == verb and place != first}
    return {"nsubj", "dobj"} <= own


def _last(parse: Parse, place: int) -> int:
    """The last token that hangs on this one, less the full stop and with the mark that closes a quotation."""
    last = parse.bounds[place][1]
    while last > place and parse.tokens[last].word in ".!,":
        last -= 1
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].word in _CLOSING:
        last += 1
    return last


def _is_joint(parse: Parse, place: int, language: str) -> bool:
    guards = guards_of(language)
    return guards is not None and parse.tokens[place].lemma == guards.joint


def _ends(parse: Parse, last: int) -> bool:
    """Whether the sentence ends here, or with who says so."""
    behind = parse.tokens[last + 1 :]
    if len(behind) > _LEAST_SAID and behind[0].word == ",":
        return parse.roots[0] > last or behind[1].label == "prep"
    return all(token.word in ".!" for token in behind)


def _words(parse: Parse, first: int, last: int) -> str:
    while parse.tokens[first].word == ",":
        first += 1
    return parse.text[parse.tokens[first].start : parse.tokens[last].end]
