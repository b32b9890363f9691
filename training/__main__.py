"""python -m training categories|words|terms DATA_DIR…, vectors MODEL_DIR, or icons"""

import json
from pathlib import Path

import typer

from newsclip.wiring import embedder
from training.icons import draw_icons
from training.terms import count_terms
from training.words import count_words

app = typer.Typer(help="Train the shipped models on data given by path.", no_args_is_help=True)


@app.command()
def categories(folders: list[Path]) -> None:
    """The category model, from rows with a category. Needs scikit-learn (a development dependency)."""
    from training.categories import train  # noqa: PLC0415  counting words does without scikit-learn

    print(json.dumps(train(folders, embedder()), indent=2))


@app.command()
def words(folders: list[Path]) -> None:
    """How common each word is in news, from rows with a text."""
    print(json.dumps(count_words(folders), indent=2))


@app.command()
def terms(folders: list[Path]) -> None:
    """How common each term of grouping is in English news, from rows with a text."""
    print(json.dumps(count_terms(folders), indent=2))


@app.command()
def vectors(folder: Path) -> None:
    """The word vectors, from the folder of all-MiniLM-L6-v2 (model.safetensors, vocab.txt). Train categories next."""
    from training.sentence_model import SentenceModel  # noqa: PLC0415  as above, scipy
    from training.vectors import distil  # noqa: PLC0415

    print(json.dumps(distil(SentenceModel(folder)), indent=2))


@app.command()
def icons() -> None:
    """The icons of the installed site, from the favicon. Needs no data."""
    print(json.dumps(draw_icons(), indent=2))


app()
