"""Quotations are verbatim, closed where the publisher closed them, and have a speaker only where one is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.language.quotations import FoundQuote, find_quotes
from tests.cpu_time import MOST_GROWTH, growth


def one(text: str, language: str = "en") -> FoundQuote:
    (quote,) = find_quotes(text, language)
    return quote


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We close at dusk," she said.', "We close at dusk"),
        ("“We close at dusk,” she said.", "We close at dusk"),
        ("‘It’s the ferrymen’s pier,’ he said.", "It’s the ferrymen’s pier"),
        ("'The workers' club isn't for sale,' he said.", "The workers' club isn't for sale"),
        ("'We close at dusk , ' she said .", "We close at dusk"),
        ("'The workers ' club is not for sale , ' he said .", "The workers ' club is not for sale"),
        ("The pier is 'beyond repairs ' , and 40 years old .", "beyond repairs"),
        ("« Le port ferme », dit-elle.", "Le port ferme"),
        ("„Der Hafen schließt“, sagte sie.", "Der Hafen schließt"),
        ("»Der Hafen schließt«, sagte sie.", "Der Hafen schließt"),
        ("“He told me ‘go home’ twice,” she said.", "He told me ‘go home’ twice"),
        ("“We close at dusk,“ she said.", "We close at dusk"),
    ],
)
def test_every_custom_of_marks_is_read(text: str, words: str) -> None:
    quote = one(text)
    assert quote.text == words
    assert text[quote.start : quote.end] == words


@pytest.mark.parametrize(
    "text", ["The '90s were loud.", "Rock 'n' roll is back.", "The workers' club isn't theirs.", 'A 5" pipe burst.']
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert find_quotes(text) == []


def test_two_quotations_in_one_sentence_stay_two() -> None:
    assert [q.text for q in find_quotes("He called it “bold” but not “wise”.")] == ["bold", "wise"]


def test_a_quotation_of_two_paragraphs_keeps_its_speaker_and_is_closed_in_the_last() -> None:
    text = "Ada Quist said: “The pier is old.\n\n“It has to go.”"
    first, second = find_quotes(text)
    assert (first.closed, second.closed) == (False, True)
    assert first.speaker == second.speaker == "Ada Quist"
    assert not first.reliable


@pytest.mark.parametrize("mark", ["'", "‘", '"', "“"])
def test_a_quotation_that_opens_once_more_behind_a_sentence_goes_on(mark: str) -> None:
    closing = {"‘": "’", "“": "”"}.get(mark, mark)
    text = f"Ada Quist said: {mark}The pier is old. It leaks. {mark}It has to go.{closing} The council agreed."
    first, second = find_quotes(text)
    assert [first.text, second.text] == ["The pier is old. It leaks.", "It has to go."]
    assert (first.closed, second.closed) == (False, True)
    assert first.speaker == second.speaker == "Ada Quist"


def test_a_quotation_that_nothing_closes_ends_before_the_sentence_of_the_next() -> None:
    first, second = find_quotes("Ada Quist said: 'The pier is old. It leaks. Tomas Reyl said: 'It has to go.'")
    assert (first.text, second.text) == ("The pier is old. It leaks.", "It has to go.")
    assert (first.speaker, second.speaker) == ("Ada Quist", "Tomas Reyl")


def test_the_apostrophe_of_a_plural_ends_no_quotation_that_opens_once_more() -> None:
    first, second = find_quotes("Ada Quist said: 'The clerks' pier leaks. 'It has to go.'")
    assert (first.text, second.text) == ("The clerks' pier leaks.", "It has to go.")
    title, said = find_quotes("The film 'The Clerks' is loud. 'It has to go,' said Ada Quist.")
    assert (title.text, said.text) == ("The Clerks", "It has to go")


def test_single_marks_reach_over_paragraphs_that_open_them_anew() -> None:
    first, second = find_quotes("‘The pier is old. It leaks.\n\n‘It has to go,’ said Ada Quist.")
    assert (first.text, first.closed) == ("The pier is old. It leaks.", False)
    assert (second.text, second.speaker) == ("It has to go", "Ada Quist")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The pier has to go,” said Ada Quist.", "Ada Quist"),
        ("“The pier has to go,” Ada Quist, a baker, later said.", "Ada Quist"),
        ("Ada Quist told the council, “The pier has to go.”", "Ada Quist"),
        ("According to Ada Quist, “the pier has to go”.", "Ada Quist"),
        ("“The pier has to go.” — Ada Quist", "Ada Quist"),
        ("Ada Quist spoke at noon. “The pier has to go,” Quist said.", "Ada Quist"),
        ("Ada Quist spoke at noon. “The pier has to go,” she said.", "Ada Quist"),
        ("“The pier has to go,” a spokesman said.", "a spokesman"),
        ("Neil Vost looked up.\n\nSays Neil: “The pier has to go.”", "Neil Vost"),
        ("“The pier has to go,” says Tamara. Very odd.", "Tamara"),
        ("“The pier has to go,” said Minister for Harbour Works Desmond Vell.", "Desmond Vell"),
        ("“The pier has to go,” said Red S&D councillor Ada Quist, who led it.", "Ada Quist"),
        ("“The pier has to go,” said works clerk Dell Macklin of the Harbour Union.", "Dell Macklin"),
        ("Mr Quay Tuck Yan spoke. “The pier has to go,” Mr Quay said.", "Quay Tuck Yan"),
        ("“The pier has to go,” said Ms Quay.", "Ms Quay"),
        ("“The pier has to go,” said Lady Otter. Ben Otter left.", "Lady Otter"),
        ("Ada Quist met Jonas Quist. “The pier has to go,” Quist said.", "Quist"),
        ("“The pier has to go,” said the rector, Ada Quist.", "Ada Quist"),
        ("“The pier has to go,” says the astronomer Ada Quist, who came.", "Ada Quist"),
        ("“The pier has to go,” said one of them, Ada Quist, a farmer.", "Ada Quist"),
        ("“The pier has to go,” says the freshwater ecologist, who measured.", "the freshwater ecologist"),
        ("“The pier has to go,” the Prime Minister said.", "the Prime Minister"),
        ("Under a plan which Quist said was old, “the pier has to go”.", "Quist"),
    ],
)
def test_the_speaker_is_named_as_fully_as_the_text_does(text: str, speaker: str) -> None:
    quote = one(text)
    assert quote.speaker == speaker
    assert quote.reliable


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quist met Jonas Feld at noon. “The pier has to go,” he said.",
        "“The pier has to go.” Ada Quist left at noon.",
        "Ada Quist left. “The pier has to go.”",
        "Ada Quist bowed and said, “The pier has to go.”",
        "“The pier has to go,” they said.",
        "Mr Jonas Feld left. “The pier has to go,” she said.",
        "Ada Quist left. “The pier has to go,” he said.",
        "Then came World War III. “The pier has to go,” he said.",
        "He has admired Ben Otter. “The pier has to go,” he said.",
        "In Dover Castle it rained. “The pier has to go,” he said.",
        "Ada Quist was praised for “the new pier” on Monday.",
        "In the film “Old Piers,” Ada Quist’s comments were cut.",
        "Ada Quist sang on “The Pier Show”.",
        "Ada Quist told “The Pier Show”.",
        "Violet Annan saw it. Her daughter left. “The pier has to go,” she said.",
        "Another sarcastically wrote, “The pier has to go.”",
        "“The pier has to go,” said the Head of the Harbour Works.",
        "A group that advocates for piers says “the pier has to go”.",
        "“The pier has to go.” Ada Quist said that the harbour was full.",
        "In addition to the rude comments, he heard “the pier has to go”.",
        "He has a Bulgar Pier Lamp 42, which cost a lot. He said of the lamp: “The pier has to go.”",
        "According to OrloPost.com, the following was sent to the mayor: “The pier has to go.”",
    ],
)
def test_no_speaker_rather_than_a_guess(text: str) -> None:
    assert one(text).speaker is None


def test_a_pronoun_never_means_somebody_named_only_inside_a_quotation() -> None:
    text = "Ada Quist spoke. “Jonas Feld lied,” she said.\n\n“The pier has to go,” she added."
    assert [q.speaker for q in find_quotes(text)] == ["Ada Quist", "Ada Quist"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Dan Otter said, “The pier is old.” Its keeper once called it “a fine old pier”.", ["Dan Otter", None]),
        ("“The pier is old,” a user said. Another added, “It has to go at once.”", ["a user", None]),
        ("“The pier is old,” Dan Otter said. He has seen “The Last Pier” twice.", ["Dan Otter", None]),
        ("“The pier is old,” Dan Otter said on “Pier Night.” “It has to go.”", ["Dan Otter", None, "Dan Otter"]),
        ("“The pier is old,” Dan Otter said.\n\nIt rained. “It has to go,” he added.", ["Dan Otter", "Dan Otter"]),
        ("“The pier is old,” Dan Otter said.\n\nPia Sund ran. “It has to go,” he added.", ["Dan Otter", None]),
        ("“The pier is old,” Dan Otter said.\n\nIt rained. “It has to go,” she added.", ["Dan Otter", None]),
    ],
)
def test_who_spoke_last_is_not_whoever_is_quoted_next(text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in find_quotes(text)] == speakers


def test_typewriter_marks_are_read() -> None:
    first, second = find_quotes("`` The pier is old , '' Ada Quist said of Kelmouth 's pier . `` It has to go . ''")
    assert (first.text, second.text) == ("The pier is old", "It has to go .")


def test_a_quotation_that_goes_on_behind_its_frame_has_the_same_speaker() -> None:
    first, second = find_quotes("“The pier is old,” Ada Quist said. “It has to go.”")
    assert second.speaker == "Ada Quist"
    assert (second.speaker_start, second.speaker_end) == (first.speaker_start, first.speaker_end)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“The pier has to go,” said harbour master Ada Quist.", "harbour master"),
        ("“The pier has to go,” Ada Quist, the harbour master, said.", "harbour master"),
        ("“The pier has to go,” Ada Quist said.", None),
        ("“The pier has to go,” Ada Quist, who was late, said.", None),
        ("“The pier has to go,” said port spokesman Ada Quist.", "port spokesman"),
        ("“The pier has to go,” said Health Minister Ada Quist.", "Health Minister"),
        ("“The pier has to go,” said Minister for Harbour Works Ada Quist.", "Minister for Harbour Works"),
        ("“The pier has to go,” said his daughter Ada Quist.", None),
        ("“The pier has to go,” said a sweetly nervous Ada Quist.", None),
        ("“The pier has to go,” said Mr Jonas Feld.", None),
        ("“The pier has to go,” said Ada Quist, the harbour master.", "harbour master"),
        ("“The pier has to go,” said Ada Quist, 27, the club's vice-captain, who rows.", "vice-captain"),
        ("“The pier has to go,” said Ada Quist, Orlo Line's chief engineer.", "Orlo Line's chief engineer"),
        ("“The pier has to go,” said Ada Quist, a former aide to Mr. Feld.", "former aide to Mr. Feld"),
        ("“The pier has to go,” said Ada Quist, the most zealous defender of the coast.", None),
        ("“The pier has to go,” said Ada Quist, half joking.", None),
        ("“The pier has to go,” said Ada Quist, the Port Board's Chief Officer.", "Port Board's Chief Officer"),
        ("“The pier has to go,” said Ada Quist, Secretary of the Orlo Chamber.", "Secretary of the Orlo Chamber"),
        ("“The pier has to go,” said Ada Quist, Mayor Brandt, and others.", None),
        ("“The pier has to go,” said Ada Quist, a teacher who was there with her class.", "teacher"),
        ("“The pier has to go,” said Ada Quist, a teacher of 29.", "teacher"),
        ("“It has to go,” said Ada Quist, a reader in harbour law at the University of Orlo Bay in Norvale.",
         "reader in harbour law"),
        ("Orlo harbour spokeswoman Ada Quist came. “The pier has to go,” Quist said.", None),
        ("The Orlo harbour spokeswoman Ada Quist came. “It has to go,” Quist said.", "Orlo harbour spokeswoman"),
        ("The former spokeswoman Ada Quist came. “The pier has to go,” she said.", "former spokeswoman"),
        ("Ada Quist, a rower, came late. “The pier has to go,” Quist said.", "rower"),
    ],
)  # fmt: skip
def test_a_role_is_given_only_where_it_stands_beside_the_name(text: str, role: str | None) -> None:
    assert one(text).role == role


def test_a_language_without_cues_gets_its_quotations_without_speakers() -> None:
    quote = one("„Přístav zavřen”, řekla Ada Quist.", "cs")
    assert quote.text == "Přístav zavřen"
    assert quote.speaker is None


def test_a_rank_stays_with_a_surname_that_nothing_completes() -> None:
    assert one("“We will be there tomorrow,” said Col Hardwick.").speaker == "Col Hardwick"
    assert one("“We will be there,” said Col Hardwick. Colonel Jim Hardwick left.").speaker == "Jim Hardwick"


def test_a_body_before_a_calling_is_not_the_speaker() -> None:
    quote = one("“We can win this,” explained Norvale State House majority leader Ada Quist, a baker.")
    assert quote.speaker == "Ada Quist"


PIECES = st.sampled_from([*"“”\"'‘’«»„,. 5", "\n\n", "Ada Quist", "said", "he", "The pier", "It’s"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_quotations_are_verbatim_whatever_the_text(text: str) -> None:
    last = 0
    for quote in find_quotes(text):
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text != ""
        assert quote.start >= last
        last = quote.end
        if quote.speaker is not None:
            assert quote.speaker_start is not None
            assert quote.speaker_end is not None
            assert text[quote.speaker_start : quote.speaker_end].strip()


@pytest.mark.parametrize(
    "piece",
    ["'a b ", '"a ', "‘a b ", "“A said, ", "« a ", "„a “", "Ada Quist, ", "The a ", "“Go,” he said. ", "'A b. ",
     '"A b. ', "‘A b. ", "'A. b "],
)  # fmt: skip
def test_a_page_of_one_mark_over_and_over_twice_as_long_takes_twice_as_long(piece: str) -> None:
    assert growth(lambda many: find_quotes(piece * (many // len(piece))), 10_000, 20_000) <= MOST_GROWTH


@pytest.mark.parametrize(
    "frame",
    [
        "Ada Quist, a spokeswoman for the port, said",
        "In a statement, Ada Quist, who leads the port, said",
        "Ada Quist, speaking on the pier, said",
    ],
)
def test_who_a_speaker_is_may_stand_between_the_name_and_the_verb(frame: str) -> None:
    assert one(f"The pier was shut on Monday. {frame}: “The pier will open again in June.”").speaker == "Ada Quist"


def test_a_verb_joined_to_another_subject_names_nobody() -> None:
    assert one("Ada Quist left the pier, and the deckhand, it was learnt, said “we go”.").speaker != "Ada Quist"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The port called us at night.” According to Orlo News, the pilot was new.", None),
        ("“Would anybody pay for a bridge?” Traders said the mayor's defence of the toll was out of touch.", None),
        ("“Would anybody pay for a bridge?” Ada Quist asked.", "Ada Quist"),
        ("Ada Quist, R-OR, who leads the council, said Tuesday, “The toll goes up.”", "Ada Quist"),
    ],
)
def test_the_sentence_behind_a_whole_saying_names_no_speaker(text: str, speaker: str | None) -> None:
    assert find_quotes(text)[0].speaker == speaker
