from datetime import timedelta

import pytest

from newsclip.community import actions, queries
from newsclip.community.models import Collection
from newsclip.community.ports import Muted, Subject
from newsclip.community.rules import mutes
from newsclip.community.rules.mutes import why_hidden, why_unheard
from newsclip.community.tests.conftest import NOW
from newsclip.kernel.reasons import Refused
from newsclip.stories.models import Story

FERRY = Subject(
    7, "Ferry aground", "All are safe.", "World", frozenset({"marrowpoint"}), frozenset({"harbour.example"})
)


@pytest.mark.django_db
def test_a_hashtag_is_followed_with_or_without_its_mark(mara):
    actions.follow(mara, "hashtag", "#MarrowPoint", now=NOW)
    actions.follow(mara, "hashtag", "marrowpoint", now=NOW)
    assert queries.follows(mara)["hashtag"] == {"marrowpoint"}
    actions.unfollow(mara, "hashtag", "#MARROWPOINT")
    assert not queries.follows(mara)["hashtag"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "key"), [("hashtag", "#"), ("hashtag", " # "), ("source", "the harbour"), ("person", "nobody")]
)
def test_what_cannot_be_here_is_neither_followed_nor_muted(mara, kind, key):
    for do in (actions.follow, actions.mute):
        with pytest.raises(Refused):
            do(mara, kind, key, now=NOW)


@pytest.mark.django_db
def test_hashtags_and_people_are_followed_and_muted_as_they_are_written_here(mara, nils):
    for do in (actions.follow, actions.mute):
        do(mara, "hashtag", "Marrow Point", now=NOW)
        do(mara, "person", "NILS", now=NOW)
    assert queries.follows(mara) | {"hashtag": {"marrowpoint"}, "person": {"nils"}} == queries.follows(mara)
    assert {(one.kind, one.key) for one in queries.mutes(mara, now=NOW)} == {
        ("hashtag", "marrowpoint"),
        ("person", "nils"),
    }


@pytest.mark.django_db
def test_nobody_follows_a_word(mara):
    with pytest.raises(Refused):
        actions.follow(mara, "word", "ferry", now=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["abc", "0", "-1", "9" * 30, "999999", "1.5"])
def test_nobody_follows_or_mutes_a_story_that_is_none(mara, key):
    for do in (actions.follow, actions.mute):
        with pytest.raises(Refused) as refused:
            do(mara, "story", key, now=NOW)
        assert refused.value.code == "unknown"
    actions.unfollow(mara, "story", key)


@pytest.mark.django_db
def test_a_publisher_is_followed_by_its_address_too(mara):
    actions.follow(mara, "source", "https://www.Harbour.example/news?x=1", now=NOW)
    actions.follow(mara, "source", "harbour.example", now=NOW)
    assert queries.follows(mara)["source"] == {"harbour.example"}


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["*", "**", " * "])
def test_a_word_that_is_none_hides_nothing(mara, word):
    with pytest.raises(Refused):
        actions.mute(mara, "word", word, now=NOW)
    assert why_hidden(FERRY, [Muted("word", word.strip(), "everywhere")], where="lists") == ""


@pytest.mark.django_db
def test_a_mute_ends_when_it_was_meant_to(mara):
    actions.mute(mara, "word", "ferry", now=NOW, until=NOW + timedelta(days=1))
    assert queries.mutes(mara, now=NOW) == (Muted("word", "ferry", "everywhere"),)
    assert queries.mutes(mara, now=NOW + timedelta(days=1)) == ()


@pytest.mark.parametrize(
    ("mute", "where", "said"),
    [
        (Muted("word", "ferry", "everywhere"), "search", "word ferry"),
        (Muted("word", "ferr", "everywhere"), "lists", ""),
        (Muted("word", "ferr*", "everywhere"), "lists", "word ferr*"),
        (Muted("hashtag", "marrowpoint", "lists"), "lists", "hashtag marrowpoint"),
        (Muted("hashtag", "marrowpoint", "lists"), "search", ""),
        (Muted("source", "harbour.example", "everywhere"), "lists", "source harbour.example"),
        (Muted("source", "other.example", "everywhere"), "lists", ""),
        (Muted("category", "world", "everywhere"), "lists", "category world"),
        (Muted("story", "7", "everywhere"), "lists", "story 7"),
    ],
)
def test_a_mute_says_what_it_found(mute, where, said):
    assert why_hidden(FERRY, [mute], where=where) == said


@pytest.mark.django_db
def test_a_private_collection_is_its_owners_alone(mara, nils, story):
    kept = actions.make_collection(mara, "Ferries of the strait", now=NOW)
    actions.collect(mara, kept, story.pk, now=NOW, note="for the school")
    assert list(queries.collections_of(mara, private=False)) == []
    with pytest.raises(Refused):
        actions.take_out(nils, kept, story.pk)
    actions.make_collection(mara, "Ferries of the strait", now=NOW, public=True)
    assert [one.slug for one in queries.collections_of(mara, private=False)] == ["ferries-of-the-strait"]


@pytest.mark.django_db
def test_a_person_gets_everything_they_wrote_and_did(mara, story):
    actions.vote(mara, story.pk, now=NOW)
    actions.comment(mara, story.pk, "I was aboard.", now=NOW)
    everything = {table: list(rows) for table, rows in queries.everything_of(mara).items()}
    assert everything["vote"][0]["story"] == story.pk
    assert everything["comment"][0]["text"] == "I was aboard."


@pytest.mark.django_db
def test_of_a_person_others_see_what_they_discuss_and_keep_in_public_alone(mara):
    told, kept, private, liked = (Story.objects.create(started_at=NOW, last_at=NOW) for _ in range(4))
    actions.comment(mara, told.pk, "The port has a live map.", now=NOW)
    actions.collect(mara, actions.make_collection(mara, "Ferries", now=NOW, public=True), kept.pk, now=NOW)
    actions.collect(mara, actions.make_collection(mara, "Mine", now=NOW), private.pk, now=NOW)
    actions.vote(mara, liked.pk, now=NOW)
    found = queries.activity_of({"mara", "nils"}, since=NOW)
    assert found == {told.pk: {"mara"}, kept.pk: {"mara"}}


@pytest.mark.parametrize(("word", "text"), [("STRASSE", "Die Straße ist zu"), ("école", "L'ÉCOLE"), ("Σας", "σας")])
def test_letters_are_muted_whatever_their_case(word: str, text: str) -> None:
    assert why_unheard("nils", text, [Muted("word", word, "comments")]) == f"word {word}"


def test_of_a_thousand_muted_words_only_those_are_looked_for_whose_letters_stand_there() -> None:
    """Five hundred comments under a thousand muted words took five seconds."""
    muted = [Muted("word", f"ferry{number}", "comments") for number in range(1000)]
    mutes._whole.cache_clear()
    assert why_unheard("nils", "No ferry7 today, as said by ferry777x.", muted) == "word ferry7"
    assert mutes._whole.cache_info().misses < 5


@pytest.mark.parametrize(
    ("word", "hidden", "shown"),
    [
        ("f.rry", "A f.rry sails.", "A ferry sails."),
        ("c++", "They write C++ here.", "They write ccc here."),
        (".*", "It ends in .* here.", "Anything else."),
        ("ferry|boat", "A ferry|boat sails.", "A ferry sails, a boat too."),
        ("[a-z]", "Of [a-z] alone.", "Of a alone."),
        (r"\w+", r"Of \w+ alone.", "Of words alone."),
        ("(ferry", "The (ferry) sails.", "The ferry sails."),
        ("(?i)ferry", "The (?i)ferry sails.", "The ferry sails."),
        ("x{9}", "Of x{9} alone.", "Of xxxxxxxxx alone."),
        ("$", "It costs $ nine.", "It ends."),
    ],
)
def test_no_sign_in_a_muted_word_stands_for_anything_but_itself(word, hidden, shown):
    mute = [Muted("word", word, "everywhere")]
    assert why_unheard("nils", hidden, mute) == f"word {word}"
    assert why_unheard("nils", shown, mute) == ""


@pytest.mark.django_db
def test_collections_of_two_names_are_two_in_every_script(mara, story):
    names = ["عبارات", "رياضة", "Ferries", "Ferries!", "渡船"]
    made = [actions.make_collection(mara, name, now=NOW, about=name) for name in names]
    assert len({one.slug for one in made}) == len(names)
    again = actions.make_collection(mara, "رياضة", now=NOW, about="of the week")
    assert (again.pk, again.slug, again.about) == (made[1].pk, made[1].slug, "of the week")
    assert sorted(Collection.objects.values_list("title", flat=True)) == sorted(names)


@pytest.mark.django_db
def test_a_collection_of_the_longest_names_still_has_an_address(mara):
    made = [actions.make_collection(mara, "x" * 100 + end, now=NOW) for end in "ab"]
    assert max(len(one.slug) for one in made) <= 80
    assert made[0].slug != made[1].slug
