"""Whom a clip quotes, and what its hashtags name, in short: as links, and as cards beside quotations."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from newsclip.clips import queries
from newsclip.clips.models import Clip, Mention
from newsclip.clips.queries import Bearer
from newsclip.web.caching.list_cache import for_all

_ROLES = 3


@dataclass(frozen=True, slots=True)
class NameCard:
    """`roles`: where publishers call the bearer something else than this quotation's does."""

    bearer: Bearer
    roles: tuple[Mention, ...]

    @property
    def tells_more(self) -> bool:
        """Whether there is more to know than what stands beside the quotation."""
        return bool(self.roles) or self.bearer.quotations > 1


@dataclass(frozen=True, slots=True)
class ClipNames:
    """`quoted`: by the words of the quotation; `tagged`: by the key of the hashtag."""

    quoted: Mapping[str, NameCard] = field(default_factory=dict)
    tagged: Mapping[str, Bearer] = field(default_factory=dict)


def names_of(clip: Clip, silent: Collection[str]) -> ClipNames:
    """`silent`: domains of publishers that the reader mutes. One query where the clip has no name, else three."""
    rows, bearers, said = for_all(("names", clip.pk, clip.version), lambda: _known(clip))
    known = {(one.key, one.story): one for one in bearers}
    borne = {
        row.pk: replace(known[row.key, row.bearer], name=row.name) for row in rows if (row.key, row.bearer) in known
    }
    here = [row for row in rows if row.pk in borne]
    roles = [one for one in said if one.article is None or one.article.publisher.domain not in silent]
    return ClipNames(
        {row.text: NameCard(borne[row.pk], _other_roles(row, roles)) for row in here if row.text},
        {row.hashtag: borne[row.pk] for row in here if row.hashtag},
    )


def _known(clip: Clip) -> tuple[list[Mention], list[Bearer], list[Mention]]:
    """The clip's mentions, who bears the names, and where those it quotes have roles."""
    rows = queries.names_in(clip)
    if not rows:
        return [], [], []
    return rows, queries.bearers_of({row.key for row in rows}), queries.roles_of({row.key for row in rows if row.text})


def _other_roles(row: Mention, roles: Collection[Mention]) -> tuple[Mention, ...]:
    theirs = [one for one in roles if (one.key, one.bearer) == (row.key, row.bearer)]
    others = {one.role.casefold(): one for one in reversed(theirs) if one.role.casefold() != row.role.casefold()}
    return tuple(sorted(others.values(), key=lambda one: (one.at, one.pk), reverse=True))[:_ROLES]
