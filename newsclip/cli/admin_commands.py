"""Commands for accounts, retention and publishers' requests. A failure comes with its remedy.

Each loads what it uses: to write clips takes three quarters of a second to load, which an account has no use for.
"""

from collections import Counter
from collections.abc import Sequence

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from newsclip import clock
from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.accounts.queries import credentials_of
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.pipeline import new_password
from newsclip.terminal import CommandError


def check_name(name: str) -> str:
    """Accept an existing name or one that sign-up would accept. Raises CommandError, also for reserved names."""
    form = Reader._meta.get_field("username")
    if not Reader.objects.filter(username=name).exists():
        try:
            form.clean(name, None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), "Choose another name, like ada.") from error
    return ""


def make_user(name: str, password: str, *, staff: bool, lost_factors: bool = False) -> str:
    """Create the account or change its password, which ends its sessions, API tokens and linked sign-ins.

    `staff` grants rights; nothing here revokes them. `lost_factors` also removes passkeys and codes.
    """
    reader = Reader.objects.filter(username=name).first() or Reader(username=name)
    was_here = reader.pk is not None
    try:
        validate_password(password, reader)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages), "Choose another password.") from error
    if staff:
        reader.is_staff = reader.is_superuser = True
    reader.set_password(password)
    reader.save()
    new_password.end_all(reader)
    ended = {"provider", "passkey", "app", "recovery_codes"} if lost_factors else {"provider"}
    accounts.end_credentials(reader, [one for one in credentials_of(reader) if one.kind in ended])
    accounts.hold_factors(reader, now=clock.now())
    sees = " and see the staff pages" if reader.is_staff else ""
    if not was_here:
        return f"{name} may sign in{sees}."
    return (
        f"{name} has a new password, is signed out everywhere, and may sign in with it{sees}."
        " API tokens and linked sign-ins of the account have ended."
        f"{' Its passkeys and codes are removed.' if lost_factors else ''}"
    )


def tidy() -> str:
    """Delete everything that exceeds the retention limits."""
    from newsclip import wiring
    from newsclip.pipeline import retention

    dropped: Counter[str] = Counter()
    while done := list(retention.tidy(OPTIONS.keep, forget=wiring.picture_store().forget, now=clock.now())):
        dropped.update({outcome.subject: outcome.count for outcome in done})
    told = ", ".join(f"{number:,} {name}" for name, number in sorted(dropped.items()))
    return f"Dropped: {told}." if told else "Nothing is older than the settings allow."


def take_down(what: str, reason: str) -> str:
    """Take down; returns what was done."""
    from newsclip import wiring
    from newsclip.pipeline import takedown

    try:
        indexes = takedown.Indexes(wiring.search_index(), wiring.vector_index(), wiring.story_index())
        done = takedown.take_down(
            what, reason=reason, indexes=indexes, forget=wiring.picture_store().forget, now=clock.now()
        )
    except Refused as refused:
        raise CommandError(
            str(refused), "Give an article's address, or a publisher's domain: see newsclip sources"
        ) from refused
    left = (
        f" {done.pictures_left} pictures are not deleted yet, as their store does not answer: the worker tries again"
        " every hour. See: newsclip doctor"
    )
    return (
        f"Taken down: {done.articles} articles. {done.rewritten} clips tell what is left, {done.withdrawn} are"
        " withdrawn."
        f"{left if done.pictures_left else ''}"
        " What was mailed or fetched by others before is out of reach; so are backups."
    )


def limit_excerpts(domain: str, words: int | None) -> str:
    from newsclip import wiring
    from newsclip.pipeline import takedown

    search, vectors = wiring.search_index(), wiring.vector_index()
    try:
        stories = takedown.limit_excerpts(domain, words, search=search, vectors=vectors, now=clock.now())
    except Refused as refused:
        raise CommandError(str(refused), "Give the domain of a publisher: see newsclip sources") from refused
    said = f"At most {words} words" if words else "All"
    return f"{said} of each article of {domain} may be shown; {stories} stories are written anew."


def retry(names: Sequence[str], *, everything: bool = False) -> str:
    """Retry these dead letters, or all; returns how many. Raises CommandError, changing nothing,
    for an unknown name.
    """
    from newsclip.articles import actions as articles
    from newsclip.articles import queries as articles_queries
    from newsclip.clips import actions as clips
    from newsclip.clips import queries as clips_queries

    addresses = {article.url: article.pk for article in articles_queries.dead_letters()}
    stories = {str(given.story_id): given.story_id for given in clips_queries.dead_letters()}
    if unknown := [name for name in names if name not in addresses and name not in stories]:
        raise CommandError(
            f"{unknown[0]} is not set aside.", "Name an article's address or a story: newsclip dead-letters"
        )
    if not names and not everything:
        raise CommandError("Nothing is named.", "Name articles or stories of newsclip dead-letters, or say --all.")
    chosen = [*addresses, *stories] if everything else names
    again = articles.retry([addresses[name] for name in chosen if name in addresses], now=clock.now(), afresh=True)
    again += clips.retry([stories[name] for name in chosen if name in stories], now=clock.now())
    return f"{again} wait to be tried again."
