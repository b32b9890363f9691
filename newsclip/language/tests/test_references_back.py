"""What a text says happened before it, in the languages that have words for that."""

import pytest

from newsclip.language.references_back import Reference, references_back


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Her first defeat since the recount in Dunmarsh deprived her of it.", "en", ("recount", "Dunmarsh")),
        ("Following the Dunmarsh East recount, he left.", "en", ("recount", "Dunmarsh", "East")),
        ("They sang after Tuesday's vote on fees.", "en", ("vote",)),
        ("In the wake of the fire at Karst Silo nobody slept.", "en", ("fire", "Karst", "Silo")),
        ("Seit der Neuauszählung in Dunmarsch fehlt ihr die Mehrheit.", "de", ("Neuauszählung", "Dunmarsch")),
        ("Nach dem Streik am Dienstag fahren sie.", "de", ("Streik",)),
        ("Après l’incendie de Karst, le maire se tait.", "fr", ("incendie", "Karst")),
        ("Depuis le vote de mardi, tout va.", "fr", ("vote",)),
    ],
)
def test_it_is_named_by_a_noun_and_by_the_names_beside_it(text, language, told):
    assert references_back(text, language) == (Reference(told[:1], told[1:]),)


@pytest.mark.parametrize(
    "text", ["The recount in Dunmarsh began.", "He ran after a hat.", "Since 2019 it is closed.", "after the", ""]
)
def test_what_is_told_as_new_refers_to_nothing(text):
    assert references_back(text, "en") == ()


def test_a_language_without_such_words_refers_to_nothing():
    assert references_back("since the recount in Dunmarsh", "xx") == ()


def test_each_is_told_once_and_no_more_than_a_dozen():
    assert len(references_back("After the vote, he left. After the vote, she came.", "en")) == 1
    many = " ".join(f"After the v{chr(97 + n % 26)}{chr(97 + n // 26)}x, he left." for n in range(60))
    assert len(references_back(many, "en")) == 12
