"""Settings for processes that work on another database than this one does."""

import os

from newsclip.options import SETTINGS


def child_environment(**changes: str) -> dict[str, str]:
    """An environment with all that is set here, wherever it is set, and these changes; no settings file is read."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCLIP_")}
    alone = dict.fromkeys(("NEWSCLIP_REPLICA_URL", "NEWSCLIP_QUEUE_URL"), "")
    return {**others, **SETTINGS.values, **alone, "NEWSCLIP_SETTINGS": os.devnull, **changes}
