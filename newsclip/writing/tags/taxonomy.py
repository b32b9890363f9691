"""The categories, each with a description. To change them, write another description: no training is needed for one."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import in_all_languages
from newsclip.language.writer_tables import TagWords


@dataclass(frozen=True, slots=True)
class Category:
    """`description` says in words of the field what belongs here."""

    name: str
    description: str


GENERAL = "General"
TAXONOMY: tuple[Category, ...] = (
    Category(GENERAL, ""),
    Category(
        "World",
        "world news, international, foreign government, war, military, president, attacks, peace talks, refugees",
    ),
    Category(
        "Politics",
        "politics, government, elections, parliament, ministers, party, policy, vote, council, campaign",
    ),
    Category(
        "Crime & Law",
        "crime, police, arrest, suspect, murder, robbery, fraud, court, trial, judge, verdict, prison, lawsuit",
    ),
    Category(
        "Disasters & Accidents",
        "disaster, accident, crash, fire, explosion, earthquake, hurricane, rescue, killed, injured, evacuated, storm",
    ),
    Category(
        "Business",
        "business, economy, companies, markets, stocks, banks, trade, profits, jobs, inflation",
    ),
    Category(
        "Technology",
        "technology, computers, software, internet, mobile phones, games, online, devices",
    ),
    Category(
        "Science",
        "science, research, scientists, space, physics, biology, fossils, telescope, experiment, study finds",
    ),
    Category(
        "Health",
        "health, medicine, disease, patients, doctors, vaccine, treatment, clinic, nursing, public health",
    ),
    Category(
        "Sports",
        "sport, football, match, team, player, championship, coach, goal, league, tournament",
    ),
    Category(
        "Culture",
        "culture, arts, books, museum, exhibition, theatre, painting, heritage, novel, gallery",
    ),
    Category(
        "Entertainment",
        "entertainment, film, music, celebrities, television, awards, actors, singers, box office",
    ),
    Category(
        "Environment",
        "environment, climate, wildlife, pollution, nature, emissions, forests, conservation, energy, species",
    ),
)


@cache
def _sections(category: str) -> frozenset[str]:
    """How publishers of all languages call the pages of a category: one word each."""
    named = (table.sections.get(category, frozenset()) for table in in_all_languages(TagWords))
    return frozenset({category}).union(*named)


def voted(section: str, taxonomy: tuple[Category, ...] = TAXONOMY) -> str:
    """The category that the publisher's own section names, or "". "General" names none: it says nothing of a text."""
    for word in re.findall(r"[^\W\d_]+", section.lower()):
        for category in taxonomy:
            if category.name != GENERAL and word in _sections(category.name.lower()):
                return category.name
    return ""


def taxonomy_from(text: str) -> tuple[Category, ...]:
    """The categories of a small TOML, a line each: `Name = "description in words of the field"`.

    General is always there and needs no line; names that Newsclip knows keep the sections by which publishers vote for
    them. Raises ValueError that says what is wrong and what to write where the text is not so.
    """
    try:
        lines = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unusable(f"it is no TOML: {error}") from error
    own = {name: description for name, description in lines.items() if name.lower() != GENERAL.lower()}
    if not own:
        raise _unusable("it names no category")
    seen: set[str] = set()
    for name, description in own.items():
        if not isinstance(description, str) or not description.strip():
            raise _unusable(f"{name!r} has no description in quotation marks")
        if not name.strip() or name.lower() in seen:
            raise _unusable(f"{name!r} is empty or there twice")
        seen.add(name.lower())
    told = (Category(name.strip(), own[name].strip()) for name in own)
    return Category(GENERAL, ""), *told


def _unusable(why: str) -> ValueError:
    return ValueError(f'{why}. Write a line a category, such as: Harbour = "ships, ferries, port, fishing"')
