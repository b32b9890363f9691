"""The names of a clip: whom it quotes, and what its hashtags name."""

from dataclasses import replace

from newsclip.clips.rules.mentions import key_of, mentions
from newsclip.evidence.document import Document, Paragraph, Quote, Receipt, Section, Sentence, WriterMark
from newsclip.kernel.spans import Passage, digest_of

HERE = Passage("7", 1, 0, 4, digest_of("Here"))
LONG_NAME = "Ada " + " ".join(["Bartholomea"] * 14) + " Holm"


def nothing():
    return ()


def sentence(text: str) -> Sentence:
    return Sentence(text, (HERE,))


def clip(*said: str, quotes: tuple[tuple[str, str], ...] = (), tags: tuple[str, ...] = (), language: str = "en"):
    blocks = [
        Paragraph(tuple(map(sentence, said))),
        *(Quote(f"Words {number}", speaker, (HERE,), role or None) for number, (speaker, role) in enumerate(quotes)),
    ]
    return Document(
        id="c1", slug="x", version=1, story="1", headline=sentence("The harbour will close in spring"), summary=(),
        category="General", language=language, hashtags=tags, published=None, updated=None, image=None,
        sections=(Section(None, tuple(blocks)),), sources=(), timeline=(), disagreements=(), reports=1,
        writer=WriterMark("extractive", "1"), receipt=Receipt(),
    )  # fmt: skip


def found(document, source_texts=nothing):
    return {(one.key, one.name, one.kind, one.role) for one in mentions(document, source_texts)}


def test_a_speaker_is_a_name_with_the_role_that_the_publisher_gives():
    one = clip("Ada Holm spoke.", quotes=(("Ada Holm", "harbour master"),))
    assert found(one) == {("ada-holm", "Ada Holm", "person", "harbour master")}


def test_a_last_name_alone_is_whose_full_name_stands_in_the_clip():
    one = clip("Ada Holm spoke on Monday.", quotes=(("Holm", ""),))
    assert found(one) == {("ada-holm", "Ada Holm", "person", "")}


def test_a_last_name_alone_is_whose_full_name_stands_in_the_clips_articles():
    one = clip("She spoke on Monday.", quotes=(("Holm", ""),))
    assert found(one, lambda: ["On Monday Ada Holm spoke."]) == {("ada-holm", "Ada Holm", "person", "")}


def test_a_last_name_alone_is_nobodys_where_no_full_name_stands():
    assert found(clip("They met on Monday.", quotes=(("Holm", "harbour master"),))) == set()


def test_a_last_name_that_two_bear_in_a_story_is_nobodys():
    one = clip("On Monday Ada Holm met Karl Holm.", quotes=(("Holm", ""),))
    assert found(one) == set()


def test_who_has_no_name_has_no_page():
    assert found(clip("It was cold.", quotes=(("the coastguard", ""), ("a witness", ""), ("Petra", "")))) == set()


def test_a_form_of_address_and_initials_make_no_other_name():
    one = clip("It was cold.", quotes=(("Dr. Ada Holm", ""), ("Ada M. Holm", "")))
    assert found(one) == {("ada-holm", "Ada Holm", "person", ""), ("ada-holm", "Ada M. Holm", "person", "")}


def test_a_hashtag_names_what_the_clip_writes_so():
    one = clip("The ship left Marrow Harbour for the Union Bank.", tags=("#MarrowHarbour", "#UnionBank", "#Shipping"))
    assert {(mention.key, mention.kind, mention.hashtag) for mention in mentions(one, nothing)} == {
        ("marrow-harbour", "place", "marrowharbour"), ("union-bank", "body", "unionbank"),
    }  # fmt: skip


def test_a_speaker_who_may_be_called_as_a_thing_is_a_person_where_a_role_tells_so():
    one = clip("It was cold.", quotes=(("Strait Line", ""), ("Nerin Baker", "harbour master"), ("Nerin Quist", "")))
    assert [(mention.name, mention.kind) for mention in mentions(one, nothing)] == [
        ("Strait Line", "other"), ("Nerin Baker", "person"), ("Nerin Quist", "person"),
    ]  # fmt: skip


def test_a_hashtag_of_several_words_names_something_and_one_of_a_single_word_may_be_anybodys():
    one = clip("The ferry Sabine ran aground off Marrow Point.", tags=("#MarrowPoint", "#Sabine"))
    assert [(mention.name, mention.kind) for mention in mentions(one, nothing)] == [("Marrow Point", "other")]


def test_a_body_that_speaks_is_no_person():
    one = clip("It will be dear, Vellish Railways said.", tags=("#VellishRailways",))
    assert [mention.kind for mention in mentions(one, nothing)] == ["body"]


def test_a_hashtag_of_a_speaker_is_about_the_speaker():
    one = clip("It was cold.", quotes=(("Ada Holm", ""),), tags=("#AdaHolm",))
    assert [(mention.key, bool(mention.text)) for mention in mentions(one, nothing)] == [
        ("ada-holm", True), ("ada-holm", False),
    ]  # fmt: skip


def test_what_is_said_twice_in_a_clip_counts_once():
    twice = clip("It was cold.", quotes=(("Ada Holm", ""),))
    one = replace(twice, sections=twice.sections * 2)
    assert len(mentions(one, nothing)) == 1


def test_names_in_other_scripts_have_addresses():
    assert key_of("Ада Хольм") == "ада-хольм"
    assert key_of("آدا هولم") == "آدا-هولم"
    assert key_of("O’Brien, Ada") == "o-brien-ada"
    assert key_of("«»") == ""


def test_the_address_of_a_long_name_is_bounded_and_its_own():
    other = LONG_NAME[:-4] + "else"
    assert len(key_of(LONG_NAME)) <= 100
    assert key_of(LONG_NAME) != key_of(other)
    assert key_of(key_of(LONG_NAME)) == key_of(LONG_NAME)
