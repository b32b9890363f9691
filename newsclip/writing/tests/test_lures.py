"""Titles that hide their news, and those that only begin like one."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.extractive.titles import is_fit
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import article, embed


@pytest.mark.parametrize(
    ("language", "title", "fit"),
    [
        ("it", "Come previsto, la banca centrale di Orlo alza i tassi", True),
        ("it", "Come la banca centrale di Orlo alza i tassi", False),
        ("pt", "Como previsto, o banco central de Orlo sobe os juros a 4%", True),
        ("pt", "Como o banco central de Orlo sobe os juros a 4%", False),
        ("de", "Wie erwartet: Zentralbank von Orlo erhöht den Leitzins", True),
        ("de", "Wie die Zentralbank von Orlo den Leitzins erhöht", False),
        ("de", "Wo die Fähre Halcyon sank, starben elf Menschen", True),
        ("de", "Wo die Fähre Halcyon sank, zeigt eine Karte", False),
        ("de", "Wo die Fähre Halcyon sank", False),
        ("de", "Diese Brücke in Orlo ist eingestürzt", True),
        ("de", "Diese Brücke muss man in Orlo sehen", False),
        ("pl", "Co drugi Polak popiera strajk nauczycieli", True),
        ("pl", "Jak zapowiadano, strajk nauczycieli trwa", True),
        ("pl", "Co nauczycieli czeka po strajku", False),
    ],
)
def test_a_statement_that_opens_with_a_word_of_lures_is_none(language: str, title: str, fit: bool) -> None:
    given = article(1, title, f"2026: {title}.", language=language)
    material = lay_out(Assigned("c1", "1", "", 1, (given,)), language, embed, verifier)
    assert is_fit(material, material.readings[0]) is fit
