"""Whether a surname may be given in full: one such person is named before, and the surname means nothing else.

"Dell" is a founder and his firm, "Washington" an actor and a city. So no article of the story may write the surname as
the beginning of another name, as a family's or behind "in"; and in the sentence it must be a part of no other phrase.
"""

import re
from itertools import pairwise

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.tokens import place_of
from newsclip.evidence.verifier.namesakes import has_namesake
from newsclip.evidence.verifier.people import people
from newsclip.kernel.reasons import Reason
from newsclip.language import persons, quotation_marks, single_marks
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.syntax import Parse, Parser
from newsclip.language.word_lists import DATELINE_PLACES, GIVEN_NAMES, PERSON_TITLES, PLACE_PREPOSITIONS

_STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss"})
_OF_NAMES = frozenset({"NNP", "HYPH"})  # and no plural or adjective: "Chinese Singaporeans"
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X"})
_JOINS = frozenset({"and", "or", "&"})
_CALLING = re.compile(r"(?:man|woman|er|or|ist|ian|s)$")
_CAPITAL_BEHIND = re.compile(r" (?:[A-Z]|& )")


def fault(sentence: Sentence, edit: Edit, articles: Articles, parser: Parser) -> Reason | None:
    """Why the name in full may not stand in the sentence for the surname; None where it may.

    `articles`: those of the story, the sentence's own among them.
    """
    if not parser.mark:
        return Reason("no_parser")
    first = sentence.evidence[0]
    own = articles[first.article, first.revision]
    if not _is_introduced(edit, own.text, 0 if first.part == "title" else first.start, articles):
        return Reason("name_not_introduced", {"old": edit.old, "new": edit.new})
    parse = parser(sentence.text, language_of_article(own))
    if parse is None or not _stands_apart(parse, edit.new):
        return Reason("surname_not_apart", {"old": edit.old, "new": edit.new})
    return None


def _is_introduced(edit: Edit, own: str, start: int, articles: Articles) -> bool:
    """Whether the sentence's article gives the name in full before `start`, or else another of the story gives it; and
    none of them gives the surname to anybody or anything else.
    """
    here = [end for end, name in _bearers(own, edit.old) if name == edit.new]
    before = any(end <= start for end in here) if here else not _bearers(own, edit.old)
    texts = [article.text for article in articles.values()]
    given = {name.split()[0] for text in texts for _, name in _bearers(text, edit.old)}
    return (
        before
        and given == {edit.new.partition(" ")[0]}
        and not _is_called(edit.new)
        and not any(_means_another(edit, text) for text in texts)
    )


def _is_called(name: str) -> bool:
    """Whether the surname is a country's, too, or what somebody is may stand before the name: "Frenchman Jan Holm"."""
    first, *rest = name.split()
    if rest and rest[-1].lower() in DATELINE_PLACES:  # "against Holland on Monday"
        return True
    if first.lower() in GIVEN_NAMES:
        return False
    titled = any(part.lower() in PERSON_TITLES for part in first.split("-"))
    if rest and is_common_word(rest[-1]):  # "Harvard Law"
        return True
    return titled or is_common_word(first) or (len(rest) > 1 and bool(_CALLING.search(first)))


def _bearers(text: str, surname: str) -> list[tuple[int, str]]:
    """Where a name in full ends with this surname, and the name."""
    return [(end, name) for _, end, name in people(text) if name.endswith(f" {surname}")]


def _means_another(edit: Edit, article: str) -> bool:
    """Whether the surname is somewhere a place's, a firm's or a family's: "in Dell", "Dell Computers", "the Dells"."""
    found = list(re.finditer(rf"(?<![\w’'-]){re.escape(edit.old)}(s?)(?![\w-])", article))
    places = (article[max(0, one.start() - 20) : one.start()] for one in found)
    titled_as_one = any(persons.agrees(edit.new, pronoun, article) for pronoun in ("he", "she"))
    return (
        not titled_as_one
        or has_namesake(article, "", edit.new, whole=True)
        or any(one[1] or _CAPITAL_BEHIND.match(article, one.end()) for one in found)
        or any(words[-1].lower() in PLACE_PREPOSITIONS for place in places if (words := place.split()))
    )


def _stands_apart(parse: Parse, name: str) -> bool:
    """Whether the name stands once, outside quotation marks, and is all that its place in the sentence holds."""
    at = place_of(name, parse.text)
    quoted = at < 0 or quotation_marks.inside(parse.text)[at] or single_marks.may_open(parse.text)
    held = [i for i, token in enumerate(parse.tokens) if at <= token.start and token.end <= at + len(name)]
    if quoted or place_of(name, parse.text[at + len(name) :]) >= 0 or not held:
        return False
    first, last = held[0], held[-1]
    token, behind = parse.tokens[last], parse.tokens[last + 1 : last + 2]
    whole = parse.tokens[first].start == at and token.end == at + len(name) and parse.bounds[last][0] == first
    titles = token.label == "poss" and parse.tokens[token.head].word[0].isupper()  # "Holm’s Prisoners"
    named = all(parse.tokens[i].tag in _OF_NAMES for i in held) and not titles
    alone = named and token.label in _STANDS and not parse.has(last, "conj", "cc", "preconj")
    alone = alone and not _ends_a_name(parse, first)
    return whole and alone and not (behind and behind[0].pos in _NOUNS) and not _in_row_with_places(parse)


def _ends_a_name(parse: Parse, first: int) -> bool:
    """Whether a longer name ends with the token: "Orlo School of Law"."""
    before = parse.tokens[max(0, first - 2) : first]
    return len(before) > 1 and before[1].tag == "IN" and before[0].pos == "PROPN"


def _in_row_with_places(parse: Parse) -> bool:
    """Whether a place is one of several: who is named beside it may be one. Which are meant, parses tell badly."""
    joined = ((a.word, b.word) for a, b in pairwise(parse.tokens))
    return any(a in _JOINS and b.lower() in DATELINE_PLACES for a, b in joined)
