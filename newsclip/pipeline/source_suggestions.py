"""Sources that readers suggest: what is looked up for them, and what a moderator's decision does."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.community.models import SourceSuggestion
from newsclip.kernel.addresses import are_of_one_site, domain_of, normalize, with_scheme
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.sources import actions, queries
from newsclip.sources.models import Discovery, Source
from newsclip.sources.ports import FoundSource


def suggest(url: str, reader: Reader, *, now: datetime, why: str = "") -> SourceSuggestion | Source:
    """Suggest the source at this address, within the limits of links; a followed one is returned instead, and of the
    home page of a publisher one of those that are followed of it.

    Raises Refused("not_a_url", "source_of_ours", "banned", "suspended", "too_fast", …).
    """
    address = normalize(with_scheme(url))
    if are_of_one_site(address, OPTIONS.site_url):
        raise Refused("source_of_ours")
    followed = queries.followed_at(address) or queries.followed_at_home(address)
    if followed:
        return followed
    mine = SourceSuggestion.objects.filter(reader=reader, url=address, code="").first()
    if mine:
        return mine
    community.permit_link(reader, domain_of(address), new_here=False, now=now)  # a moderator decides, whoever asks
    with transaction.atomic():
        looked = actions.look_for_sources(address, now=now)
        made = community.suggest_source(reader, looked, now=now, why=why)
        if looked.done_at:
            settle(looked, now=now)
    made.refresh_from_db()
    return made


def settle(looked: Discovery, *, now: datetime) -> None:
    """The worker looked: where nothing can be followed, or everything is already, nobody has to decide."""
    urls = [one["url"] for one in looked.found]
    if looked.code != "sources_found":
        community.close_source_suggestions(looked, looked.code, now=now)
    elif len(queries.at_addresses(urls)) == len(urls):
        community.close_source_suggestions(looked, "already_followed", now=now)


@transaction.atomic
def accept(moderator: Reader, suggestion: SourceSuggestion, found: Sequence[FoundSource], *, now: datetime) -> Source:
    """A moderator has these followed; logged publicly. Raises Refused("already_gone", "not_allowed", …)."""
    results = [actions.follow_found(one, now) for one in found]
    source = queries.all_sources().get(pk=results[0].source_id)
    said = ", ".join(one.url.partition("?")[0] for one in found)[:500]
    community.decide_source(moderator, suggestion.url, accepted=True, reason=said, now=now, name=source.publisher.name)
    return source


def decline(moderator: Reader, suggestion: SourceSuggestion, reason: str, *, now: datetime) -> None:
    """A moderator does not want it; logged publicly. Raises Refused("empty", "already_gone", "not_allowed", …)."""
    community.decide_source(moderator, suggestion.url, accepted=False, reason=reason, now=now)
