"""The page where anybody may check a text against stored articles."""

from contextlib import nullcontext

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.clips import actions as clips
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.ports import MOST_SENTENCES, CheckedSentence, CheckedText
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import text_checks
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
TRUE = "Two people were treated for bruises at the harbour clinic."
TURNED = "The Sabine was built in 1989 and passed its last inspection in March."
ELSEWHERE = "The Tolm lighthouse was painted blue by a retired postman."


@pytest.fixture
def clip():
    caches["text_checks"].clear()
    made = factories.ferry()
    clips.index(Clip.objects.all(), index=wiring.search_index(), vectors=wiring.vector_index())
    return made


def told(client, text, **more):
    answer = client.post("/check", {"text": text, **more})
    assert answer.status_code == 200
    return [(one.found.outcome, one.found.said, one.found.held) for one in answer.context["told"]]


def test_each_sentence_is_borne_out_contradicted_in_a_word_or_not_found(client, clip):
    found = told(client, f"{TRUE} {TURNED}\n{ELSEWHERE}", story=clip.story_id)
    assert found == [("borne_out", "", ""), ("contradicted", "1989", "1998"), ("not_found", "", "")]


def test_without_a_story_search_finds_the_articles(client, clip):
    assert [outcome for outcome, *_ in told(client, TURNED)] == ["contradicted"]
    assert [outcome for outcome, *_ in told(client, ELSEWHERE)] == ["not_found"]


def test_the_page_shows_both_words_the_passage_and_that_not_found_is_not_false(client, clip):
    Revision.objects.update(language="en")
    page = client.post("/check", {"text": f"{TURNED} {ELSEWHERE}", "story": clip.story_id}).content.decode()
    assert "<mark>1989</mark>" in page
    assert 'The text says “<bdi lang="en">1989</bdi>”, the article “<bdi lang="en">1998</bdi>”.' in page
    assert "Both can be true if they tell of different days, places or events." in page
    assert "<mark>The Sabine was built in 1998 and passed its last inspection in March.</mark>" in page
    assert "That does not make it false" in page


def test_a_sentence_that_is_not_found_comes_with_the_nearest_passage_and_the_words_it_lacks(client, clip):
    Revision.objects.update(language="en")
    text = "Three people were treated for grave bruises at the harbour clinic."
    page = client.post("/check", {"text": text}).content.decode()
    assert "The nearest that our articles say is below." in page
    assert "It does not have: <q><bdi>Three</bdi></q>, <q><bdi>grave</bdi></q></p>" in page
    assert '[not in the passage: </span>Three<span class="unseen">]' in page
    assert f"<mark>{TRUE}</mark>" in page
    assert f'<a href="/c/{clip.slug}" dir="auto"' in page


def test_a_second_passage_that_has_the_words_is_shown_below_the_nearest(client, clip):
    text = "Two people were treated for bruises at the harbour clinic, and the last inspection passed."
    page = client.post("/check", {"text": text, "story": clip.story_id}).content.decode()
    assert "The second passage has it. Read both:" in page
    assert page.count('<figure class="passage">') == 2


def test_words_that_are_left_out_of_a_passage_are_told_to_be_read_whole(client, clip):
    page = client.post("/check", {"text": "Two were treated at the harbour."}).content.decode()
    assert "An article has all of these words in this order, but says more between them" in page
    assert 'class="absent"' not in page


def test_a_sentence_that_is_like_nothing_has_no_passage(client, clip):
    assert "The nearest that our articles say" not in client.post("/check", {"text": ELSEWHERE}).content.decode()


def test_articles_lead_to_the_clips_that_lists_show_alone(clip):
    articles = set(Article.objects.values_list("pk", flat=True))
    assert {found.pk for found in queries.listed_by_article(articles).values()} == {clip.pk}
    Clip.objects.update(hidden=True)
    assert queries.listed_by_article(articles) == {}


def test_what_a_publisher_took_back_bears_nothing(client, clip):
    Article.objects.filter(texts__text__contains="bruises").update(state=Article.State.GONE)
    assert told(client, TRUE, story=clip.story_id) == [("not_found", "", "")]


def test_what_says_that_it_is_retracted_bears_nothing(client, clip):
    Revision.objects.filter(text__contains="bruises").update(title="RETRACTED: Ferry aground")
    assert told(client, TRUE, story=clip.story_id) == [("not_found", "", "")]


def test_what_a_moderator_took_out_bears_nothing(client, clip):
    Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert told(client, TRUE, story=clip.story_id) == [("not_found", "", "")]
    assert told(client, TRUE) == [("not_found", "", "")]


def test_publishers_that_are_muted_in_this_browser_bear_nothing(client, clip):
    client.post("/muted", {"source": "harbourtimes.example"})
    assert told(client, TRUE, story=clip.story_id) == [("not_found", "", "")]


def test_words_beyond_what_may_be_shown_bear_nothing(client, clip):
    factories.publisher("", "harbourtimes.example")
    Article.objects.get(texts__text__contains="bruises").publisher.__class__.objects.update(excerpt_words=12)
    assert told(client, TRUE, story=clip.story_id) == [("not_found", "", "")]


def test_a_form_that_is_filled_in_by_an_address_judges_nothing(client, clip):
    answer = client.get("/check", {"text": TRUE, "story": clip.story_id})
    assert TRUE in answer.content.decode()
    assert "told" not in answer.context


def test_longer_texts_are_for_members_and_lose_no_word(client, clip):
    long = f"{ELSEWHERE} " * 30
    answer = client.post("/check", {"text": long, "story": clip.story_id})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    client.force_login(Reader.objects.create(username="mara", date_joined=timezone.now()))
    assert client.post("/check", {"text": long, "story": clip.story_id}).status_code == 200


def test_a_network_that_checked_much_waits_and_what_is_known_is_told_all_the_same(client, clip, rf):
    told(client, TRUE, story=clip.story_id)
    for _ in range(text_checks.OF_A_NETWORK - 1):
        text_checks.allow(rf.post("/check"), None, now=timezone.now())
    assert client.post("/check", {"text": TURNED, "story": clip.story_id}).status_code == 429
    told(client, TRUE, story=clip.story_id)


def test_one_text_is_checked_at_a_time_and_the_next_is_told_when_to_come_back(client, clip, monkeypatch):
    monkeypatch.setattr(text_checks, "TURNS", text_checks.Turns(0))
    with text_checks.TURNS.take(lambda: None):
        for answer in (
            client.post("/check", {"text": TRUE}),
            client.post("/api/check", {"text": TRUE}, content_type="application/json"),
        ):
            assert answer.status_code == 503
            assert 0 < int(answer["Retry-After"]) < 60
    told(client, TRUE, story=clip.story_id)


def test_a_turn_ends_where_the_text_is_refused():
    turns = text_checks.Turns(0)

    def refuses():
        raise Refused("too_fast")

    for _ in range(2):
        with pytest.raises(Refused, match="reached today’s limit"), turns.take(refuses):
            pass


def test_known_answers_are_not_fetched_without_end(client, clip, rf):
    told(client, TRUE, story=clip.story_id)
    for _ in range(text_checks.LOOKS - 1):
        text_checks.look(rf.post("/check"))
    answer = client.post("/check", {"text": TRUE, "story": clip.story_id})
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")


def test_answers_are_kept_in_a_small_cache_of_their_own(client, clip, settings):
    caches["process"].clear()
    told(client, TRUE, story=clip.story_id)
    assert not any("text-check" in key for key in caches["process"]._cache)
    assert settings.CACHES["text_checks"]["OPTIONS"]["MAX_ENTRIES"] <= 200
    assert settings.CACHES["text_checks"]["LOCATION"] != settings.CACHES["process"].get("LOCATION", "")


def test_the_form_promises_no_hour_at_which_a_text_is_forgotten(client):
    page = client.get("/check").content.decode()
    assert "We do not save what you paste" in page
    assert "within an hour" not in page


def test_no_more_members_of_a_story_are_loaded_than_are_looked_at(client, clip):
    with CaptureQueriesContext(connection) as asked:
        told(client, TRUE, story=clip.story_id)
    members = [one["sql"] for one in asked if 'FROM "stories_membership"' in one["sql"] and "copy_of" in one["sql"]]
    assert members
    assert any("LIMIT 12" in one for one in members)


def test_the_answer_has_the_title_and_takes_the_focus(client, clip):
    Revision.objects.update(language="en")
    page = client.post("/check", {"text": TRUE, "story": clip.story_id}).content.decode()
    assert "<title>Sentence by sentence — Check a text" in page
    assert 'action="/check#answer"' in page
    assert 'id="answer" class="checked" tabindex="-1"' in page
    assert 'class="checks" role="list"' in page
    assert '<blockquote cite="https://harbourtimes.example' in page
    assert 'dir="auto" lang="en"><p>' in page


def test_the_page_says_that_sentences_were_left_out_only_where_some_were(client, clip):
    client.force_login(Reader.objects.create(username="mara", date_joined=timezone.now()))
    sentence = "It was so there.\n"
    for number, said in ((MOST_SENTENCES, False), (MOST_SENTENCES + 1, True)):
        page = client.post("/check", {"text": sentence * number, "story": clip.story_id}).content.decode()
        assert ("sentences were looked at" in page) is said


class Counted:
    """An index that finds nothing and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def search(self, words, *, limit, skip=0):
        self.asked.append(words)
        return []

    def nearest(self, question, *, limit):
        self.asked.append(question)
        return []


def test_a_text_asks_search_no_question_twice_and_24_at_most():
    towns = ("Orlo", "Lindmere", "Tolm", "Anselm", "Reyl", "Marrow", "Sabine", "Kestrel", "Vardo", "Ostrel")
    text = " ".join(f"Ada Holm and {town} Lines wandered {town.lower()}wards through {town}." for town in towns)
    index = Counted()
    clips.check_text(
        f"{text} {text}", None, (), judge=lambda *_: CheckedText((), left_out=0), turn=nullcontext, index=index,
        vectors=index,
    )  # fmt: skip
    assert len(index.asked) == len(set(index.asked)) == 24


def test_an_answer_that_time_cut_off_is_not_kept(clip):
    found = []

    def judge(text, articles):
        found.append(text)
        return CheckedText((CheckedSentence(TRUE, "not_found"),), left_out=1)

    for _ in range(2):
        clips.check_text(
            TRUE, clip.story_id, (), judge=judge, turn=nullcontext, index=wiring.search_index(),
            vectors=wiring.vector_index(),
        )  # fmt: skip
    assert len(found) == 2


def test_a_new_revision_is_judged_anew(client, clip):
    told(client, TURNED, story=clip.story_id)
    row = Revision.objects.get(text__contains="built in 1998")
    Revision.objects.create(
        article=row.article, number=2, at=row.at, title=row.title, text=row.text.replace("1998", "1989"), digest="x"
    )
    Article.objects.filter(pk=row.article_id).update(revisions=2)
    assert told(client, TURNED, story=clip.story_id) == [("borne_out", "", "")]


def test_a_line_break_of_a_form_counts_as_one_character(client, clip):
    text = f"{TRUE}\r\n{ELSEWHERE}".ljust(text_checks.LONGEST_OF_STRANGERS + 1, ".")
    assert client.post("/check", {"text": text, "story": clip.story_id}).status_code == 200


def test_a_story_that_is_not_there_is_not_found(client):
    for number in ("999", "x", "9" * 30):
        assert client.get("/check", {"story": number}).status_code == 404


@pytest.mark.parametrize("path", ["/", "/c/{slug}/evidence", "/s/{story}"])
def test_pages_lead_there(client, clip, path):
    page = client.get(path.format(slug=clip.slug, story=clip.story_id)).content.decode()
    assert 'href="/check' in page
