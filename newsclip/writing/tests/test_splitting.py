"""A sentence of more than forty words becomes two where the verifier lets it."""

from newsclip.evidence.document import Sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.writing.shortening.splitting import split

FIRST = "The storm closed the bridge that leads to the old port of the town and the quay where the ferry lies in winter"
SECOND = "the board asked the mayor for help with the repair of the two cranes that had fallen into the harbour"
LONG = f"{FIRST}, and {SECOND}."


def said(text: str) -> Sentence:
    return Sentence(text, (Passage("1", 1, 0, len(text), digest_of(text)),))


def test_a_long_sentence_of_two_clauses_becomes_two() -> None:
    made = split(said(LONG), "en", lambda _: True)
    assert made is not None
    assert made.text == f"{FIRST}. T{SECOND[1:]}."
    assert made.edits == (f"second clause made a sentence: and {SECOND}",)


def test_it_is_split_nearest_to_its_middle_where_that_stands() -> None:
    text = f"The town slept for most of it, but {LONG[0].lower()}{LONG[1:]}"
    near, far = split(said(text), "en", lambda _: True), split(said(text), "en", lambda one: ". But" in one.text)
    assert near
    assert near.text.endswith(f". T{SECOND[1:]}.")
    assert far
    assert far.text.startswith("The town slept for most of it. But the storm")


def test_a_semicolon_splits_without_a_word_that_joins() -> None:
    made = split(said(f"{FIRST}; {SECOND}."), "en", lambda _: True)
    assert made
    assert made.text == f"{FIRST}. T{SECOND[1:]}."


def test_a_short_sentence_a_short_clause_and_what_the_verifier_refuses_stay() -> None:
    assert (
        split(said("The storm closed the bridge, and the board asked the mayor for help."), "en", lambda _: True)
        is None
    )
    assert split(said(f"{FIRST} of {SECOND}, and it rained."), "en", lambda _: True) is None
    assert split(said(LONG), "en", lambda _: False) is None


def test_a_language_without_guards_splits_nothing() -> None:
    assert split(said(LONG), "xx", lambda _: True) is None
