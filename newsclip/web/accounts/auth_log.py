"""Who came in, who did not, who left: said to the log, without what they typed; and by which browsers they are in."""

from typing import TYPE_CHECKING, Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from newsclip.accounts.models import Reader

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger


def _log() -> "FilteringBoundLogger":
    """Loaded where somebody signs in: its packages take a tenth of a second, and commands sign nobody in."""
    import structlog  # noqa: PLC0415

    logger: FilteringBoundLogger = structlog.get_logger()
    return logger


@receiver(user_logged_in)
def came_in(request: HttpRequest, user: Reader, **_: Any) -> None:
    _log().info("signed_in", reader=user.pk, path=request.path)
    if "REMOTE_ADDR" in request.META:  # a request that came from somewhere
        UserSession.objects.create_from_request(request)  # allauth remembers who comes in by its own door alone


@receiver(user_login_failed)
def did_not_come_in(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A name may be a password in the wrong field: only one that is an account's is told, by its number."""
    known = Reader.objects.filter(username=credentials.get("username", "")).values_list("pk", flat=True).first()
    _log().warning("sign_in_failed", reader=known, path=request.path if request else "")


@receiver(user_logged_out)
def left(request: HttpRequest, user: Reader | None, **_: Any) -> None:
    if user:
        _log().info("signed_out", reader=user.pk, path=request.path)
