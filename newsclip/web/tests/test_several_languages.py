"""A story of several languages: its clip links what others tell, and each article's language is named."""

import pytest
from django.urls import reverse

from newsclip.accounts import actions as accounts
from newsclip.accounts.models import Token
from newsclip.clips import queries as clips
from newsclip.clips.models import Clip
from newsclip.community import actions as community
from newsclip.stories.models import Membership
from newsclip.web.tests import factories
from newsclip.web.tests.other_languages import told_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clip(db):
    return factories.ferry()


def page(client, clip, **more):
    return client.get(f"/c/{clip.slug}", **more).content.decode()


def story(client, clip):
    return client.get(reverse("web:story", args=[clip.story_id])).content.decode()


def test_the_clip_names_the_other_languages_and_links_their_articles_in_their_own_words(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    told_in(clip, "de", "Der Bote", "Die Sabine bleibt im Hafen")
    shown = page(client, clip)
    assert "Other languages: French, German" in shown or "Other languages: German, French" in shown
    assert 'lang="fr" hreflang="fr">La Sabine reste à quai</a>' in shown
    assert 'lang="de" hreflang="de">Die Sabine bleibt im Hafen</a>' in shown


def test_programs_learn_what_is_told_in_other_languages_and_in_which(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai", text="")
    assert client.get(f"/api/stories/{clip.story_id}").json()["other_languages"] == [
        {
            "language": "fr",
            "articles": [
                {"title": "La Sabine reste à quai", "url": "https://le-phare.example/sabine", "publisher": "Le Phare"}
            ],
            "more": 0,
            "quotations": [],
        }
    ]


def test_a_program_with_a_token_learns_nothing_of_what_its_owner_mutes(client, clip, mara, now):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    token = accounts.make_token(mara, "a reader", [Token.Scope.READ], now=now)
    asked = {"path": f"/api/stories/{clip.story_id}", "headers": {"Authorization": f"Bearer {token}"}}
    assert [one["language"] for one in client.get(**asked).json()["other_languages"]] == ["fr"]
    community.mute(mara, "source", "le-phare.example", now=now)
    assert client.get(**asked).json()["other_languages"] == []


@pytest.mark.parametrize("gone", [{"state": "withdrawn", "code": "too_thin"}, {"hidden": True}])
def test_of_a_clip_that_is_shown_no_more_programs_learn_no_other_languages(client, clip, gone):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    Clip.objects.filter(pk=clip.pk).update(**gone)
    told = client.get(f"/api/stories/{clip.story_id}").json()
    assert (told["clip"], told["other_languages"]) == ("", [])


def test_the_names_of_languages_are_in_the_language_of_the_page(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    assert "Andere Sprachen: Französisch" in page(client, clip, headers={"accept-language": "de"})


def test_a_story_of_one_language_says_nothing_of_others(client, clip):
    assert "Other languages" not in page(client, clip)
    assert ", in English" not in story(client, clip)


def test_muted_publishers_are_not_among_the_others(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    muted = client.get(f"/c/{clip.slug}?mute=le-phare.example").content.decode()
    assert "La Sabine reste à quai" not in muted
    assert "La Sabine reste à quai" in page(client, clip)


def test_of_many_reports_in_one_language_five_are_linked_and_the_others_counted(client, clip):
    for number in range(7):
        told_in(clip, "fr", f"Journal {number}", f"La Sabine {number}")
    shown = page(client, clip)
    assert shown.count('hreflang="fr"') == 5
    assert "and 2 more that are not listed here" in shown


def test_however_many_languages_there_are_they_are_read_at_once(clip, django_assert_num_queries):
    def told():
        return clips.told_elsewhere(Clip.objects.select_related("story").get(pk=clip.pk))

    for language in ("fr", "de", "es", "it"):
        told_in(clip, language, f"Journal {language}", f"La Sabine {language}")
    with django_assert_num_queries(4):  # one for the clip
        found = told()
    assert sorted(one.language for one in found) == ["de", "es", "fr", "it"]
    assert {len(one.articles) for one in found} == {1}


def test_the_story_says_in_what_language_each_article_is(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    shown = story(client, clip)
    assert 'lang="fr" hreflang="fr">La Sabine reste à quai</a>' in shown
    assert ", in French" in shown
    assert ", in English" in shown


def test_a_translation_is_said_to_be_the_same_report(client, clip):
    first = Membership.objects.filter(story=clip.story).order_by("pk").first()
    receipt = {"copy": {"sign": "translation", "alike": 0.9, "tie": "agency", "credit": "AP"}, "likeness": 0.4}
    told_in(clip, "fr", "Le Phare", "La Sabine à quai", report=first.report, copy_of=first.article, receipt=receipt)
    shown = story(client, clip)
    assert "in another language" in shown
    assert "of the text is the same" not in shown


def test_the_coverage_says_what_it_does_not_compare(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    assert "Reports in other languages are not compared: French (1)." in story(client, clip)
    told = client.get(f"/api/stories/{clip.story_id}/coverage").json()
    assert told["other_languages"] == {"fr": 1}
    assert "Le Phare" not in {one["publisher"] for one in told["tellers"]}


def test_the_story_as_json_names_the_language_of_each_article(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    told = client.get(f"/s/{clip.story_id}.json").json()
    spoken = {one["title"]: one["language"] for report in told["reports"] for one in report["articles"]}
    assert spoken["La Sabine reste à quai"] == "fr"
    assert told["language"] == "en"


def test_what_only_another_language_tells_is_not_among_what_is_not_known(client, clip):
    told_in(clip, "fr", "Le Phare", "La Sabine reste à quai")
    assert "ne sait pas encore" not in page(client, clip)
