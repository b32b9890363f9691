"""Who gave versions of a clip their headline or hashtags, and who took them back, as far as the public log tells."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from newsclip.clips import queries
from newsclip.clips.models import Clip, ClipVersion
from newsclip.community import queries as community
from newsclip.kernel.reasons import Reason
from newsclip.kernel.rows import parse_row_id

_GIVEN = {"headline_by_readers": "headline", "hashtags_by_readers": "hashtags"}
_TAKEN_BACK = {"headline_taken_back": "headline", "hashtags_taken_back": "hashtags"}
# What a page tells of the two: readers voted, a moderator of this name did it, or one whom the log does not name.
_GIVEN_BY = {
    "headline": ("headline_by_votes", "headline_by_moderator", "headline_by_a_moderator"),
    "hashtags": ("hashtags_by_votes", "hashtags_by_moderator", "hashtags_by_a_moderator"),
}
_UNDONE_BY = {"headline": "headline_undone_by", "hashtags": "hashtags_undone_by"}
_BY = "suggestion "  # and its number, as amendments have it


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A version, why it was written, and whether a suggestion brought it about."""

    row: ClipVersion
    told: tuple[Reason, ...]
    suggested: bool = False


def history(clip: Clip) -> list[HistoryLine]:
    """Every version, the newest first."""
    lines = [HistoryLine(row, row.told) for row in queries.versions(clip)]
    asked = {line.row.version for line in lines if any(_kind(why) for why in line.told)}
    if not asked:
        return lines
    wishes = _wishes(clip, asked)
    known = community.who_changed(clip.story_id, set(wishes.values()))
    return [_with_who(line, wishes, known) if line.row.version in asked else line for line in lines]


type _Wish = tuple[int, str]  # version, code


def _with_who(line: HistoryLine, wishes: Mapping[_Wish, int], known: Mapping[int, community.Changed]) -> HistoryLine:
    told = list[Reason]()
    for why in line.told:
        number = wishes.get((line.row.version, why.code), 0)
        told.append(_told(why, known[number]) if number in known else why)
    return replace(line, told=tuple(told), suggested=any(why.code in _GIVEN for why in line.told))


def _told(why: Reason, done: community.Changed) -> Reason:
    if why.code in _TAKEN_BACK:
        return Reason(_UNDONE_BY[_kind(why)], {"who": done.undone_by}) if done.undone_by else why
    by_votes, by_moderator, by_a_moderator = _GIVEN_BY[_kind(why)]
    if not done.by_moderator:
        return Reason(by_votes)
    return Reason(by_moderator, {"who": done.by}) if done.by else Reason(by_a_moderator)


def _kind(why: Reason) -> str:
    return _GIVEN.get(why.code) or _TAKEN_BACK.get(why.code, "")


def _wishes(clip: Clip, asked: Collection[int]) -> dict[_Wish, int]:
    """By version and code the number of the suggestion that came or went with it."""
    numbers = {one for version in asked for one in (version, version - 1)}
    rows = clip.versions.filter(version__in=numbers).order_by()
    kept = dict(rows.values_list("version", "document__receipt__amendments"))
    return dict(_changes(kept, asked))


def _changes(kept: Mapping[int, Any], asked: Collection[int]) -> Iterator[tuple[_Wish, int]]:
    for version in asked:
        now, before = (_by_kind(kept.get(one)) for one in (version, version - 1))
        for codes, here, there in ((_GIVEN, now, before), (_TAKEN_BACK, before, now)):
            for code, kind in codes.items():
                new = [number for number in here.get(kind, ()) if number not in there.get(kind, ())]
                if new:
                    yield (version, code), new[-1]


def _by_kind(amendments: Any) -> dict[str, list[int]]:
    """Headline and hashtags → the numbers of the suggestions that wanted others, in their order."""
    found: dict[str, list[int]] = {}
    for one in amendments or ():
        number = parse_row_id(one["by"].removeprefix(_BY)) if one["by"].startswith(_BY) else 0
        if number:
            found.setdefault(one["kind"], []).append(number)
    return found
