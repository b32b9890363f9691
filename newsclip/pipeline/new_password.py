"""After a password change: end what the old password gave access to, unless the reader keeps it."""

from django.db import transaction

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Reader
from newsclip.community import actions as community


@transaction.atomic
def end_all(reader: Reader, *, but: str = "") -> None:
    """Sign out all other browsers (`but`: this session), revoke tokens, end webhooks and browser notifications.

    Anyone who knew the old password may have created them, and would go on reading.
    """
    accounts.end_sessions(reader, but=but)
    accounts.end_tokens(reader)
    community.unsubscribe_all(reader)
