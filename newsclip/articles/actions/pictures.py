"""Lead pictures are fetched and stored here, so that readers' browsers contact no other host."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsclip.articles import queries
from newsclip.articles.models import DROPPED, Picture
from newsclip.articles.ports import Encoded, PictureEncoder, PictureStore
from newsclip.articles.rules.schedule import code_of_status, next_try
from newsclip.db.batches import MOST
from newsclip.kernel.fetching import MEGABYTE, Answer, Failure, Fetch, Request, fetch_with_idle
from newsclip.kernel.reasons import Refused

_LARGEST = 8 * MEGABYTE
_OURS = ("code", "detail", "name", "width", "height", "failures", "due_at", "leased_until")
_MOST_FAILURES = 3  # attempts per picture
_STORE_AWAY = timedelta(minutes=5)  # until it is tried again


@dataclass(frozen=True, slots=True)
class PictureResult:
    picture_id: int
    url: str
    code: str
    detail: str = ""


def keep_pictures(
    pictures: Iterable[Picture], *, fetch: Fetch, encode: PictureEncoder, store: PictureStore, now: datetime
) -> Iterator[PictureResult | None]:
    """Fetch these claimed pictures, re-encode them and put them into the store; ends their leases.

    Yields None for idle periods. Where the store is away no publisher is asked, and no attempt counts.
    """
    by_url = {picture.url: picture for picture in pictures}
    if by_url and (trouble := store.trouble()):
        for picture in by_url.values():
            _fail(picture, Refused("store_away", trouble.says), None, now)
            yield _done(picture)
        return
    for found in fetch_with_idle(fetch, [Request(url, accept="image/*", limit=_LARGEST) for url in by_url]):
        if found is None:
            yield None
            continue
        ask, answer = found
        picture = by_url[ask.url]
        try:
            encoded = encode(_body(answer))
            store.put(encoded.name, encoded.content)
            _forget_former(picture, encoded.name, store)
            _keep(picture, encoded)
        except Refused as refused:
            _fail(picture, refused, answer, now)
        yield _done(picture)


def _done(picture: Picture) -> PictureResult:
    picture.leased_until = None
    mine, made = Picture.objects.filter(pk=picture.pk), {name: getattr(picture, name) for name in _OURS}
    # What was dropped while it was fetched stays so; with the name, what was stored meanwhile is deleted.
    if not mine.exclude(code__in=DROPPED).update(**made) and picture.name:
        mine.update(name=picture.name, leased_until=None)
    return PictureResult(picture.pk, picture.url, picture.code, picture.detail)


def delete_dropped_pictures(
    forget: Callable[[str], None], limit: int = MOST, *, of: Collection[int] | None = None
) -> int:
    """Delete pictures that were taken down or forgotten from their store, `limit` at most; again until it returns 0.

    `of`: only of these.

    Returns how many went. What its store did not delete keeps its name on its row until another try does. `forget`
    raises Refused("store_away").
    """
    gone = 0
    dropped = queries.pictures_to_delete() if of is None else queries.pictures_to_delete().filter(pk__in=of)
    for picture in dropped.order_by("pk")[:limit]:
        if not Picture.objects.filter(name=picture.name).exclude(code__in=DROPPED).exists():
            try:
                forget(picture.name)
            except Refused:
                break
        mine = Picture.objects.filter(pk=picture.pk, code=picture.code)  # not if it is wanted again meanwhile
        if picture.code == "forgotten":
            mine.delete()
        else:
            mine.update(name="")
        gone += 1
    return gone


def want_picture(url: str, now: datetime) -> None:
    """Have the picture at this address fetched. One that was forgotten is fetched again; one taken down never is."""
    Picture.objects.bulk_create([Picture(url=url, due_at=now)], ignore_conflicts=True)
    Picture.objects.filter(url=url, code="forgotten").update(code="found", due_at=now, failures=0)


def retry_pictures(now: datetime) -> int:
    """Make pictures that failed due at once, except those that failed too often. Returns how many."""
    return Picture.objects.filter(due_at__gt=now, failures__gt=0).exclude(code="busy").update(due_at=now)


def _body(answer: Answer) -> bytes:
    if isinstance(answer, Failure):
        raise Refused(answer.code, answer.detail)
    if answer.status != 200:
        raise Refused(code_of_status(answer.status), f"HTTP {answer.status}")
    return answer.body


def _keep(picture: Picture, encoded: Encoded) -> None:
    picture.name, picture.width, picture.height = encoded.name, encoded.width, encoded.height
    picture.code, picture.detail, picture.due_at = "kept", "", None


def _forget_former(picture: Picture, name: str, store: PictureStore) -> None:
    """Delete what this picture was before, if its publisher changed it and no other row has it."""
    former = picture.name
    if former and former != name and not Picture.objects.filter(name=former).exclude(pk=picture.pk).exists():
        store.forget(former)


def _fail(picture: Picture, refused: Refused, answer: Answer | None, now: datetime) -> None:
    picture.code, picture.detail = refused.code, refused.detail[:500]
    if refused.code == "store_away":
        picture.due_at = now + _STORE_AWAY
        return
    picture.failures += 1
    again = refused.code != "picture_unreadable" and picture.failures < _MOST_FAILURES
    wait = answer.wait if isinstance(answer, Failure) else None
    picture.due_at = next_try(picture.failures, now, wait) if again else None
