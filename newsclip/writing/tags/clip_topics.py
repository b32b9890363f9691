"""Which topics of the articles a clip of them is about: what its headline and summary name, or two lines below."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsclip.language.themes import stems
from newsclip.writing.tags.articles import IN_HEADLINE, ClipText
from newsclip.writing.tags.concept import CENTRAL, Concept, least_central
from newsclip.writing.tags.keyphrases import Phrase
from newsclip.writing.tags.whole_names import persons, says_too_little

_BELOW_HEADLINE = IN_HEADLINE - 1
_HALF, _AGAIN = 0.5, 2  # of the articles; articles, or mentions
# the score of a word that is a topic by itself; on 28 clips it parts "coin" and "crocodiles" from "hammer" and "door"
_MAIN = 6.0


def told_names(found: Sequence[Concept], told: ClipText) -> list[Concept]:
    """The concepts that the clip tells of, those of its headline and summary first; none in passing."""
    weighed = [(one, told.prominence(_all_names(one))) for one in found]
    kept = [
        (replace(one, weight=one.weight * by, titled=one.titled or by > (_BELOW_HEADLINE if one.home else 1.0)), by)
        for one, by in weighed
        if by
    ]
    least = least_central([one for one, _ in kept])
    central = [
        one
        for one, by in kept
        if by >= IN_HEADLINE
        or (one.score >= least and not one.in_passing)
        or (by > 1.0 and one.names.total() >= _AGAIN and not one.home)  # a tag where there are few
    ]
    return sorted(central, key=lambda one: (-one.score, one.full))


def lesser_names(found: Sequence[Concept], told: ClipText) -> list[Concept]:
    """The concepts that the articles tell again and again, and the clip at least once."""
    least = CENTRAL * max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= least and not one.in_passing and told.has(_all_names(one))]


def _all_names(one: Concept) -> set[str]:
    """Its names as a clip may write them: a person's last name, and a place's as an owner's ("Orlos")."""
    owners = {f"{name}s" for name in one.names if one.place}
    return {*one.names, *persons(one.names.keys()), *owners}


def told_words(ranked: Sequence[Sequence[Phrase]], told: ClipText, language: str, themes: Sequence[str]) -> list[str]:
    """The words of the headline that are the best phrase of half of the articles: "crocodiles".

    None that a theme has in its name, as "earthquake" has "quake".
    """
    firsts = [phrases[0] for phrases in ranked if phrases and len(phrases[0].stems) == 1 and phrases[0].text.islower()]
    scores, times = Counter[str](), Counter(phrase.text for phrase in firsts)
    for phrase in firsts:
        scores[phrase.text] += phrase.score  # type: ignore[assignment]
    return [
        word
        for word, articles in times.most_common()
        if articles >= _HALF * len(ranked)
        and scores[word] >= _MAIN * articles
        and word not in says_too_little()
        and told.prominence([word]) >= IN_HEADLINE
        and not any(stem in theme.lower() for stem in stems(word, language) for theme in themes)
    ]


def told_phrases(phrases: Sequence[Phrase], ranked: Sequence[Sequence[Phrase]], told: ClipText) -> list[Phrase]:
    """The phrases that the clip tells of and half of the articles, or its headline and two of them.

    A single word is in the headline.
    """
    articles = Counter(phrase.stems for one in ranked for phrase in one)

    def is_told(phrase: Phrase) -> bool:
        times = articles[phrase.stems]
        if times < min(_AGAIN, _HALF * len(ranked)):
            return False
        weight = told.prominence([phrase.text])
        return weight >= IN_HEADLINE or (weight > 0 and times >= _HALF * len(ranked) and len(phrase.stems) > 1)

    return [phrase for phrase in phrases if is_told(phrase)]
