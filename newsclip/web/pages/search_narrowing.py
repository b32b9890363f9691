"""What narrows a search: days and publishers as people name them, and filters to tap above the results."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import get_close_matches

from django.db.models import Q
from django.utils.translation import gettext

from newsclip.clips.models import Clip
from newsclip.language.search_query import QueryPart, filters_resolved
from newsclip.ranking.queries import sources_of
from newsclip.sources.models import Publisher
from newsclip.web.topic_names import publisher_names

_PUBLISHERS = 6  # offered above the results
_NEAREST = 5  # publishers whose names come near what was typed
_SHORTEST = 3  # letters of a word that may be a part of a publisher's name
_KNOWN = 2000  # publishers among which a name that is spelt otherwise is looked for
_LOOKED_UP = 3  # publishers' names in one question


@dataclass(frozen=True, slots=True)
class Narrower:
    """A question that finds fewer of the results, and what it is called."""

    question: str
    says: str


def resolved(typed: str, *, now: datetime) -> str:
    """The question with its days as dates and its publishers by their domains."""
    names = {"today": now, gettext("today"): now, "yesterday": now - timedelta(days=1)}
    names[gettext("yesterday")] = names["yesterday"]
    asked = dict[str, str]()

    def domain(name: str) -> str:
        if name not in asked and len(asked) < _LOOKED_UP:
            asked[name] = _domain(name)
        return asked.get(name, "")

    days = {word.casefold(): f"{day:%Y-%m-%d}" for word, day in names.items()}
    return filters_resolved(typed, days=days, domain=domain)


def _domain(name: str) -> str:
    """That of the publisher who is called so; "" where none is, or where several are."""
    publishers = Publisher.objects.order_by("domain")
    if publishers.filter(domain=name.lower()).exists():
        return ""
    for asked in ({"name__iexact": name}, {"name__icontains": name}):
        found = list(publishers.filter(**asked).values_list("domain", flat=True)[:2])
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def source_filter(domain: str, name: str) -> str:
    """The filter by the publisher's name, where that means no other one: a page of results asks it, in one question."""
    meant = Publisher.objects.filter(Q(name__iexact=name) | Q(domain=name.lower())).values_list("domain", flat=True)
    return f'source:"{name}"' if '"' not in name and list(meant[:2]) == [domain] else f"source:{domain}"


def named(filters: Sequence[QueryPart]) -> list[QueryPart]:
    """The filters with publishers by their names."""
    names = publisher_names({part.value.lower() for part in filters if part.kind == "source"})
    return [
        replace(part, value=names.get(part.value.lower(), part.value)) if part.kind == "source" else part
        for part in filters
    ]


def narrowers(asked: str, filters: Sequence[QueryPart], shown: Sequence[Clip], *, now: datetime) -> list[Narrower]:
    """Days, and the publishers that tell most of the results; neither where the question holds such a filter."""
    kinds = {part.kind for part in filters}
    found = list[Narrower]()
    if shown and not kinds & {"after", "before"}:
        for says, back in ((gettext("Today"), 0), (gettext("Last 3 days"), 2), (gettext("Last 7 days"), 6)):
            found.append(Narrower(f"{asked} after:{now - timedelta(days=back):%Y-%m-%d}", says))
    if shown and "source" not in kinds:
        found += [Narrower(f"{asked} source:{domain}", name) for domain, name in _publishers(shown)]
    meant = _meant(asked, filters)
    return found + [one for one in meant if one.says not in {other.says for other in found}]


def _meant(asked: str, filters: Sequence[QueryPart]) -> list[Narrower]:
    """The publishers whose names come near a filter that names none; of a single word, those that have it in theirs."""
    for part in filters:
        value = part.value.lower()
        if part.kind == "source" and not Publisher.objects.filter(domain=value).exists():
            return [Narrower(f"{part.without} source:{domain}".strip(), name) for domain, name in _near(value)]
    if filters or len(asked.split()) != 1 or len(asked) < _SHORTEST:
        return []
    named = Publisher.objects.filter(name__icontains=asked).order_by("name").values_list("domain", "name")
    return [Narrower(f"source:{domain}", name) for domain, name in named[:_NEAREST]]


def _near(typed: str) -> list[tuple[str, str]]:
    """Publishers that have it in their names, else those whose names are spelt like it."""
    rows = Publisher.objects.order_by("name").values_list("domain", "name")
    within = list(rows.filter(name__icontains=typed)[:_NEAREST])
    if within:
        return within
    names = {name.casefold(): (domain, name) for domain, name in rows[:_KNOWN]}
    return [names[one] for one in get_close_matches(typed, names, _NEAREST)]


def _publishers(shown: Sequence[Clip]) -> Iterator[tuple[str, str]]:
    told = sources_of([clip.story_id for clip in shown])
    often = Counter(domain for domains in told.values() for domain in sorted(domains))
    first = [domain for domain, _ in often.most_common(_PUBLISHERS)] if len(often) > 1 else []
    names = publisher_names(first)
    yield from ((domain, names[domain]) for domain in first if domain in names)
