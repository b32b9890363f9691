"""One-click unsubscribe: a signed address that needs no sign-in and does nothing else."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from newsclip.accounts.models import Reader
from newsclip.options import OPTIONS

_SIGNER = Signer(salt="newsclip.mail.leave")
KINDS = ("edition", "notices")


def address_to_leave(reader: Reader, kind: str) -> str:
    return OPTIONS.site_url + reverse("mail:leave", args=[_SIGNER.sign(f"{kind}-{reader.pk}")])


def who(token: str) -> tuple[Reader, str] | None:
    """The reader and the kind of mail that this token ends; None if the token is invalid."""
    try:
        kind, _, number = _SIGNER.unsign(token).partition("-")
    except BadSignature:
        return None
    reader = Reader.objects.filter(pk=int(number)).first() if kind in KINDS else None
    return (reader, kind) if reader else None


def end(reader: Reader, kind: str) -> None:
    wanted = {"edition": Reader.Edition.NONE} if kind == "edition" else {"notices_by_mail": False}
    Reader.objects.filter(pk=reader.pk).update(**wanted)
