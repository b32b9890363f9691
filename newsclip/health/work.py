"""Checks of the work: sources, worker, clips and their evidence, search, pictures, moderation."""

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import signing
from django.tasks import task_backends

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.articles.models import DROPPED, Picture
from newsclip.articles.ports import PictureStore
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.clips.ports import VectorIndex
from newsclip.community.models import Flag
from newsclip.health import dead_letters
from newsclip.health.findings import Finding, bad, good, starting
from newsclip.kernel.dispatching import QueueAwayError, TaskQueue
from newsclip.kernel.reasons import Refused, explain
from newsclip.options import Options
from newsclip.pipeline import key_rotation
from newsclip.sources import queries as sources
from newsclip.stories.ports import TitleEmbedder
from newsclip.writing.judging.licence import JudgeModel, is_licensed

LATE = timedelta(hours=1)  # overdue sources
FAILED_OFTEN = 3
FAILED_FOR_WEEKS = 25  # in a row: the first nine take a day or two, the rest a day each
DAY, ENOUGH = timedelta(days=1), 5
_NEWEST, _WAITING, _SIGNED_IN = 30, 500, 5
_NAMED = 3  # examples of each kind
_PATIENCE = timedelta(days=7)


def followed() -> Iterator[Finding]:
    now = clock.now()
    active = sources.all_sources().filter(state="active")
    number = active.count()
    if not number:
        yield bad("sources", "Nothing is followed.", "Follow something: newsclip add URL")
        return
    failed = active.filter(failures__gt=0).count()
    said = (
        f"{number} are followed; {failed} could not be read at the last look." if failed else f"{number} are followed."
    )
    if 2 * failed >= number > 1:
        yield bad("sources", said, "Sources says of each why, and what to do: /staff/sources?state=failing")
    else:
        yield good("sources", said)
    failing = list(active.filter(failures__gte=FAILED_OFTEN))
    if number > 1 and len(failing) == number:
        remedy = "Check this machine's way to the internet: network, DNS, firewall, certificates."
        yield bad("network", "No source at all could be read.", remedy)
    for source in failing:
        reason = explain(source.outcome)
        says = f"{source.url}: {reason.sentence} ({source.failures} times in a row)"
        remedy = reason.remedy or "Wait; it is tried again by itself."
        over = f" If it is over for good: newsclip remove {source.url}" if source.failures >= FAILED_FOR_WEEKS else ""
        yield bad("source", says, remedy + over)
    late = active.filter(due_at__lt=now - LATE).count()
    if late:
        yield bad("worker", f"{late} sources wait for more than an hour.", f"Start it: {starting()}")


def published() -> Iterator[Finding]:
    """Clips, and whether the newest ones' evidence still matches the stored articles."""
    yield good("clips", f"{clips.listed().count()} are published.")
    waiting = clips.count_to_write(clock.now())
    if waiting > _WAITING:
        remedy = "Start more: systemctl start newsclip-worker@2   or, without systemd: newsclip start worker"
        yield bad("worker", f"{waiting:,} stories wait to be written.", remedy)
    unknown = clips.to_index().count()
    if unknown > _WAITING:
        yield bad("search", f"Search does not know {unknown:,} clips yet.", f"Start it: {starting('worker')}")
    broken = [clip.slug for clip in clips.listed().order_by("-pk")[:_NEWEST] if _has_stale_evidence(clip)]
    if broken:
        says = f"{len(broken)} of the newest clips no longer rest on stored words: /c/{broken[0]}"
        remedy = "The tables were changed by other hands. Restore a backup, or see: newsclip verify --clip ADDRESS"
        yield bad("evidence", says, remedy)


def set_aside() -> Iterator[Finding]:
    """Dead letters, by name."""
    count = sum(dead_letters.counts().values())
    names = [f"{one.kind} {one.name} ({one.code})" for one in dead_letters.listed(_NAMED)]
    if names:
        more = f", and {count - len(names)} more" if count > len(names) else ""
        says = f"{count} are set aside, since they take more than one text may: {', '.join(names)}{more}"
        yield bad("dead letters", says, "See: newsclip dead-letters   Once mended, try again: newsclip retry NAME")


def resting() -> Iterator[Finding]:
    """Publishers in cooldown."""
    for publisher, until in sources.resting(clock.now()).items():
        says = f"Nothing of {publisher.domain} is read until {until:%Y-%m-%d %H:%M} UTC (tried_too_often)."
        yield bad("publisher", says, "Look at its pages. Once mended: newsclip retry --all")


def meaning(options: Options, vectors: VectorIndex) -> Iterator[Finding]:
    """Whether semantic search works, if it is switched on."""
    if options.vectors == "off":
        return
    trouble = vectors.trouble()
    yield bad("vectors", trouble.says, trouble.remedy) if trouble else good("vectors", "Clips are found by meaning.")


def languages(options: Options, embed: TitleEmbedder) -> Iterator[Finding]:
    """Whether a story may hold articles of several languages."""
    if embed.mark:
        yield good("languages", f"A story may hold articles of several languages ({embed.mark}).")
    elif options.story_languages == "one":
        yield good("languages", "A story stays within its language (NEWSCLIP_STORY_LANGUAGES=one).")
    else:
        yield good("languages", "A story stays within its language; newsclip-social[languages] is not installed.")


def _has_stale_evidence(clip: Clip) -> bool:
    try:
        return bool(clips.standing(clip))
    except (Refused, KeyError, ValueError):
        return True


def pictures(store: PictureStore) -> Iterator[Finding]:
    """Whether their store works, and holds the newest."""
    if trouble := store.trouble():
        yield bad("pictures", trouble.says, trouble.remedy)
        return
    kept = Picture.objects.exclude(name="").exclude(code__in=DROPPED)
    names = kept.order_by("-pk").values_list("name", flat=True)[:_NEWEST]
    try:
        missing = store.missing(names)
    except Refused as refused:
        yield bad("pictures", f"{store.place} does not answer: {refused.detail}", "Try again: newsclip doctor")
        return
    if missing:
        remedy = "Put the pictures of the backup there; every machine needs the same folder or bucket."
        yield bad("pictures", f"{len(missing)} of the newest are not in {store.place}.", remedy)


def signed() -> Iterator[Finding]:
    """Whether the last sign-ins used this key: a lost key is replaced silently."""
    store = SessionStore()
    newest = Session.objects.filter(expire_date__gt=clock.now()).order_by("-expire_date")[:_SIGNED_IN]
    for session in newest:
        try:
            signing.loads(session.session_data, salt=store.key_salt, serializer=store.serializer)
        except signing.BadSignature:
            says = "People were signed in lately by another key: this one is new, or machines differ in theirs."
            remedy = "Put the backup's secret-key in its place, or give all machines one NEWSCLIP_SECRET_KEY."
            yield bad("key", says, f"{remedy} If you changed it, people sign in again, and that is all.")
            return


def secrets() -> Iterator[Finding]:
    """Whether the encrypted columns can be read with the configured keys."""
    factors, others = key_rotation.unreadable()
    if factors or others:
        says = f"{factors} second factors and {others} other secrets in the tables were encrypted by another key."
        remedy = (
            "Put the backup's secret-key in its place; if you changed it, set NEWSCLIP_FORMER_SECRET_KEY to the one"
            " before and start again. If it is lost, people sign in by a recovery code or passkey."
        )
        yield bad("key", says, remedy)


def people() -> Iterator[Finding]:
    if not Reader.objects.filter(is_staff=True, is_active=True).exists():
        yield bad("staff", "Nobody may see the staff pages.", "Run: newsclip user NAME --staff")
    flags = Flag.objects.filter(closed_at=None, at__lt=clock.now() - _PATIENCE).count()
    if flags:
        yield bad("flags", f"{flags} flags wait for a moderator for more than a week.", "See /moderation/queue")


_OF_QUEUE = (
    (
        "ACCESS_REFUSED",
        "Check the name and password in NEWSCLIP_QUEUE_URL: rabbitmqctl authenticate_user NAME PASSWORD",
    ),
    ("vhost", "Check the last part of NEWSCLIP_QUEUE_URL: rabbitmqctl list_vhosts, list_permissions -p VHOST"),
)
_START = "Start RabbitMQ, or check NEWSCLIP_QUEUE_URL."


def of_queue() -> Finding:
    """Whether the workers' queue can be reached."""
    try:
        waiting = cast(TaskQueue, task_backends["default"]).waiting()
    except QueueAwayError as error:
        says = f"It does not answer ({error}). Nothing is lost: workers ask the tables for work until it is back."
        return bad("queue", says, next((remedy for form, remedy in _OF_QUEUE if form in says), _START))
    return good("queue", f"RabbitMQ answers; {waiting} tasks wait.")


def judge(options: Options, known: JudgeModel) -> Iterator[Finding]:
    """Whether the judge of the settings may be asked, and since when not."""
    if options.writer != "llm" or options.llm.basis != "judged":
        return
    licence = clips.licence_of(known)
    if is_licensed(licence, known, clock.now()):
        yield good("judge", f"{known.model} passed its exam, and may judge.")
        return
    says = f"{known.model} passed no exam in the last 90 days, so it is not asked."
    if licence and licence.ended:
        says = f"{known.model} let a wrong sentence pass on {licence.ended:%Y-%m-%d}, so it is not asked."
    yield bad("judge", says, "Run: newsclip exam   Or name another one: NEWSCLIP_JUDGE_MODEL")


def judge_failed(options: Options, known: JudgeModel) -> bool:
    """Whether the judge of the settings let a canary pass since its exam, which ended its licence."""
    if options.writer != "llm" or options.llm.basis != "judged":
        return False
    licence = clips.licence_of(known)
    return licence is not None and licence.ended is not None


def model(options: Options) -> Iterator[Finding]:
    """The language model's results and cost of the last day."""
    if options.writer != "llm" or not options.llm.model:
        return
    since = clock.now() - DAY
    outcomes = dict(clips.attempts_by_code(since=since))
    tokens, cost = clips.spent(since=since)
    written, attempts = outcomes.get("written", 0), sum(outcomes.values())
    says = f"{written} of {attempts} clips are {options.llm.model}'s, {tokens:,} tokens, {cost:f} spent in a day."
    if attempts < ENOUGH or written * 2 >= attempts:
        yield good("model", says)
        return
    code = max((code for code in outcomes if code != "written"), key=lambda code: outcomes[code])
    remedy = explain(code).remedy or "See docs/how-to/use-a-model.md."
    yield bad("model", f"{says} {explain(code).sentence}", remedy)
