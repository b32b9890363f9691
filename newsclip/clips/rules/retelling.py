"""A reason that is kept in English words (see changes and amendments), told in another language.

The words are read back by the patterns that they were made by, so that what was kept long ago is told too; whatever
fits none of them stays as it is.
"""

import re
from collections.abc import Callable

from newsclip.clips.rules.changes import COUNTS
from newsclip.kernel.reasons.refusals import SENTENCES

type Translate = Callable[[str], str]

_QUOTED = r"“(?:[^“”]|“[^“”]*”)*”"
_HELD = rf"(?:{_QUOTED}|[$£€¥]?\d(?:[\d.,:]*\d)?%?)"
_WHO = r"(?P<who>[^“”]{1,200}?)"
_CHANGE = (
    (rf"changed (?P<was>{_HELD}) to (?P<now>{_HELD})", "changed %(was)s to %(now)s"),
    (rf"left out (?P<was>{_HELD})", "left out %(was)s"),
    (rf"added (?P<now>{_HELD})", "added %(now)s"),
    (rf"no longer says (?P<was>{_HELD})", "no longer says %(was)s"),
    (r"put a sentence otherwise", "put a sentence otherwise"),
)
_ANY_CHANGE = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in _CHANGE)
_TOLD = (
    (
        rf"An article of {_WHO} was found to tell another story\.",
        "An article of %(who)s was found to tell another story.",
    ),
    (rf"{_WHO} took its article back\.", "%(who)s took its article back."),
    (rf"{_WHO} changed other parts of its article\.", "%(who)s changed other parts of its article."),
    (rf"{_WHO} changed its article\.", "%(who)s changed its article."),
    (rf"{_WHO} asked that its words be taken down\.", "%(who)s asked that its words be taken down."),
    (rf"{_WHO} (?P<changes>(?:(?:, | and )?(?:{_ANY_CHANGE}))+ and more)\.", "%(who)s %(changes)s, and more."),
    (rf"{_WHO} (?P<changes>(?:(?:, | and )?(?:{_ANY_CHANGE}))+)\.", "%(who)s %(changes)s."),
    (rf"Says (?P<was>{_QUOTED}), the passage says (?P<now>{_QUOTED})\.", "Says %(was)s, the passage says %(now)s."),
    (
        rf"Says the figure (?P<was>{_QUOTED}), the passage says (?P<now>{_QUOTED})\.",
        "Says the figure %(was)s, the passage says %(now)s.",
    ),
    (
        rf"Says the date (?P<was>{_QUOTED}), the passage says (?P<now>{_QUOTED})\.",
        "Says the date %(was)s, the passage says %(now)s.",
    ),
    (
        rf"Says (?:the (?:date|figure) )?(?P<was>{_QUOTED}), which the passage does not say\.",
        "Says %(was)s, which the passage does not say.",
    ),
    (
        rf"The passage does not hold the quotation (?P<was>{_QUOTED})\.",
        "The passage does not hold the quotation %(was)s.",
    ),
    (r"Its articles are now story (?P<story>\d+)\.", "Its articles are now story %(story)s."),
    (r"It is now part of story (?P<story>\d+)\.", "It is now part of story %(story)s."),
    (rf"Its headline is to be (?P<now>{_QUOTED})\.", "Its headline is to be %(now)s."),
    (r"Its hashtags are to be (?P<now>[^.“”]+)\.", "Its hashtags are to be %(now)s."),
    (r"(?P<count>\w+) more articles joined\.", "%(count)s more articles joined."),
    (r"(?P<count>\w+) articles left the story\.", "%(count)s articles left the story."),
)
_WHOLE = (
    "One more article joined.",
    "One article left the story.",
    "First version.",
    "The writer works differently now.",
    "Readers gave it another headline.",
    "Readers gave it other hashtags.",
    "What readers wanted, another headline, was taken back.",
    "What readers wanted, other hashtags, was taken back.",
    "The clip was withdrawn.",
    "The clip is published again: its story was written anew.",
    "A reader doubted a sentence, and it did not stand.",
    "It was checked again, and rests on the publisher's words that it cites.",
    "The publisher's words are no longer what this rests on.",
    "The passage says the same words in another order.",
    "Words were left out in the middle of a clause.",
    "Two sentences of the passage were run together.",
    "There is no article that it could rest on.",
)
# What the verifier says seldom, as it is kept but for its places; %(was)s and %(now)s stand within quotation marks.
_OF_THE_VERIFIER = (
    "The passage does not hold %(was)s.",
    "Only a heading may name a role.",
    "The passage says this in quotation marks, or without them.",
    "The passage has other marks before %(was)s.",
    "The passage opens a quotation here, or the sentence does where it does not.",
    "One of sentence and passage asks what the other states.",
    "%(was)s opens the passage's sentence and was left out.",
    "%(was)s was left out, which may turn the sentence.",
    "%(was)s may not become %(now)s: only a name may take the place of a pronoun.",
    "%(was)s became %(now)s, whom the sentence before does not begin with.",
    "%(was)s became %(now)s, the article speaks of somebody else there, too.",
    "%(was)s became %(now)s, the article last names nobody.",
    "%(was)s became %(now)s, the article last names %(who)s.",
    "Says %(was)s where the passage says %(now)s: the same words in another order.",
    "The source %(was)s is not what its publisher gives.",
    "A passage is cited from an article that is not among the sources.",
    "Says %(said)s reports, the sources are %(held)s.",
    "The clip's dates are not those of its first and its last article.",
    "The address %(was)s is not the headline's.",
    "No article gives this picture with these words and credit.",
    "No article holds the words of %(tag)s.",
    "The sentence tells more than one day: %(days)s.",
    "Dated %(day)s, the sentence tells %(days)s.",
    "The date %(day)s does not follow from the sentence.",
    "There is one value only: nobody disagrees.",
    "One article does not disagree with itself.",
    "No passage is about %(was)s.",
    "The heading rests on words that are not of its section.",
    "Something below this title is not told by its article.",
    "No passage of the section holds %(was)s in a row.",
    "A heading may not hold %(was)s: cut out of its sentence it can say something else.",
    "%(was)s states something that its sentence may not: a heading only names.",
    "The passage does not hold this quotation.",
    "The passage holds these words, but not as anybody's speech.",
    "The quotation begins or ends in the middle of what was said.",
    "No passage names %(was)s.",
    "No passage holds the name %(was)s.",
    "%(was)s is recorded as left out, but the passage does not hold it.",
    "%(was)s is recorded as changed, but the passage does not hold it.",
    "Given to %(who)s, the passage gives it to %(speaker)s.",
    "Given to %(who)s, the passage to nobody.",
    "The passage does not call the speaker %(was)s.",
    "There are no words to check.",
    "A quotation mark is not closed.",
    "A name is recorded as put in, but the sentence does not hold it.",
    "This is no role that a heading may name.",
    "Not every sentence below fits the heading %(was)s.",
    "It is not what was published: its seal is broken.",
)


def _pattern(told: str) -> str:
    """What reads such a sentence back."""
    held = {"was": _QUOTED, "now": _QUOTED}
    return re.sub(
        r"%\\\((\w+)\\\)s", lambda place: f"(?P<{place[1]}>{held.get(place[1], '[^“”]{1,200}?')})", re.escape(told)
    )


_PLACES = tuple(
    (re.compile(pattern), told) for pattern, told in (*_TOLD, *((_pattern(told), told) for told in _OF_THE_VERIFIER))
)
_CHANGES = tuple((re.compile(pattern), told) for pattern, told in _CHANGE)
_BETWEEN = re.compile(r", | and ")
_AND, _NOBODY = "%(first)s and %(last)s", "A publisher"
TO_TRANSLATE = (
    *_WHOLE, *(told for _, told in _TOLD), *(told for _, told in _CHANGE), *_OF_THE_VERIFIER, _AND, _NOBODY
)  # fmt: skip
"""Every sentence with its places, to be translated."""


def retold(reason: str, translate: Translate) -> str:
    """The reason, sentence by sentence, as `translate` tells each; what has no translation stays English."""
    said, at = [], 0
    while at < len(reason):
        length, words = _next(reason[at:], translate)
        said.append(words)
        at += length
        at += len(reason[at:]) - len(reason[at:].lstrip())
    return " ".join(said)


def _next(rest: str, translate: Translate) -> tuple[int, str]:
    """How long the first sentence of this is, and what it is called."""
    for whole in (*_WHOLE, *SENTENCES):
        if rest.startswith(whole):
            return len(whole), translate(whole)
    for pattern, told in _PLACES:
        if found := pattern.match(rest):
            return found.end(), _filled(told, found, translate)
    return len(rest), translate(rest)


def _filled(told: str, found: "re.Match[str]", translate: Translate) -> str:
    if (words := translate(told)) == told:
        return found.group()
    given = found.groupdict()
    if "changes" in given:
        given["changes"] = _changes(given["changes"].removesuffix(" and more"), translate)
    if given.get("who") == _NOBODY:
        given["who"] = translate(_NOBODY)
    if "count" in given:
        given["count"] = _figure(given["count"])
    return words % given


def _changes(words: str, translate: Translate) -> str:
    """ "changed 9 to 11 and added “late”", each told anew; the last is joined as the language does."""
    parts, at = [], 0
    while at < len(words):
        found, told = _change_at(words, at)
        if found is None:
            return words
        parts.append(translate(told) % found.groupdict())
        gap = _BETWEEN.match(words, found.end())
        at = gap.end() if gap else len(words)
    *first, last = parts
    return translate(_AND) % {"first": ", ".join(first), "last": last} if first else last


def _change_at(words: str, at: int) -> "tuple[re.Match[str] | None, str]":
    return next(((found, told) for one, told in _CHANGES if (found := one.match(words, at))), (None, ""))


def _figure(word: str) -> str:
    return str(COUNTS.index(word.lower())) if word.lower() in COUNTS else word
