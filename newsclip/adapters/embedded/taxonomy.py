"""The operator's own categories, from a file; see docs/why/categories.md."""

from pathlib import Path

from newsclip.clips.rules.tags import TAXONOMY, Category, taxonomy_from
from newsclip.kernel.reasons import Refused

type Taxonomy = tuple[Category, ...]


def read_taxonomy(file: Path | None) -> Taxonomy:
    """The categories of this file, else the shipped ones. Raises SystemExit where the file cannot be used."""
    if file is None:
        return TAXONOMY
    try:
        return taxonomy_from(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, Refused) as error:
        raise SystemExit(f"NEWSCLIP_CATEGORIES: {file} cannot be used: {error}") from error
