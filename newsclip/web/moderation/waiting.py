"""What waits in the review queue, ready to be read: the same words together, with what can be done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from newsclip.accounts.models import Reader
from newsclip.community import queries
from newsclip.community.models import Comment, Flag, Target
from newsclip.community.queries import TargetContext, Waiting
from newsclip.web.moderation import targets
from newsclip.web.moderation.doubted import Doubted, doubted_in
from newsclip.web.moderation.effects import Effect, effect

_DEEDS = {"held": ("approve", "remove"), "shown": ("remove", "dismiss")}  # of comments, by their state
_DEEDS_OF: dict[str, tuple[str, ...]] = {Target.READER: ("warn", "dismiss"), Target.STORY: ("agree", "dismiss")}
_MANY_OF = _DEEDS_OF | {Target.STORY: ("dismiss", "remove")}
_KEYS = {"approve": "a", "agree": "a", "remove": "r", "dismiss": "x", "warn": "w"}
_LONG = 600  # characters of a comment that are folded
_TELLING = 40  # characters that two people do not write alike by chance


@dataclass(frozen=True, slots=True)
class FlagSummary:
    """All flags of one thing together. `reasons`: each with how often it was given and by whom, the most frequent
    first; `words`: what was written with them, and by whom; "" for a closed account.
    """

    count: int
    first: datetime
    reasons: tuple[tuple[str, int, tuple[str, ...]], ...]
    words: tuple[tuple[str, str], ...]


def summary(flags: Sequence[Flag], *, own: Collection[tuple[str, str]] = ()) -> FlagSummary | None:
    """What readers and rules have against something, in one; None where nobody has anything.

    `own`: targets of the one who looks. Moderators do not learn who flagged them, nor by which words.
    """
    if not flags:
        return None
    reasons: dict[str, list[str]] = {}
    for one in flags:
        reasons.setdefault(str(Flag.Reason(one.reason).label), []).append(_name(one, own))
    by_number = sorted(reasons.items(), key=lambda given: -len(given[1]))
    given = tuple((reason, len(names), tuple(dict.fromkeys(filter(None, names)))) for reason, names in by_number)
    said = [one for one in flags if one.words and one.reason != Flag.Reason.DOUBT]  # a doubt stands with its sentence
    told = [one for one in said if (one.reason == Flag.Reason.HELD or not _is_own(one, own))]
    words = tuple(dict.fromkeys((one.words, _name(one, own)) for one in told))
    return FlagSummary(len(flags), min(one.at for one in flags), given, words)


def _name(flag: Flag, own: Collection[tuple[str, str]]) -> str:
    return flag.reader.username if flag.reader and not _is_own(flag, own) else ""


def _is_own(flag: Flag, own: Collection[tuple[str, str]]) -> bool:
    return (flag.kind, flag.key) in own


@dataclass(frozen=True, slots=True)
class SameWords:
    """A further comment with the same words: its address, who wrote it, and the headline that it was said on."""

    address: str
    author: str
    headline: str


@dataclass(slots=True)
class Matter:
    """`items`: what one mark marks; `same`: further comments with the same words; `first`: the address of the comment
    that had them first, if it does not wait itself; `deeds`: what one button does, each with its key; `raised`: the
    flags of all of them; `own`: targets of the moderator who looks; `doubts`: what readers doubt in the
    story.
    """

    one: Waiting
    comment: Comment | None
    items: list[str]
    label: str
    address: str
    words: str
    html: str = ""
    context: TargetContext | None = None
    deeds: list[tuple[Effect, str]] = field(default_factory=list)
    first: str = ""
    same: list[SameWords] = field(default_factory=list)
    raised: list[Flag] = field(default_factory=list)
    own: Collection[tuple[str, str]] = ()
    doubts: Sequence[Doubted] = ()

    @property
    def flags(self) -> FlagSummary | None:
        return summary(self.raised, own=self.own)

    def join(self, other: Waiting, comment: Comment | None, around: TargetContext | None) -> None:
        """Take a further comment with the same words in."""
        author = comment.reader.username if comment and comment.reader else ""
        headline = around.headline if around else ""
        self.items.append(f"{other.kind}:{other.key}")
        self.same.append(SameWords(targets.address(other.kind, other.key), author, headline))
        self.raised += other.flags

    @property
    def is_long(self) -> bool:
        return len(self.words) > _LONG


def oldest_first(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Those of one page in the order in which they were first reported: no decision about one moves another."""
    still = [one for one in waiting if one.flags]  # of others the flags were closed just now
    return sorted(still, key=lambda one: (one.flags[0].at, one.kind, one.key))


def matters(waiting: Sequence[Waiting], reader: Reader) -> list[Matter]:
    """One entry for each thing that waits, and one for comments that say the same, as this moderator may see them."""
    said = Comment.objects.select_related("reader").in_bulk([int(o.key) for o in waiting if o.kind == Target.COMMENT])
    contexts = queries.contexts(waiting)
    own = queries.own_targets(reader, [(one.kind, one.key) for one in waiting])
    found: dict[object, Matter] = {}
    for one in waiting:
        comment = said.get(int(one.key)) if one.kind == Target.COMMENT else None
        around = contexts.get((one.kind, one.key))
        words = _words(comment) if comment else (one.kind, one.key)
        if words in found:
            found[words].join(one, comment, around)
        else:
            found[words] = _matter(one, comment, around, own)
    _add_doubts([matter for matter in found.values() if matter.one.kind == Target.STORY])
    _add_texts([matter for matter in found.values() if matter.comment], said)
    return list(found.values())


def _matter(
    one: Waiting, comment: Comment | None, around: TargetContext | None, own: Collection[tuple[str, str]]
) -> Matter:
    deeds = _DEEDS.get(comment.state, ()) if comment else _DEEDS_OF.get(one.kind, ())
    right = queries.can_be_agreed_with(one.flags)
    return Matter(
        one,
        comment,
        [f"{one.kind}:{one.key}"],
        targets.heading(one.kind, one.key),
        targets.address(one.kind, one.key),
        comment.text if comment else queries.words_of(one.kind, one.key),
        context=around,
        deeds=[(effect(one.kind, deed), _KEYS[deed]) for deed in deeds if right or deed != "agree"],
        raised=list(one.flags),
        own=own,
    )


def _add_doubts(found: Sequence[Matter]) -> None:
    """What readers doubt in these stories; few have any, and to look for it is to read the whole clip."""
    doubted = queries.stories_with_doubts(int(matter.one.key) for matter in found)
    for matter in found:
        matter.doubts = doubted_in(int(matter.one.key)) if int(matter.one.key) in doubted else ()
        if matter.doubts:
            matter.deeds = [(effect(matter.one.kind, one.deed, doubted=True), key) for one, key in matter.deeds]


def _add_texts(found: Sequence[Matter], said: Collection[int]) -> None:
    """Their text as pages show it, and where it stood first, if that comment is not among those that wait (`said`)."""
    comments = [matter.comment for matter in found if matter.comment]
    firsts = _firsts(comments)
    for matter, comment, html in zip(found, comments, queries.html_of(comments, now=timezone.now()), strict=True):
        matter.html = html
        first = firsts.get((comment.reader_id, comment.digest))
        matter.first = reverse("web:permalink", args=[first]) if first and first not in said else ""


def deeds_at_once(found: Sequence[Matter], deeds: Sequence[str]) -> list[Effect]:
    """Those of the deeds, to be done to many of these at once, that would change at least one."""
    kinds = {deed: matter.one.kind for matter in reversed(found) for deed in _possible(matter)}
    return [effect(kinds[deed], deed) for deed in deeds if deed in kinds]


def _possible(matter: Matter) -> tuple[str, ...]:
    return _DEEDS.get(matter.comment.state, ()) if matter.comment else _MANY_OF.get(matter.one.kind, ())


def legend(found: Sequence[Matter], at_once: Sequence[Effect]) -> list[tuple[Effect, str]]:
    """What the buttons of these do, and those for all that are marked: each once, with its key if it has one."""
    first: dict[str, tuple[Effect, str]] = {}
    for matter in found:
        for one, key in matter.deeds:
            first.setdefault(one.words, (one, key))
    for one in at_once:
        first.setdefault(one.words, (one, ""))
    return list(first.values())


def _words(comment: Comment) -> tuple[object, ...]:
    """What is the same in comments that go together: advertising comes from many accounts in the same words.

    Short words without a link ("Yes.") are no sign of that: they go together where one person wrote them.
    """
    many = len(comment.text) >= _TELLING or "://" in comment.text
    by = None if many else comment.reader_id or f"comment {comment.pk}"
    return (comment.state, comment.digest or comment.text or comment.pk, by)


def _firsts(said: Sequence[Comment]) -> dict[tuple[int | None, str], int]:
    """For each person and digest the first comment with these words."""
    people, digests = {one.reader_id for one in said}, {one.digest for one in said if one.digest}
    rows = Comment.objects.filter(reader__in=people - {None}, digest__in=digests).order_by("-pk")
    return {(reader, digest): pk for pk, reader, digest in rows.values_list("pk", "reader", "digest")}
