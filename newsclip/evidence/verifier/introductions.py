"""Whether a role may be put beside a name: its article gives this very role to this very person, and nobody doubts it.

Closed shapes, as for what may be left out: "midwife Ada Holm", "Ada Holm, a midwife at Orlo," and "Orlo's mayor, Ada
Holm,". "A lawyer for Ada Holm", "Ada Holm, who met Mayor Brandt" and "Ada Holm, a friend of hers," give her none.
"""

import re

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.tokens import place_of
from newsclip.evidence.verifier.introduced_roles import is_told
from newsclip.evidence.verifier.named_tokens import NamedTokens, is_of_a_verb, is_of_names, named_tokens
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import omitted_tokens, same_syntax
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks, single_marks
from newsclip.language.syntax import FINITE_TAGS, Parse, Parser

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BEHIND_SUBJECT = FINITE_TAGS | {"RB"}
_CLOSES = frozenset(".!?")
_DESCRIBES = ("appos", "relcl", "acl")


def fault(sentence: Sentence, edit: Edit, articles: Articles, parser: Parser) -> Reason | None:
    """Why the role may not stand beside the name; None where it may. `articles`: those of the story."""
    if not parser.mark:
        return Reason("no_parser")
    first = sentence.evidence[0]
    own = articles[first.article, first.revision]
    said = {"old": edit.old, "new": edit.new}
    told = (
        is_told(edit, one, articles, parser)
        for one in sentence.evidence[1:]
        if (one.article, one.revision, one.part) == (first.article, first.revision, "text")
    )
    if not any(told):
        return Reason("role_not_introduced", said)
    return None if _takes(sentence.text, edit, language_of_article(own), parser) else Reason("role_not_apart", said)


def _takes(text: str, edit: Edit, language: str, parser: Parser) -> bool:
    """Whether the name stands by itself in the sentence, which hangs together with the role as it did without."""
    marked = "''" in text or single_marks.may_open(text)
    if text.count(edit.new) != 1 or text[:1].islower() or marked:
        return False
    bare = text.replace(edit.new, edit.old)
    at = place_of(edit.old, bare)
    if at < 0 or quotation_marks.inside(bare)[at] or place_of(edit.old, bare[at + len(edit.old) :]) >= 0:
        return False
    if _YEAR.search(bare):  # of another year: "In 2017 minister Ada Holm"
        return False
    without, whole = parser(bare, language), parser(text, language)
    named = named_tokens(without, at, edit.old) if without else None
    if without is None or whole is None or named is None or edit.role.lower() in bare.lower():
        return False
    if not is_of_names(without, named):
        return False
    stands = _stands_behind if edit.new.startswith(edit.old) else _stands_before
    return stands(without, named) and _hangs_on_name(whole, without, edit)


def _stands_before(parse: Parse, named: NamedTokens) -> bool:
    """Whether the name takes a role before it: nothing else describes it, and it is no part of another name."""
    token = parse.tokens[named.last]
    of_another = token.label == "poss" and parse.tokens[token.head].word[0].isupper()  # "Holm’s Prisoners"
    return not of_another and not parse.has(named.last, *_DESCRIBES)


def _stands_behind(parse: Parse, named: NamedTokens) -> bool:
    """Whether the verb goes on right behind the name, or the sentence ends with it."""
    token, behind = parse.tokens[named.last], parse.tokens[named.last + 1]
    if token.label in ("nsubj", "nsubjpass") and token.head > named.last:
        return behind.tag in _BEHIND_SUBJECT
    return behind.word in _CLOSES and is_of_a_verb(parse, named.last)


def _hangs_on_name(whole: Parse, without: Parse, edit: Edit) -> bool:
    """Whether the role hangs on the name and on nothing else, and all else hangs together as it did."""
    cut = omitted_tokens(whole, edit.role)
    if cut is None or not same_syntax(cut, without):
        return False
    at = whole.text.find(edit.new) + (len(edit.role) + 1 if not edit.new.startswith(edit.old) else 0)
    named = named_tokens(whole, at, edit.old)
    ties = whole.tokens[cut.top].label == "appos" if edit.new.startswith(edit.old) else True
    return named is not None and whole.tokens[cut.top].head == named.last and ties
