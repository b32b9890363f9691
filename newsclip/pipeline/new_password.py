"""Somebody set a new password: what was let in by the old one is let in no more, unless they want it to be."""

from django.db import transaction

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community import actions as community


@transaction.atomic
def end_all(reader: Reader, *, but: str = "") -> None:
    """All browsers are signed out but the one of this session; tokens of programs end, webhooks, notices in browsers.

    Whoever knew the old password may have made them: they would go on reading.
    """
    accounts.end_sessions(reader, but=but)
    accounts.end_tokens(reader)
    community.unsubscribe_all(reader)
