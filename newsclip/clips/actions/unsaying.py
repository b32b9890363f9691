"""What was told of a clip before is told without words that may be shown no more."""

import re
from collections.abc import Collection, Mapping

from newsclip.clips.models import Clip, ClipVersion, Correction

_QUOTED = re.compile(r"“[^”]*”")


def unsay(clip: Clip, texts: Collection[str], *, publisher: str) -> None:
    """Corrections lose the sentences that are among `texts`; reasons lose what they quote of this publisher."""
    for row in Correction.objects.filter(clip=clip):
        row.sentences = [pair for pair in row.sentences if not _is_part(pair, texts)]
        row.reason = _without_quotations(row.reason, publisher)
        row.save(update_fields=["sentences", "reason"])
    for version in ClipVersion.objects.filter(clip=clip, reason__contains="“").defer("document"):
        version.reason = _without_quotations(version.reason, publisher)
        version.save(update_fields=["reason"])


def _is_part(pair: Mapping[str, str], texts: Collection[str]) -> bool:
    return any(said and said in text for said in (pair["before"], pair["after"]) for text in texts)


def _without_quotations(reason: str, publisher: str) -> str:
    return _QUOTED.sub("“…”", reason) if publisher in reason else reason
