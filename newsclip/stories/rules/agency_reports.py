"""An agency's report told anew: of one story, which report an article repeats in other words.

Both credit one agency or one publisher, or the one credits the other; and the one tells nothing that the other does not
(`paraphrases`). Where the other has reporting of its own beside the agency's, it is no report of the agency.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any, NamedTuple

from newsclip.language.agency_credits import is_agency, is_signed_whole, short_name
from newsclip.language.news_agencies import AGENCIES, AGENCY
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.stories.rules.paraphrases import TOLD, ComparedText, Terms, compared_text, share_told
from newsclip.stories.rules.publisher_credits import Credits, Telling, credits_of, plain, signed_names
from newsclip.stories.rules.terms import terms

RETOLD = "retold"  # the sign of such a copy, on its receipt
_BESIDE = 24  # characters between an agency's name and the word that says it tells: "reported", "according to the"
_LOOKED_AT, _MOST_NAMED = 12_000, 20  # characters of a text; times that a name is looked up
_WRITTEN = {one.sign: (one.sign, *one.names) for one in AGENCIES}


class _Known(NamedTuple):
    """Whom each article credits; the publishers by their `plain` names."""

    credits: Mapping[int, Credits]
    publishers: Mapping[str, str]


@dataclass(frozen=True)
class Account:
    """An article of a story. `text` is "" where it was not read yet."""

    telling: Telling
    language: str
    title: str = ""
    text: str = ""

    @cached_property
    def told(self) -> ComparedText:
        return compared_text(self.title, self.text, self.language, self.telling.published)


class Retelling(NamedTuple):
    """An article is the same report as `of`: `share` of the one is told in the other. `source`: whose report it is, an
    agency's sign or a publisher's name.
    """

    of: int
    share: float
    source: str


def is_retold(receipt: Mapping[str, Any]) -> bool:
    """Whether a membership's receipt says that its article tells another's report in other words."""
    return (receipt.get("copy") or {}).get("sign") == RETOLD


def worth_reading(account: Account, others: Sequence[Account]) -> list[int]:
    """Of these articles, whose texts were not read, those with which this one may have an agency in common."""
    publisher = account.telling.publisher
    is_any = short_name(publisher) != publisher or any(is_agency(publisher, sign) for sign in _WRITTEN)
    known = _known([account, *others])
    return [other.telling.article for other in others if is_any or source_in_common(account, other, known)]


def retelling(account: Account, others: Sequence[Account]) -> Retelling | None:
    """The article of which this one is the same agency's report told anew, or the other way round; the most alike."""
    known = _known([account, *others])
    found = (_retold(account, other, known) for other in others)
    return max(filter(None, found), key=lambda one: one.share, default=None)


def _known(accounts: Sequence[Account]) -> _Known:
    tellings = [one.telling for one in accounts]
    return _Known(credits_of(tellings), {plain(one.publisher): one.publisher for one in tellings})


def _retold(one: Account, other: Account, known: _Known) -> Retelling | None:
    source = source_in_common(one, other, known)
    if not source:
        return None
    given = _nobodys(one, other, source)
    shares = share_told(one.told, other.told, given), share_told(other.told, one.told, given)
    of_other, of_one = (share >= TOLD for share in shares)
    if (of_other and (of_one or _is_whole(other, source))) or (of_one and _is_whole(one, source)):
        return Retelling(other.telling.article, max(shares), source)
    return None


def source_in_common(one: Account, other: Account, known: _Known) -> str:
    """The agency or the publisher that both articles are from: both credit it, or the one does and it is the other's;
    or "". "With agency material" may be of any agency that the other names.
    """
    mine, theirs = known.credits[one.telling.article], known.credits[other.telling.article]
    own, others = plain(one.telling.publisher), plain(other.telling.publisher)
    signs = [sign for sign in mine.agencies if sign in theirs.agencies and sign != AGENCY]
    if mine.agencies and theirs.agencies and AGENCY in {*mine.agencies, *theirs.agencies}:
        signs += [sign for sign in (*theirs.agencies, *mine.agencies) if sign != AGENCY]
    names = mine.publishers & {*theirs.publishers, others} | theirs.publishers & {own}
    said = (*_named_in(one, other, theirs), *_named_in(other, one, mine))
    return next(iter((*signs, *(known.publishers[name] for name in sorted(names)), *said)), "")


def _named_in(account: Account, other: Account, credits: Credits) -> Iterator[str]:
    """Who is named in the text as telling it ("Crosswater reported"), of the other's publisher and agencies."""
    publisher = other.telling.publisher
    if plain(publisher) != plain(account.telling.publisher) and _tells(account, (publisher, short_name(publisher))):
        yield publisher
    yield from (sign for sign in credits.agencies if _tells(account, _WRITTEN.get(sign, ())))


def _tells(account: Account, names: Iterable[str]) -> bool:
    says, text = _says(account.language), account.text[:_LOOKED_AT]
    return any(
        says.search(text, max(0, found.start() - _BESIDE), found.end() + _BESIDE)
        for name in filter(None, names)
        for found in islice(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text), _MOST_NAMED)
    )


@cache
def _says(language: str) -> re.Pattern[str]:
    """The words that tell whose words these are."""
    guards = pack(language).guards
    return ignoring_case(rf"(?<!\w)(?:{any_of(map(re.escape, guards.attribution or ()) if guards else ())})(?!\w)")


def _is_whole(account: Account, source: str) -> bool:
    """Whether the article is the source's alone."""
    one = account.telling
    if source in {one.publisher, plain(one.publisher)} or is_agency(one.publisher, source):
        return True
    if plain(source) in map(plain, signed_names(one.tail)):
        return True
    return is_signed_whole(one.authors, one.head, one.tail)


def _nobodys(one: Account, other: Account, source: str) -> Terms:
    """The terms of the source, of both publishers and authors: they are no reporting of an article's own."""
    people = (one.telling.publisher, other.telling.publisher, *one.telling.authors, *other.telling.authors)
    names = (source, *_WRITTEN.get(source, ()), *people)
    return frozenset(term for name in names for term in terms(name, one.language))
