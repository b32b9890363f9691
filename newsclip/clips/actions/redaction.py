"""What was told of a clip before is told without words that may be shown no more."""

from collections.abc import Collection, Mapping

from newsclip.clips.models import Clip, Correction


def redact(clip: Clip, texts: Collection[str]) -> None:
    """Corrections lose the sentences that are among `texts`.

    What reasons refer to needs no care: it is read from these sentences and from the revisions, as they are by then.
    """
    for row in Correction.objects.filter(clip=clip):
        row.sentences = [pair for pair in row.sentences if not _is_part(pair, texts)]
        row.save(update_fields=["sentences"])


def _is_part(pair: Mapping[str, str], texts: Collection[str]) -> bool:
    return any(said and said in text for said in (pair["before"], pair["after"]) for text in texts)
