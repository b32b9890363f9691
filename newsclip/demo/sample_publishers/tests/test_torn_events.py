"""Events of the sample press that share few words: were each telling a story, they would be links of one matter."""

from collections import Counter
from datetime import UTC, datetime

from newsclip.demo.sample_publishers.archive import Article, load
from newsclip.stories.rules import chains

TORN = ("night-trains", "rail-timetable", "tolm-sun-disc", "tuition-vote")
# The member who voted no and those who write of the timetable share one name with another telling at most.
ALONE = {"rail-timetable": 3, "tuition-vote": 1}


def links() -> dict[Article, list[Article]]:
    """Each article → the others that are of one matter with it, were each a story of its own."""
    articles = load(datetime(2026, 3, 2, 12, tzinfo=UTC)).articles
    told = [(one, chains.profile([(one.title, "\n\n".join(one.body))], "en")) for one in articles]
    stories = Counter(name for _, profile in told for name in profile.actors)
    return {
        one: [other for other, there in told if other != one and chains.one_matter(own, there, stories)]
        for one, own in told
    }


def test_each_telling_of_a_torn_event_leads_to_another_of_it_but_for_those_that_share_one_name() -> None:
    found = links()
    alone = Counter(one.event for one in found if one.event in TORN and not found[one])
    assert alone == ALONE


def test_no_telling_of_a_torn_event_leads_to_another_event() -> None:
    assert all(other.event == one.event for one, near in links().items() if one.event in TORN for other in near)
