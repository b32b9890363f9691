"""What only reports in other languages tell stands on the clip in the original, with the language named."""

import pytest

from newsclip.articles.models import Article, Revision
from newsclip.clips import queries as clips
from newsclip.clips.models import Amendment, Clip
from newsclip.community import actions as community
from newsclip.kernel.spans import digest_of
from newsclip.web.tests import factories
from newsclip.web.tests.other_languages import told_in

pytestmark = pytest.mark.django_db
NEW = "La réparation de la coque coûtera au moins 37 millions de couronnes à la compagnie."
TEXT = f"La Sabine est restée à quai toute la journée de mardi.\n\n{NEW}"


@pytest.fixture
def clip(db):
    return factories.ferry()


@pytest.fixture
def article(clip):
    return told_in(clip, "fr", "Le Phare", "La Sabine reste à quai", text=TEXT)


def page(client, clip, **more):
    return client.get(f"/c/{clip.slug}", **more).content.decode()


def quoted(client, clip):
    return client.get(f"/api/stories/{clip.story_id}").json()["other_languages"][0]["quotations"]


def test_the_clip_quotes_it_in_the_original_with_its_language_and_leads_to_its_publisher(client, clip, article):
    shown = page(client, clip)
    assert "In French:" in shown
    assert f'“<span dir="auto" lang="fr">{NEW}</span>”' in shown
    assert f'href="{article.url}#:~:text=' in shown


@pytest.mark.parametrize(("reader", "named"), [("de", "Auf Französisch:"), ("fr", "En français :")])
def test_the_language_is_named_in_that_of_the_reader(client, clip, article, reader, named):
    assert named in page(client, clip, headers={"accept-language": reader})


def test_programs_get_the_passage_what_is_new_in_it_and_who_says_it(client, clip, article):
    (told,) = quoted(client, clip)
    (passage,) = told["evidence"]
    assert (told["text"], told["publisher"], told["new"]) == (NEW, "Le Phare", ["37"])
    assert TEXT[passage["start"] : passage["end"]] == NEW
    assert (passage["article"], passage["revision"], passage["digest"]) == (str(article.pk), 1, digest_of(NEW))
    assert client.get(f"/s/{clip.story_id}.json").json()["other_languages"][0]["quotations"] == [told]


def test_the_page_of_evidence_has_the_passage_too(client, clip, article):
    shown = client.get(f"/c/{clip.slug}/evidence").content.decode()
    start = TEXT.index(NEW)
    assert f'lang="fr">{NEW}</span>' in shown
    assert f"revision 1, characters {start} to {start + len(NEW)}" in shown
    assert "37</span>" in shown


def test_what_the_clip_tells_itself_is_not_quoted_again(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine", text="Les 212 personnes à bord de la Sabine sont saines et sauves.")
    assert [one["new"] for one in quoted(client, clip)] == [[]]  # its first sentence, as there is nothing new


def test_a_muted_publisher_is_not_quoted(client, clip, article):
    assert NEW not in client.get(f"/c/{clip.slug}?mute=le-phare.example").content.decode()
    assert NEW not in client.get(f"/c/{clip.slug}/evidence?mute=le-phare.example").content.decode()


def test_what_its_publisher_changed_is_quoted_no_more(client, clip, article):
    assert NEW in page(client, clip)
    words = "La réparation de la coque coûtera au moins 41 millions de couronnes à la compagnie."
    Revision.objects.create(
        article=article, number=2, at=article.found_at, title=str(article), text=words, digest=digest_of(words)
    )
    Article.objects.filter(pk=article.pk).update(revisions=2)
    shown = page(client, clip)
    assert NEW not in shown
    assert words in shown


def test_what_was_taken_down_is_quoted_no_more(client, clip, article):
    assert NEW in page(client, clip)
    Revision.objects.filter(article=article).delete()
    assert NEW not in page(client, clip)


def test_what_its_publisher_removed_is_neither_quoted_nor_linked(client, clip, article):
    assert NEW in page(client, clip)
    Article.objects.filter(pk=article.pk).update(state=Article.State.GONE)
    shown = page(client, clip)
    assert NEW not in shown
    assert article.url not in shown


def test_what_its_publisher_says_it_takes_back_is_not_quoted(client, clip):
    told_in(clip, "fr", "Le Phare", "Retracted: La Sabine reste à quai", text=TEXT)
    assert NEW not in page(client, clip)


@pytest.mark.parametrize("article_of_it", ["its article", "another of the story"])
def test_what_a_moderator_took_out_is_quoted_from_no_report(client, clip, article, now, article_of_it):
    copy = told_in(clip, "fr", "La Vigie", "La Sabine", text=f"Rien ne va plus.\n\n{NEW}")
    assert NEW in page(client, clip)
    of = article if article_of_it == "its article" else copy
    out = {"kind": "sentence", "words": [digest_of(NEW)], "by": "doubt 1", "at": now}
    Amendment.objects.create(story=clip.story, article=of, **out)
    assert NEW not in page(client, clip)
    assert NEW not in str(quoted(client, clip))
    Amendment.objects.all().delete()
    assert NEW in page(client, clip)


def test_what_stands_in_a_section_of_views_is_not_quoted(client, clip, article):
    Revision.objects.filter(article=article).update(section="Opinion")
    assert NEW not in page(client, clip)


def test_of_a_publisher_that_allows_few_words_no_more_are_quoted(client, clip, article):
    assert NEW in page(client, clip)
    type(article.publisher).objects.filter(pk=article.publisher_id).update(excerpt_words=12)
    assert NEW not in page(client, clip)


def test_words_from_right_to_left_keep_their_direction_and_markup_stays_text(client, clip):
    new = "وقالت الشركة إن إصلاح السفينة سيكلف 37 مليونا على الأقل من ميزانية هذا العام."
    told_in(
        clip, "ar", "Al Manar Orlo", "سابين", text=f"{new}\n\n<script>alert(1)</script> 88 <b>bold</b> words are in it."
    )
    shown = page(client, clip)
    assert f'<span dir="auto" lang="ar">{new}</span>' in shown
    assert "<script>alert(1)" not in shown


def test_a_quotation_does_not_turn_what_stands_behind_it(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine", text=NEW.replace("au moins", "\u2069\u202eau moins"))
    for shown in (page(client, clip), client.get("/feed.json").content.decode()):
        assert NEW in shown
        assert not set("\u2069\u202e") & set(shown)


def test_feeds_quote_it_with_its_language_and_say_when_it_changes(client, clip, article):
    text = client.get("/feed.json").json()["items"][0]["content_html"]
    assert f'<p>In French:</p><blockquote lang="fr" dir="auto" cite="{article.url}">{NEW}</blockquote>' in text
    before = client.get("/feed.atom")["ETag"]
    Article.objects.filter(pk=article.pk).update(revisions=2)
    assert client.get("/feed.atom")["ETag"] != before


def test_a_reader_who_mutes_a_publisher_everywhere_sees_no_quotation_of_it(client, clip, article, mara, now):
    community.mute(mara, "source", "le-phare.example", now=now)
    client.force_login(mara)
    assert NEW not in page(client, clip)


def test_quotations_cost_two_questions_however_many_languages_there_are(clip, django_assert_num_queries):
    for language in ("fr", "de", "es", "it"):
        told_in(clip, language, f"Journal {language}", f"La Sabine {language}", text=TEXT)
    told = clips.told_elsewhere(Clip.objects.get(pk=clip.pk))
    with django_assert_num_queries(2):
        found = clips.quoted_elsewhere(clips.document(clip), told)
    assert len(found) == 4
