"""Joins the stories of languages: what the words of one language decided (online_clustering) holds in all of them."""

from collections.abc import Callable
from dataclasses import replace

from newsclip.stories.ports import IncomingArticle, Merge, Placement
from newsclip.stories.rules.cross_language import CrossLanguageStories, Found
from newsclip.stories.rules.kept_titles import Title
from newsclip.stories.rules.online_clustering import Elsewhere, day_of
from newsclip.stories.rules.shared_numbers import numbers_of
from newsclip.stories.rules.translations import telling_of

type Follow = Callable[[str, str, str], None]
"""(language, gone, into): stories of all other languages follow a merge; of all languages if `language` is ""."""
type Place = Callable[[Elsewhere], Placement]


def title_of(incoming: IncomingArticle, language: str, seen: float) -> Title:
    """`seen`: the day that its expiry counts from."""
    numbers, names = numbers_of(incoming.title, incoming.text), (incoming.publisher, incoming.owner)
    telling = telling_of(incoming.text, numbers, day_of(incoming), language, names)
    return Title(incoming.id, language, incoming.title, telling, seen)


class CrossLanguagePlacing:
    """Places articles by the words of their language, and their stories by the titles of others."""

    def __init__(self, stories: CrossLanguageStories, follow: Follow, settled: Callable[[str], bool]) -> None:
        """`settled`: whether people decided about a story, which is not merged any more."""
        self.stories = stories
        self._follow = follow
        self._settled = settled

    def place(self, title: Title, stay: str, place: Place) -> Placement:
        """`place` places the article in its language, and asks for the story of a new one in others."""
        found: list[Found] = []

        def elsewhere(key: str) -> str:
            self.stories.add(title, key)
            if (told := self.stories.elsewhere(title, stay)) is None:
                return key
            found.append(told)
            return told.story

        placement = place(elsewhere)
        for merge in placement.merges:
            self._follow(title.language, merge.gone, merge.into)
            self.stories.move(merge.gone, merge.into)
        for move in placement.moves:
            self.stories.hand_over([move.id], move.into)
        if placement.split:
            self.stories.hand_over(placement.split.ids, placement.split.apart)
        if placement.report != placement.id:
            return placement
        self.stories.add(title, placement.home)
        placed = _explained(placement, found[0]) if found else self._same(placement, title)
        return self._translated(placed, title)

    def _translated(self, placement: Placement, title: Title) -> Placement:
        """The placement, as the same report as its translation in the story, if there is one."""
        if (original := self.stories.original(title, placement.home)) is None:
            return placement
        article, why = original
        copy = {"sign": "translation", "alike": round(why.alike, 3), "tie": why.tie, "credit": title.telling.credit}
        receipt = dict(placement.receipt) | {"copy_of": article, "copy": copy}
        return replace(placement, report=article, receipt=receipt)

    def _same(self, placement: Placement, title: Title) -> Placement:
        """The placement, with the merge of its story and the one that tells the same in other languages."""
        found = None if placement.moves or placement.split else self.stories.same(title, placement.story)
        if found is None or self._settled(placement.story) or self._settled(found.story):
            return placement
        gone, into = sorted((placement.story, found.story), key=lambda key: (self.stories.size(key), key))
        self._follow("", gone, into)
        self.stories.move(gone, into)
        merge = Merge(gone, into, dict(found.receipt) | {"bridge": placement.id})
        return replace(_explained(placement, found), story=into, merges=[*placement.merges, merge])


def _explained(placement: Placement, found: Found) -> Placement:
    return replace(placement, receipt=dict(placement.receipt) | {"across": found.receipt, "joined": True})
