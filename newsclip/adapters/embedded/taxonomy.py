"""The operator's own categories, from a file; see docs/why/categories.md."""

from pathlib import Path

from newsclip.writing.tags import TAXONOMY, Category, taxonomy_from

type Taxonomy = tuple[Category, ...]


def read_taxonomy(file: Path | None) -> Taxonomy:
    """The categories of this file, else the shipped ones. Raises SystemExit, with a remedy, for an unusable file."""
    if file is None:
        return TAXONOMY
    try:
        return taxonomy_from(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = f"{error.strerror}. Name a file that can be read, or unset it."
    except UnicodeDecodeError:
        why = "it is no text in UTF-8. Save it as such."
    except ValueError as error:
        why = str(error)
    raise SystemExit(f"NEWSCLIP_CATEGORIES: {file} cannot be used: {why}")
