"""What search is asked for the stories that a sentence may be about."""

from newsclip.clips.rules.search_questions import questions_of_all, search_questions


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


def test_of_several_sentences_the_first_question_of_each_comes_first():
    said = ["Nine people were injured when two trams collided in Lindmere.", "The ferry of Reyl Lines left Orlo."]
    assert questions_of_all(said, 2) == [['"Lindmere"'], ['"Reyl Lines"']]
    assert questions_of_all(said, 99) == [search_questions(one) for one in said]


def test_what_two_sentences_ask_counts_once():
    said = ["The trams collided in Lindmere.", "The trams collided in Lindmere again."]
    assert search_questions(said[0]) == ['"Lindmere"', "collided"]
    assert questions_of_all(said, 2) == [search_questions(one) for one in said]
