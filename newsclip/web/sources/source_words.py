"""What the kinds and states of sources are called."""

from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from newsclip.sources import queries
from newsclip.sources.models import Source

KINDS: dict[str, Any] = {
    Source.Kind.FEED: gettext_lazy("feed"),
    Source.Kind.SITEMAP: gettext_lazy("news sitemap"),
    Source.Kind.PAGE: gettext_lazy("page of links"),
    Source.Kind.ARTICLE: gettext_lazy("one article"),
}
STATES: dict[str, Any] = {
    "": pgettext_lazy("sources", "All"),
    Source.State.ACTIVE: pgettext_lazy("sources", "Being read"),
    queries.FAILING: pgettext_lazy("sources", "Failing"),
    Source.State.PAUSED: pgettext_lazy("sources", "Paused"),
    Source.State.GONE: pgettext_lazy("sources", "Gone"),
    Source.State.REMOVED: pgettext_lazy("sources", "Removed"),
}
