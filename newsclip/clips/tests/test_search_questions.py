"""What search is asked for the stories that a sentence may be about."""

from newsclip.clips.rules.search_questions import search_questions


def test_names_are_asked_for_as_phrases_the_longest_first():
    assert search_questions("The ferry of Reyl Lines left Orlo for Port Anselm on time.") == [
        '"Port Anselm"', '"Reyl Lines"'
    ]  # fmt: skip


def test_the_longest_other_words_are_asked_for_together_and_each_by_itself():
    assert search_questions("Nine people were injured when two trams collided in Lindmere.") == [
        '"Lindmere"', "injured collided", "injured", "collided"
    ]  # fmt: skip


def test_a_sentence_asks_five_questions_at_most():
    assert len(search_questions(", ".join(f"Ada Holm{chr(97 + n)} and others wandered" for n in range(26)))) == 5


def test_a_sentence_without_a_telling_word_asks_nothing():
    assert search_questions("It was so.") == []
