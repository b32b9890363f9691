"""Questions about one account, for its owner."""

from collections.abc import Iterator
from datetime import datetime
from itertools import batched
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import translation

from newsclip.accounts import rules
from newsclip.accounts.models import Invitation, Reader, Token
from newsclip.accounts.ports import Credential, CredentialKind
from newsclip.db import encrypted_fields

ENCRYPTED = ("secret", "seed")  # allauth's keys for authenticator apps and recovery codes
FACTORS = {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}
_KINDS: dict[str, CredentialKind] = {
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.TOTP: "app",
    Authenticator.Type.RECOVERY_CODES: "recovery_codes",
}
_AT_ONCE = 500  # rows held in memory during an export
_RIGHTS = ("is_moderator", "is_staff", "is_superuser", "is_active", "waits", "valued", "counts")
_TIMES = ("date_joined", "last_login", "suspended_until", "edition_at", "reset_at")
_SETTINGS = ("first_name", "last_name", "about", "edition", "notices_by_mail", "keeps_readings", "language")
STAFF, MODERATORS, WAITING, SUSPENDED, CLOSED = "staff", "moderators", "waiting", "suspended", "closed"


def made_since(since: datetime, *, most: int) -> int:
    """How many of the newest `most` accounts were created since then."""
    newest = Reader.objects.order_by("-pk").values_list("date_joined", flat=True)[:most]
    return sum(at > since for at in newest)


def account_of(reader: Reader) -> dict[str, Any]:
    """All account data for an export; no secrets (passwords, keys, digests of tokens)."""
    times = {name: getattr(reader, name) for name in _TIMES}
    return {
        "name": reader.username,
        "mail": reader.email,
        **{name: value.isoformat() if value else None for name, value in times.items()},
        **{name: getattr(reader, name) for name in (*_SETTINGS, *_RIGHTS)},
        "invited_by": reader.invited_by.username if reader.invited_by else None,
        "invited": list(Reader.objects.filter(invited_by=reader).order_by("pk").values_list("username", flat=True)),
        "invitations": rows(Invitation.objects.filter(reader=reader), "code", "made_at", "used_at"),
        "tokens": rows(Token.objects.filter(reader=reader), "name", "scopes", "made_at", "used_at"),
        "addresses": rows(EmailAddress.objects.filter(user=reader), "email", "verified", "primary"),
        "second_factors": rows(Authenticator.objects.filter(user=reader), "type", "created_at", "last_used_at"),
        "sign_ins": rows(
            SocialAccount.objects.filter(user=reader), "provider", "uid", "extra_data", "date_joined", "last_login"
        ),
        "sessions": rows(UserSession.objects.filter(user=reader), "created_at", "ip", "user_agent"),
        "staff_changes": rows(LogEntry.objects.filter(user=reader), "action_time", "object_repr", "change_message"),
    }


def credentials_of(reader: Reader) -> list[Credential]:
    """The credentials besides the password: factors, social accounts, addresses; the oldest of each kind first."""
    factors = [
        Credential(f"factor {row.pk}", _KINDS[row.type], row.data.get("name", ""), row.created_at, row.last_used_at)
        for row in Authenticator.objects.filter(user=reader).order_by("pk")
    ]
    elsewhere = [
        Credential(f"account {row.pk}", "provider", row.uid, row.date_joined, row.last_login)
        for row in SocialAccount.objects.filter(user=reader).order_by("pk")
    ]
    addresses = EmailAddress.objects.filter(user=reader).order_by("pk").values_list("pk", "email")
    return [*factors, *elsewhere, *(Credential(f"address {pk}", "address", email) for pk, email in addresses)]


def has_factor(reader: Reader) -> bool:
    return bool(Authenticator.objects.filter(user=reader, type__in=FACTORS).exists())


def reader_language(reader: Reader) -> translation.override:
    """Activate the reader's language, or the site's: for mail and pushes, which no request belongs to."""
    return translation.override(reader.language or settings.LANGUAGE_CODE)


def language_of_most_readers() -> str:
    """The language that more than half of the readers chose who chose one; "" without such a one."""
    chose = Reader.objects.filter(is_active=True).exclude(language="")
    found = list(chose.values("language").annotate(number=Count("pk")).order_by("-number", "language")[:99])
    most = 2 * found[0]["number"] > sum(one["number"] for one in found) if found else False
    return str(found[0]["language"]) if most else ""


def with_confirmed_mail(readers: "QuerySet[Reader]") -> "QuerySet[Reader]":
    """Readers with a confirmed address, who may be sent mail."""
    mine = EmailAddress.objects.filter(user=OuterRef("pk"), email__iexact=OuterRef("email"), verified=True)
    return readers.exclude(email="").filter(Exists(mine))


def members(kind: str, words: str, *, by_mail: bool, now: datetime) -> "QuerySet[Reader]":
    """Accounts of this kind, by default all, the newest first; `words` are part of a name, or of an address."""
    found = Reader.objects.order_by("-date_joined", "-pk")
    of_kind = {
        STAFF: Q(is_staff=True),
        MODERATORS: Q(is_moderator=True),
        WAITING: Q(waits__gt=""),
        SUSPENDED: Q(suspended_until__gt=now),
        CLOSED: Q(is_active=False),
    }
    found = found.filter(of_kind[kind]) if kind else found
    part = Q(username__icontains=words) | (Q(email__icontains=words) if by_mail else Q(pk=None))
    return found.filter(part) if words else found


def leaving(*, before: datetime) -> "QuerySet[Reader]":
    """Readers who asked for deletion before this time and still exist."""
    return Reader.objects.filter(leaving_at__lt=before).order_by("leaving_at")


def of_factor(kept: str) -> str:
    """The secret of a second factor, decrypted; for hashed recovery codes a value equal to its code."""
    return rules.HashedCode(kept) if rules.is_hashed(kept) else encrypted_fields.decrypt(kept)


def unreadable_factors() -> int:
    """How many secrets are encrypted with a key that is not configured."""
    found = Authenticator.objects.values_list("data", flat=True)
    return sum(not all(encrypted_fields.readable(data[name]) for name in data if name in ENCRYPTED) for data in found)


def rows(found: "QuerySet[Any]", *fields: str) -> list[dict[str, Any]]:
    """These fields, oldest row first; times as ISO 8601."""
    return list(one_by_one(found, *fields))


def one_by_one(found: "QuerySet[Any]", *fields: str) -> Iterator[dict[str, Any]]:
    """As `rows`, streamed in chunks."""
    for keys in batched(found.order_by("pk").values_list("pk", flat=True), _AT_ONCE):
        for row in found.filter(pk__in=keys).order_by("pk").values(*fields):
            yield {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}
