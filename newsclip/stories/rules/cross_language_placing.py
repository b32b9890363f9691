"""Joins the stories of languages: what the words of one language decided (online_clustering) holds in all of them."""

from collections.abc import Callable
from dataclasses import replace

from newsclip.stories.ports import IncomingArticle, Merge, Placement
from newsclip.stories.rules.cross_language import CrossLanguageStories, Found, Title
from newsclip.stories.rules.online_clustering import Elsewhere, day_of
from newsclip.stories.rules.shared_numbers import numbers_of

type Follow = Callable[[str, str, str], None]
"""(language, gone, into): stories of all other languages follow a merge; of all languages if `language` is ""."""
type Place = Callable[[Elsewhere], Placement]


def title_of(incoming: IncomingArticle, language: str, seen: float) -> Title:
    """`seen`: the day that its expiry counts from."""
    numbers = numbers_of(incoming.title, incoming.text)
    return Title(incoming.id, language, incoming.title, numbers, day_of(incoming), seen)


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
        if placement.split:
            self.stories.hand_over(placement.split.ids, placement.split.apart)
        if placement.report != placement.id:
            return placement
        self.stories.add(title, placement.home)
        return _explained(placement, found[0]) if found else self._same(placement, title)

    def _same(self, placement: Placement, title: Title) -> Placement:
        """The placement, with the merge of its story and the one that tells the same in other languages."""
        found = None if placement.split else self.stories.same(title, placement.story)
        if found is None or self._settled(placement.story) or self._settled(found.story):
            return placement
        gone, into = sorted((placement.story, found.story), key=lambda key: (self.stories.size(key), key))
        self._follow("", gone, into)
        self.stories.move(gone, into)
        merge = Merge(gone, into, dict(found.receipt) | {"bridge": placement.id})
        return replace(_explained(placement, found), story=into, merges=[*placement.merges, merge])


def _explained(placement: Placement, found: Found) -> Placement:
    return replace(placement, receipt=dict(placement.receipt) | {"across": found.receipt, "joined": True})
