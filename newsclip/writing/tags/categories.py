"""Which category an article belongs to: by its publisher's section, by its themes, by the model and descriptions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from newsclip.language.vectors import Embedder
from newsclip.writing.tags.articles import Tagged
from newsclip.writing.tags.model import LEAD, TRAINED_ON, category_model
from newsclip.writing.tags.taxonomy import GENERAL, TAXONOMY, Category, voted
from newsclip.writing.tags.themes import told_themes

_VOTE = 0.6  # a vote's share of the score: the model alone cannot overrule it
# of "World", too, half of it: that page tells where something happened, and fires and trials abroad are no less so
_VOTE_FOR_WHERE = 0.3
_UNSURE = 0.2  # General's score beside shares that add up to one, before the themes have spoken
_THEMES, _HALFWAY = 0.7, 8.0  # the part of the themes' shares at most; of how much is said they get half of it
_UNSURE_ALONE = 5.0  # of themes without a model: a title and a first sentence are not enough, three sentences more are
WHERE = "World"
HAPPENINGS = ("Disasters & Accidents", "Crime & Law")  # what a page of the world tells is one of these first
_COARSE = ("World", "Technology", "Business")  # its training data file here what they have no other category for
# What its training data file under both science and technology is often neither: lost cats, adverts, anniversaries.
_CATCH_ALL, _SURE = "Technology", 0.5
_LEAST = (
    0.22  # of the score, for a trained category of which nothing is said: below, the model divides what it knows not
)
_LEAST_DESCRIBED = 0.3  # for one that has a description only: lost keys are a little like an accident
_IN_PASSING = 1.0  # of what an article of the story says of the best one: less is no theme of it
_BOTH = ("World", "Crime & Law")  # war crimes, hijacked planes and prisoners of war are both, and World first
_POLITICS = "Politics"  # of which the training data have one country's only
# A weight that counts; what an article must say more of it than of the coarse category, by times; its share of that
# one's score. Chosen on 112 clips of seven dev sets, within what costs no right answer of the training data.
_SAID, _MORE, _NEAR, _MUCH_MORE, _VERY_NEAR, _AHEAD = 3.0, 1.0, 0.5, 3.0, 0.7, 0.001
_SHARPNESS = 10.0  # of likeness to descriptions; chosen on the training data's held part


@dataclass(frozen=True, slots=True)
class Categorised:
    """`scores` add up to 1, best first. `by`: "section", "address", "model", "themes" or "none"."""

    category: str
    scores: tuple[tuple[str, float], ...]
    by: str
    reasons: tuple[str, ...] = ()


def categorise(
    article: Tagged,
    *,
    embedder: Embedder,
    taxonomy: tuple[Category, ...] = TAXONOMY,
    weights: Mapping[str, float] | None = None,
) -> Categorised:
    """The article's category. What is not English is judged by the publisher's section and address, and by its themes
    where its language has a vocabulary.

    `weights`: what it says of each category's themes, where that is known already.
    """
    title, text = article.title, article.text
    vote, by = _vote(article.section, article.url, taxonomy)
    told = article.language[:2] in TRAINED_ON and bool((title + text).strip())
    weights = told_themes(article).categories if weights is None else weights
    if told:
        shares = _with_themes(_shares(title, text, embedder, taxonomy), weights)
    else:
        shares = _of_themes({one.name: weights[one.name] for one in taxonomy if weights.get(one.name)})
    if vote:
        shares = _with_vote(shares, vote)
    ranked = tuple(sorted(shares.items(), key=lambda pair: (-pair[1], pair[0] != GENERAL, pair[0])))
    best = ranked[0][0]
    model = category_model()
    reasons = model.reasons(title, text, best) if told and best in model.categories else ()
    return Categorised(best, ranked, by or ("model" if told else "themes" if len(shares) > 1 else "none"), reasons)


def _with_vote(shares: Mapping[str, float], vote: str) -> dict[str, float]:
    """The shares with the publisher's vote; that for "World" also has what spoke for none."""
    weight = _VOTE_FOR_WHERE if vote == WHERE else _VOTE
    voted_for = {name: (1 - weight) * share for name, share in shares.items()}
    unsure = voted_for.pop(GENERAL, 0.0) if vote == WHERE else 0.0
    return voted_for | {vote: voted_for.get(vote, 0.0) + weight + unsure}


def with_finer(
    scores: Mapping[str, float],
    weights: Mapping[str, float],
    told: Mapping[str, float] | None = None,
    only: Collection[str] = (),
) -> dict[str, float]:
    """The scores, where a coarse category may give way to a finer one that the themes speak of: both get their mean.

    `weights`: what an article of the story says of each category's themes, on average; `told`: what its clip does,
    which may name the finer one by itself, and never speaks more of the coarse one. `only`: the finer ones that may be.
    """
    best = max(scores, key=lambda name: (scores[name], name), default=GENERAL)
    if best not in _COARSE:
        return dict(scores)
    finer = [name for name in scores if name == _POLITICS or name not in {GENERAL, *category_model().categories}]
    finer = [name for name in finer if name in only] if only else finer
    said = [name for name in finer if _outweighs(name, best, scores, weights)]
    if told is not None:
        said = [name for name in said if told.get(name, 0.0) >= told.get(best, 0.0)]
        said = said or [name for name in finer if _outweighs(name, best, scores, told)]
    if not said:
        return dict(scores)
    name = max(said, key=lambda one: (weights.get(one, 0.0), one))
    mean = (scores[name] + scores[best]) / 2
    return dict(scores) | {name: mean + _AHEAD, best: mean - _AHEAD}


def without_unsaid(scores: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """The scores; those of Technology and the next exchanged, where the model is unsure and no theme tells of it.

    `weights`: what an article of the story says of each category's themes, on average.
    """
    best, *others = sorted(scores, key=lambda name: (-scores[name], name)) or [GENERAL]
    unsaid = others and any(weights.values()) and not weights.get(best)
    if best != _CATCH_ALL or not unsaid or scores[best] >= _SURE:
        return dict(scores)
    return dict(scores) | {best: scores[others[0]], others[0]: scores[best]}


def general_if_unsure(scores: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """The scores; those of General and of the best exchanged, where model or description alone chose that, and hardly.

    `weights`: what an article of the story says of each category's themes, on average.
    """
    best = max(scores, key=lambda name: (scores[name], name), default=GENERAL)
    if best == GENERAL or weights.get(best, 0.0) >= _IN_PASSING:
        return dict(scores)
    if scores[best] >= (_LEAST if best in category_model().categories else _LEAST_DESCRIBED):
        return dict(scores)
    return dict(scores) | {best: scores.get(GENERAL, 0.0), GENERAL: scores[best]}


def _outweighs(name: str, coarse: str, scores: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    if (coarse, name) == _BOTH:
        return False
    strict = name == _POLITICS and coarse != "World"
    more, near = (_MUCH_MORE, _VERY_NEAR) if strict else (_MORE, _NEAR)
    enough = max(_SAID, more * weights.get(coarse, 0.0))
    return weights.get(name, 0.0) >= enough and scores[name] >= near * scores[coarse]


def _vote(section: str, url: str, taxonomy: tuple[Category, ...]) -> tuple[str, str]:
    by_section = voted(section, taxonomy)
    if by_section:
        return by_section, "section"
    folders = [part for part in unquote(urlsplit(url).path).split("/")[:-1] if 0 < len(part) < 30][:3]
    for folder in folders:
        by_address = voted(folder, taxonomy)
        if by_address:
            return by_address, "address"
    return "", ""


def _shares(title: str, text: str, embedder: Embedder, taxonomy: tuple[Category, ...]) -> dict[str, float]:
    """The untrained categories' shares come from their descriptions; the model divides the rest."""
    described = {category.name: category.description for category in taxonomy if category.description}
    vectors = embedder([f"{title}. {text}"[:LEAD], *described.values()])
    likeness = dict(zip(described, _likeness(vectors), strict=True))
    trained = category_model().probabilities(title, text, vectors[0])
    trained = {name: share for name, share in trained.items() if name in described}
    left = sum(likeness[name] for name in trained)
    whole = sum(trained.values()) or 1.0
    shares = {name: left * trained[name] / whole if name in trained else share for name, share in likeness.items()}
    total = sum(shares.values()) + _UNSURE
    return {GENERAL: _UNSURE / total, **{name: share / total for name, share in shares.items()}}


def _with_themes(shares: dict[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """The shares, mixed with those of what the article says of each category's themes: the more, the stronger."""
    known = {name: weights[name] for name in shares if weights.get(name)}
    whole = sum(known.values())
    part = _THEMES * whole / (whole + _HALFWAY)
    themed = {name: (1 - part) * share for name, share in shares.items()}
    return themed | {name: themed[name] + part * weight / whole for name, weight in known.items()}


def _of_themes(weights: Mapping[str, float]) -> dict[str, float]:
    """The shares by themes alone: General has what it takes to be surer."""
    weighed = dict(weights) | {GENERAL: weights.get(GENERAL, 0.0) + _UNSURE_ALONE}
    whole = sum(weighed.values())
    return {name: weight / whole for name, weight in weighed.items()}


def _likeness(vectors: NDArray[np.float32]) -> list[float]:
    """How like the first vector is to each other one, as shares; what those have in common is left out."""
    if len(vectors) < 2:
        return []
    mean = vectors[1:].mean(axis=0)
    centred = vectors - mean
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    shares = np.exp(_SHARPNESS * (centred[1:] @ centred[0]))
    return [float(share) for share in shares / shares.sum()]
