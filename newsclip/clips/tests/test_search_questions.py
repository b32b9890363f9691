"""What search is asked for the stories that a text may be about."""

from newsclip.clips.rules.search_questions import search_questions


def test_names_are_asked_for_as_phrases_the_longest_first():
    assert search_questions("The ferry of Reyl Lines left Orlo for Port Anselm on time.")[:2] == [
        '"Port Anselm"', '"Reyl Lines"'
    ]  # fmt: skip


def test_of_a_sentence_without_names_the_longest_words_are():
    assert search_questions("they painted the lighthouse yesterday") == ["yesterday lighthouse"]


def test_a_long_text_asks_ten_questions_at_most():
    assert len(search_questions(" ".join(f"Ada Holm{chr(97 + n)} met them." for n in range(26)))) == 10
