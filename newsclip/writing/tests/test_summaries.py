"""Summaries: what a reader of the headline learns besides."""

from newsclip.writing.tests.stories import article, clip_of

LEAD = (
    "The ferry Halcyon ran aground off Orlo Bay on Monday night in the worst storm that the north coast has seen since "
    "lifeboat crews began to keep a log of the weather in 1911, and 30 people were brought ashore by lifeboat before "
    "the tide turned."
)
NEXT = (
    "Divers will look at the hull on Wednesday, and harbour master Ilse Brandt said that no oil had leaked from the "
    "tanks, which hold enough for nine crossings to Velm."
)
REST = (
    "Shops on the quay sold blankets until midnight to passengers who had left their luggage on board and waited there "
    "for the buses that the railway company had promised."
)


def test_below_a_headline_in_the_leads_own_words_the_summary_tells_more() -> None:
    clip = clip_of(article(1, "", f"{LEAD}\n\n{NEXT}\n\n{REST}"))
    assert clip.headline.text == LEAD.rstrip(".")
    assert [said.text for said in clip.summary] == [LEAD, NEXT]


def test_below_a_headline_in_other_words_the_lead_alone_may_be_the_summary() -> None:
    clip = clip_of(article(1, "Ferry Halcyon runs aground off Orlo Bay", f"{LEAD}\n\n{NEXT}\n\n{REST}"))
    assert [said.text for said in clip.summary] == [LEAD]


def test_a_summary_tells_what_the_headline_says_though_its_article_says_so_late() -> None:
    scene = "The harbour board met on Monday night in the old pier hall for the first time since the storm of March."
    news = "Velm will buy the ferry Halcyon from Orlo Bay for nine million crowns and keep her crew of twelve on board."
    report = article(1, "Velm buys ferry Halcyon from Orlo Bay", f"{scene}\n\n{REST}\n\n{news}\n\n{NEXT}")
    other = article(2, "What did the harbour board do on Monday night?", f"{scene[:-1]} and the flood.\n\n{REST}")
    clip = clip_of(report, other)
    assert clip.headline.text == "Velm buys ferry Halcyon from Orlo Bay"
    assert clip.summary[0].text == news
