"""The categories, each with a description. To change them, write another description: no training is needed for one."""

import re
import tomllib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """`description` says in words of the field what belongs here; `sections` how publishers call it (one word each)."""

    name: str
    description: str
    sections: frozenset[str] = frozenset()


GENERAL = "General"


def _category(name: str, description: str, sections: str) -> Category:
    return Category(name, description, frozenset(sections.split()))


TAXONOMY: tuple[Category, ...] = (
    Category(GENERAL, ""),
    _category(
        "World",
        "world news, international, foreign government, war, military, president, attacks, peace talks, refugees",
        "world international foreign monde mundo mondo ausland welt internacional esteri",
    ),
    _category(
        "Politics",
        "politics, government, elections, parliament, ministers, party, policy, vote, council, campaign",
        "politics election elections government parliament politik politique política politica",
    ),
    _category(
        "Business",
        "business, economy, companies, markets, stocks, banks, trade, profits, jobs, inflation",
        "business economy markets money finance companies economics wirtschaft finanzen économie economie economía "
        "economia negocios finanza",
    ),
    _category(
        "Technology",
        "technology, computers, software, internet, mobile phones, games, online, devices",
        "technology tech gadgets digital internet technik netzwelt technologie tecnología tecnologia",
    ),
    _category(
        "Science",
        "science, research, scientists, space, physics, biology, fossils, telescope, experiment, study finds",
        "science space sciences wissen wissenschaft ciencia ciência scienza",
    ),
    _category(
        "Health",
        "health, medicine, disease, patients, doctors, vaccine, treatment, clinic, nursing, public health",
        "health medicine wellness gesundheit santé sante salud saúde saude salute",
    ),
    _category(
        "Sports",
        "sport, football, match, team, player, championship, coach, goal, league, tournament",
        "sport sports football soccer cricket rugby tennis golf basketball baseball hockey athletics olympics "
        "deportes esportes fußball fussball calcio",
    ),
    _category(
        "Culture",
        "culture, arts, books, museum, exhibition, theatre, painting, heritage, novel, gallery",
        "culture arts art books theatre kultur feuilleton cultura arte livres libros",
    ),
    _category(
        "Entertainment",
        "entertainment, film, music, celebrities, television, awards, actors, singers, box office",
        "entertainment film films movies music television tv celebrity showbiz showbusiness unterhaltung",
    ),
    _category(
        "Environment",
        "environment, climate, wildlife, pollution, nature, emissions, forests, conservation, energy, floods",
        "environment climate nature wildlife sustainability umwelt klima environnement climat medioambiente ambiente",
    ),
)


def voted(section: str, taxonomy: tuple[Category, ...] = TAXONOMY) -> str:
    """The category that the publisher's own section names, or ""."""
    for word in re.findall(r"[^\W\d_]+", section.lower()):
        for category in taxonomy:
            if word == category.name.lower() or word in category.sections:
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
    sections = {category.name.lower(): category.sections for category in TAXONOMY}
    told = (Category(name.strip(), own[name].strip(), sections.get(name.lower(), frozenset())) for name in own)
    return Category(GENERAL, ""), *told


def _unusable(why: str) -> ValueError:
    return ValueError(f'{why}. Write a line a category, such as: Harbour = "ships, ferries, port, fishing"')
