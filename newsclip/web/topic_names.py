"""What is followed or muted, by the name that people know it by: publishers and hashtags have keys of their own."""

from collections.abc import Collection, Iterable

from django.db.models import Min
from django.utils.translation import gettext, gettext_lazy

from newsclip.clips.models import Hashtag
from newsclip.clips.queries import names_followed
from newsclip.community.models import OWN_WORDS, Topic
from newsclip.ranking.queries import PersonalPlace
from newsclip.sources.models import Publisher

# What one can follow or mute, as pages call it.
KINDS = {
    Topic.HASHTAG: gettext_lazy("Hashtag"),
    Topic.CATEGORY: gettext_lazy("Category"),
    Topic.SOURCE: gettext_lazy("Publisher"),
    Topic.NAME: gettext_lazy("Person, place or organisation in the news"),
    Topic.STORY: gettext_lazy("Story"),
    Topic.CHAIN: gettext_lazy("Follow-ups to a story"),
    Topic.PERSON: gettext_lazy("Member of this site"),
    Topic.WORD: gettext_lazy("Word"),
}
_STORY = "this story"
_SOURCE = "source "


def topic_names(topics: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """(kind, key) → its name; a publisher or a hashtag that was never met is called by its key."""
    wanted = set(topics)
    sources = publisher_names({key for kind, key in wanted if kind == Topic.SOURCE})
    tags = _hashtags({key for kind, key in wanted if kind == Topic.HASHTAG})
    names = names_followed({key for kind, key in wanted if kind == Topic.NAME})
    return {(kind, key): names[key] if kind == Topic.NAME else _name(kind, key, sources, tags) for kind, key in wanted}


def _name(kind: str, key: str, sources: dict[str, str], tags: dict[str, str]) -> str:
    match kind:
        case Topic.SOURCE:
            return sources.get(key, key)
        case Topic.HASHTAG:
            return f"#{tags.get(key, key)}"
        case Topic.CATEGORY:
            return gettext(key)
        case Topic.STORY | Topic.CHAIN:
            return gettext("story %(number)s") % {"number": key}
    return key


def publisher_names(domains: Collection[str]) -> dict[str, str]:
    """Domain → the name of its publisher, where we know one."""
    rows = Publisher.objects.filter(domain__in=domains) if domains else Publisher.objects.none()
    own = {OWN_WORDS: gettext("A language model’s own words")} if OWN_WORDS in domains else {}
    return own | dict(rows.values_list("domain", "name"))


def _hashtags(keys: Collection[str]) -> dict[str, str]:
    rows = Hashtag.objects.filter(key__in=keys) if keys else Hashtag.objects.none()
    return dict(rows.order_by().values_list("key").annotate(written=Min("name")))


def names_of_reasons(places: Iterable[PersonalPlace]) -> dict[str, str]:
    """What each place names as followed ("#harbour", "ledger.example") → its name."""
    topics = {said: _topic(said, place) for place in places for said in place.placed.because[:1]}
    names = topic_names(topics.values())
    return {said: gettext(_STORY) if said == _STORY else names[topic] for said, topic in topics.items()}


def _topic(said: str, place: PersonalPlace) -> tuple[str, str]:
    if said.startswith("#"):
        return Topic.HASHTAG, said.removeprefix("#")
    if said in place.candidate.sources:
        return Topic.SOURCE, said
    return (Topic.CATEGORY if said == place.candidate.category else Topic.PERSON), said


def names_of_mutes(whys: Iterable[str]) -> list[str]:
    """Names of the mutes that hide clips ("source ledger.example", "word ferry"), each once."""
    topics = list(dict.fromkeys(topic for why in whys for topic in _muted(why)))
    names = topic_names(topics)
    return [names[topic] for topic in topics]


def _muted(why: str) -> list[tuple[str, str]]:
    """(kind, key) of a mute, or of several publishers that leave nobody who tells a story."""
    ones = why.split(f", {_SOURCE}") if why.startswith(_SOURCE) else [why]
    kind, _, key = ones[0].partition(" ")
    return [(kind, one) for one in (key, *ones[1:])]
