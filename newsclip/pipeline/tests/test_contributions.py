"""What readers suggest for a clip's words is carried out on the publishers' words, and taken back."""

import pytest

from newsclip.accounts.models import Reader
from newsclip.articles.models import Article, Revision
from newsclip.clips.models import Amendment, Clip, Correction
from newsclip.clips.tests.test_actions import NOW, a_story, add_article, write_all
from newsclip.community import actions as community
from newsclip.community.models import Challenge, Notice, Submission, Suggestion
from newsclip.community.queries import what_came_of
from newsclip.community.rules import trust
from newsclip.community.tests.conftest import person
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import contributions
from newsclip.writing.tests.stories import CROWD, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def story():
    story = a_story()
    add_article(story, CROWD.title, CROWD.text, MONDAY)
    write_all()
    return story


@pytest.fixture
def mara():
    return Reader.objects.create(username="mara", date_joined=MONDAY)


def carried_out(reader, story, kind, **wanted):
    idea = contributions.suggest(reader, story, kind, wanted, now=NOW)
    community.decide(idea, now=NOW, carry_out=contributions.carry_out)
    write_all()
    idea.refresh_from_db()
    return idea


def test_a_suggested_headline_is_published_and_taken_back(story, mara):
    own = Clip.objects.get().headline
    idea = carried_out(mara, story, "headline", headline=CROWD.title)
    assert (idea.state, what_came_of(idea)) == (
        "applied",
        "The clip gets this headline when it is written next, within minutes.",
    )
    assert Clip.objects.get().headline == CROWD.title
    contributions.take_back(idea, by="orla", now=NOW)
    write_all()
    assert Clip.objects.get().headline == own
    assert Suggestion.objects.get().state == "undone"


def test_suggested_hashtags_are_published(story, mara):
    idea = carried_out(mara, story, "hashtags", hashtags=["Orlo", "bay"])
    assert what_came_of(idea) == "The clip gets these hashtags when it is written next, within minutes."
    assert Clip.objects.get().document["hashtags"] == ["#Orlo", "#Bay"]


def test_what_no_publisher_says_is_refused_at_once(story, mara):
    with pytest.raises(Refused) as refused:
        contributions.suggest(mara, story, "headline", {"headline": "Mayor Brandt resigns"}, now=NOW)
    assert refused.value.code == "not_supported"
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(
    ("kind", "wanted", "code"),
    [
        ("split", {"articles": []}, "not_splittable"),
        ("split", {"articles": [999_999]}, "not_splittable"),
        ("merge", {"story": "999999"}, "unknown"),
        ("merge", {"story": "/s/{itself}"}, "not_mergeable"),
    ],
)
def test_what_could_never_be_carried_out_is_not_suggested(story, mara, kind, wanted, code):
    meant = {name: str(given).format(itself=story.pk) if name == "story" else given for name, given in wanted.items()}
    with pytest.raises(Refused) as refused:
        contributions.suggest(mara, story, kind, meant, now=NOW)
    assert refused.value.code == code
    assert not Suggestion.objects.exists()


def test_the_same_idea_is_open_once(story, mara):
    wanted = {"headline": CROWD.title}
    first = contributions.suggest(mara, story, "headline", wanted, now=NOW)
    nils = Reader.objects.create(username="nils", date_joined=MONDAY)
    assert contributions.suggest(nils, story, "headline", wanted, now=NOW) == first
    community.decide(first, now=NOW, carry_out=contributions.carry_out)
    assert contributions.suggest(nils, story, "headline", wanted, now=NOW) != first


def test_what_lost_its_ground_meanwhile_is_refused_with_the_reason(story, mara):
    idea = community.suggest(mara, story.pk, "headline", {"headline": "Mayor Brandt resigns"}, now=NOW)
    community.decide(idea, now=NOW, carry_out=contributions.carry_out)
    idea.refresh_from_db()
    assert idea.state == "refused"
    assert "resigns" in what_came_of(idea)
    assert not Amendment.objects.exists()


def test_a_doubt_that_is_right_is_listed_as_a_correction(story, mara):
    clip = Clip.objects.get()
    clip.document["summary"]["sentences"][0]["text"] = "The bridge fell into the bay on Monday."
    clip.save()
    doubt = community.challenge(mara, clip, "The bridge fell into the bay on Monday.", now=NOW)
    contributions.reverify(doubt, now=NOW)
    assert Challenge.objects.get().upheld
    assert Correction.objects.get().kind == "challenged"


def test_links_that_are_known_are_counted_too():
    """A first-day account made 120 of 120 rows."""
    pia = person("pia", days=0)
    story = a_story()
    for number in range(trust.NEWCOMER.known_links + 1):
        add_article(story, f"{CROWD.title} {number}", CROWD.text, MONDAY)
    urls = list(Article.objects.order_by("pk").values_list("url", flat=True))
    first, most = urls[0], trust.NEWCOMER.known_links
    for url in (first, *urls[:most]):
        contributions.submit(url, pia, now=NOW)
    with pytest.raises(Refused) as refused:
        contributions.submit(urls[most], pia, now=NOW)
    assert refused.value.code == "too_fast"
    assert Submission.objects.count() == most
    assert contributions.submit(first, pia, now=NOW).url == first


def test_a_link_that_is_known_by_another_last_slash_leads_to_the_articles_clip(story):
    article = Article.objects.earliest("pk")
    Revision.objects.update(canonical="")
    given = contributions.submit(f"{article.url}/", person("pia"), now=NOW)
    assert (given.article, contributions.clip_of(given)) == (article, Clip.objects.get(story=story))


def test_a_link_that_turned_out_to_be_a_known_article_leads_to_its_clip(story):
    article = Article.objects.earliest("pk")
    given = contributions.submit(f"{article.url}?amp=1", person("pia"), now=NOW)
    Article.objects.filter(pk=given.article_id).update(state="refused", code="same_article", detail=article.url)
    given.refresh_from_db()
    assert contributions.clip_of(given) == Clip.objects.get(story=story)


def test_a_story_that_is_gone_takes_no_other_in(story):
    idea = Suggestion(story=story, kind="merge", wanted={"story": story.pk + 1}, at=NOW)
    with pytest.raises(Refused) as refused:
        contributions.carry_out(idea)
    assert refused.value.code == "unknown"


def test_a_whole_story_is_no_part_of_it(story, mara):
    whole = list(story.memberships.values_list("article_id", flat=True))
    with pytest.raises(Refused) as refused:
        contributions.suggest(mara, story, "split", {"articles": whole}, now=NOW)
    assert refused.value.code == "not_splittable"


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("orla", ["orla carried out what you suggested for “{headline}”."]),
        ("", ["What you suggested for “{headline}” was carried out: enough readers agree."]),
        ("mara", []),
    ],
)
def test_whoever_suggested_a_change_hears_that_it_was_carried_out_unless_they_did_it(story, mara, by, said):
    person = mara if by == "mara" else Reader.objects.create(username=by) if by else None
    idea = contributions.suggest(mara, story, "headline", {"headline": CROWD.title}, now=NOW)
    community.decide(idea, now=NOW, carry_out=contributions.carry_out, by=person)
    words = [one.format(headline=Clip.objects.get().headline) for one in said]
    assert [one.words for one in Notice.objects.filter(reader=mara)] == words


def test_whoever_suggested_a_change_hears_that_it_cannot_be_carried_out(story, mara):
    idea = community.suggest(mara, story.pk, "headline", {"headline": "Mayor Brandt resigns"}, now=NOW)
    community.decide(idea, now=NOW, carry_out=contributions.carry_out)
    headline = Clip.objects.get().headline
    assert Notice.objects.get(reader=mara).words == f"What you suggested for “{headline}” cannot be carried out."
