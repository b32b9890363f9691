"""Actions on accounts: profile, invitations, tokens, factors, sessions, deletion."""

import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction

from newsclip.accounts import queries, rules
from newsclip.accounts.models import CacheEntry, Invitation, Reader, Token
from newsclip.accounts.ports import Credential
from newsclip.db import encrypted_fields
from newsclip.db.batches import drop
from newsclip.kernel.reasons import Refused

INVITATIONS = 10  # open ones per reader
TOKENS = 20  # per reader
LONGEST_NAME = 80
_USED = timedelta(hours=1)  # precision of a token's last use: one write an hour
_CREDENTIALS = {"factor": Authenticator, "account": SocialAccount, "address": EmailAddress}


def change(reader: Reader, *, about: str, edition: str, notices_by_mail: bool) -> None:
    """Change a profile and its mail settings. Raises Refused("too_long", "unknown")."""
    if len(about) > 500:
        raise Refused("too_long", f"{len(about)} of 500 characters")
    if edition not in Reader.Edition.values:
        raise Refused("unknown", edition)
    kept = "".join(c for c in about if c.isprintable() or c == "\n").strip()
    Reader.objects.filter(pk=reader.pk).update(about=kept, edition=edition, notices_by_mail=notices_by_mail)


def set_language(reader: Reader, language: str) -> None:
    """Store the language of mail to this reader."""
    Reader.objects.filter(pk=reader.pk).exclude(language=language).update(language=language)


@contextmanager
def one_by_one(reader: Reader) -> Iterator[None]:
    """Lock the reader's row for a check-then-insert, so that limits hold under concurrency."""
    with transaction.atomic():
        list(Reader.objects.select_for_update(no_key=True).filter(pk=reader.pk).values_list("pk"))
        yield


def invite(reader: Reader, *, now: datetime) -> Invitation:
    """Create an invitation link. Raises Refused("too_many") while the reader has too many open ones."""
    with one_by_one(reader):
        if Invitation.objects.filter(reader=reader, used_by=None, used_at=None).count() >= INVITATIONS:
            raise Refused("too_many", f"{INVITATIONS} open invitations at most")
        code = secrets.token_urlsafe(18)
        return Invitation.objects.create(reader=reader, code=code, digest=_digest(code), made_at=now)


def drop_invitation(reader: Reader, invitation_id: int) -> None:
    """Withdraw an unused invitation."""
    Invitation.objects.filter(reader=reader, pk=invitation_id, used_by=None, used_at=None).delete()


def open_invitation(code: str, *, now: datetime) -> Invitation | None:
    """The open invitation with this code; None if it was used or its inviter may not write for now."""
    unused = Invitation.objects.select_related("reader").filter(digest=_digest(code), used_by=None, used_at=None)
    return unused.filter(reader__is_active=True).exclude(reader__suspended_until__gt=now).first()


def use(invitation: Invitation, reader: Reader, *, now: datetime) -> bool:
    """Mark the invitation as used by the reader. False if somebody else was faster."""
    free = Invitation.objects.filter(pk=invitation.pk, used_by=None, used_at=None)
    if not free.update(used_by=reader, used_at=now):
        return False
    Reader.objects.filter(pk=reader.pk).update(invited_by_id=invitation.reader_id)
    return True


def wait_for(reader: Reader, *, mail: bool, approval: bool) -> None:
    """Set what a new, read-only account waits for: first a confirmed address, then a moderator's approval."""
    proved = EmailAddress.objects.filter(user=reader, verified=True).exists()
    first = Reader.Waits.MAIL if mail and not proved else Reader.Waits.NOTHING
    waits = first or _waits_after_confirmation(reader, approval=approval)
    if waits:
        Reader.objects.filter(pk=reader.pk).update(waits=waits)


def confirmed(reader: Reader, *, approval: bool) -> None:
    """An address of the account was confirmed."""
    waiting = Reader.objects.filter(pk=reader.pk, waits=Reader.Waits.MAIL)
    waiting.update(waits=_waits_after_confirmation(reader, approval=approval))


def approves_invitees(inviting: Reader) -> bool:
    """Whether invitees skip approval. Otherwise one approved account could let in any number of others."""
    return inviting.moderates


def _waits_after_confirmation(reader: Reader, *, approval: bool) -> Reader.Waits:
    inviting = Reader.objects.filter(pk__in=Reader.objects.filter(pk=reader.pk).values("invited_by")).first()
    needed = approval and not (inviting and approves_invitees(inviting))
    return Reader.Waits.APPROVAL if needed else Reader.Waits.NOTHING


def make_token(
    reader: Reader, name: str, scopes: Iterable[str], *, now: datetime, factors: Collection[int] = ()
) -> str:
    """Create an API token and return its secret, which is shown only once.

    `factors` are those that the current session has shown. Raises Refused("empty", "too_long", "unknown", "too_many").
    """
    called = "".join(c for c in " ".join(name.split()) if c.isprintable())
    if len(called) > LONGEST_NAME:
        raise Refused("too_long", f"{len(called):,} of {LONGEST_NAME} characters")
    wanted = sorted(set(scopes))
    if not called or not wanted:
        raise Refused("empty")
    if not set(wanted) <= set(Token.Scope.values):
        raise Refused("unknown", ", ".join(wanted))
    secret = f"newsclip_{secrets.token_urlsafe(32)}"
    with one_by_one(reader):
        if Token.objects.filter(reader=reader).count() >= TOKENS:
            raise Refused("too_many", f"{TOKENS} tokens at most")
        shown = Authenticator.objects.filter(user=reader, pk__in=factors).order_by("pk").first()
        Token.objects.create(
            reader=reader, name=called, digest=_digest(secret), scopes=wanted, made_at=now, factor=shown
        )
    return secret


def drop_token(reader: Reader, token_id: int) -> None:
    Token.objects.filter(reader=reader, pk=token_id).delete()


def by_token(secret: str, *, now: datetime) -> Token | None:
    """The token with this secret, if it and its reader are active. Records its last use, to the hour."""
    found = Token.objects.select_related("reader").filter(digest=_digest(secret), reader__is_active=True).first()
    if found and (found.used_at is None or now - found.used_at > _USED):
        Token.objects.filter(pk=found.pk).update(used_at=now)
    return found


def _digest(secret: str) -> str:
    """A token is random enough for a plain digest; no password hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hash_shown_codes(factor: Authenticator) -> None:
    """Replace recovery codes that were shown or used with hashes of the unused ones."""
    data = factor.data
    if not _were_shown(data):
        return
    left = [rules.hashed(code) for code in factor.wrap().get_unused_codes()]
    kept = {"migrated_codes": left, "viewed_at": data.get("viewed_at") or True}  # allauth's names
    Authenticator.objects.filter(pk=factor.pk).update(data=kept)


def reencrypt_factors() -> None:
    """Bring stored second factors to the current format: encrypted with the site's key, or hashed. Idempotent."""
    rows = Authenticator.objects.values_list("pk", "data").iterator()
    for number in [pk for pk, data in rows if _were_shown(data) or _anew(data)]:
        with transaction.atomic():
            factor = Authenticator.objects.select_for_update().filter(pk=number).first()
            if factor is None:
                continue
            hash_shown_codes(factor)
            factor.refresh_from_db(fields=["data"])
            if anew := _anew(factor.data):
                Authenticator.objects.filter(pk=number).update(data=factor.data | anew)


def _were_shown(data: Mapping[str, Any]) -> bool:
    return "seed" in data and bool(data.get("viewed_at") or data.get("used_mask"))


def _anew(data: Mapping[str, Any]) -> dict[str, str]:
    """The fields of the factor that must be encrypted with the current key."""
    anew = {name: encrypted_fields.anew(kept) for name, kept in data.items() if name in queries.ENCRYPTED}
    return {name: kept for name, kept in anew.items() if kept}


def start_deletion(reader: Reader, *, now: datetime) -> None:
    """Deactivate the account at once; queries.leaving finds what is still to delete."""
    Reader.objects.filter(pk=reader.pk).update(is_active=False, leaving_at=now)


def leave(reader: Reader) -> None:
    """Delete the account with all its rows, and sign it out everywhere."""
    end_sessions(reader)
    Reader.objects.filter(pk=reader.pk).delete()


def end_tokens(reader: Reader) -> None:
    Token.objects.filter(reader=reader).delete()


@transaction.atomic
def end_credentials(reader: Reader, ended: Collection[Credential]) -> None:
    """Remove these credentials; the recovery codes go with the last factor that they back up."""
    for one in ended:
        table, _, number = one.key.partition(" ")
        _CREDENTIALS[table]._default_manager.filter(user=reader, pk=number).delete()
    if not queries.has_factor(reader):
        Authenticator.objects.filter(user=reader).delete()
    if any(one.kind == "address" for one in ended):
        _name_first_address(reader)


def _name_first_address(reader: Reader) -> None:
    """Make a remaining address the primary one if the primary one is gone."""
    left = EmailAddress.objects.filter(user=reader).order_by("-primary", "-verified", "pk").first()
    if left is None:
        Reader.objects.filter(pk=reader.pk).update(email="")
    elif not left.primary:
        left.set_as_primary()


def hold_factors(reader: Reader, *, now: datetime) -> None:
    """After a password reset without a factor: ask for the factors, and let them open nothing alone."""
    held = now if queries.has_factor(reader) else None
    Reader.objects.filter(pk=reader.pk).update(reset_at=held)


def release_factors(reader: Reader) -> None:
    """The owner, signed in with a factor, has reviewed the factors."""
    Reader.objects.filter(pk=reader.pk).update(reset_at=None)


def keep_sessions(reader: Reader, *, former: str) -> None:
    """Keep sessions signed in after a password change. `former` is the session hash of the old password.

    Sessions that an earlier password change ended stay ended.
    """
    mine = UserSession.objects.filter(user=reader).values("session_key")
    for row in Session.objects.filter(pk__in=mine):
        held = row.get_decoded()
        if held.get(HASH_SESSION_KEY) == former:
            now = SessionStore().encode(held | {HASH_SESSION_KEY: reader.get_session_auth_hash()})
            Session.objects.filter(pk=row.pk).update(session_data=now)


def end_sessions(reader: Reader, *, but: str = "") -> None:
    """Sign the account out everywhere except in the session `but`."""
    browsers = UserSession.objects.filter(user=reader).exclude(session_key=but)
    Session.objects.filter(pk__in=browsers.values("session_key")).delete()
    browsers.delete()


def forget_expired(now: datetime) -> int:
    """Delete a batch of expired sessions and rate-limit entries."""
    sessions = Session.objects.filter(expire_date__lt=now).order_by("expire_date")
    return drop(sessions) + drop(CacheEntry.objects.filter(expires__lt=now).order_by("expires"))


def forget_browsers(after: int, *, limit: int = 200) -> tuple[int, int]:
    """Delete browsers whose session is gone. Returns how many, and the key to go on from.

    Checks `limit` browsers after this key. Sessions end in many places outside our code, so all browsers are checked in
    turn, a few at a time.
    """
    rows = dict(UserSession.objects.filter(pk__gt=after).order_by("pk").values_list("session_key", "pk")[:limit])
    there = set(Session.objects.filter(pk__in=rows).values_list("pk", flat=True))
    gone = [pk for key, pk in rows.items() if key not in there]
    dropped = UserSession.objects.filter(pk__in=gone).delete()[0] if gone else 0
    return dropped, max(rows.values()) if len(rows) == limit else 0
