"""Which reports tell what a clip says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsclip.evidence.coverage import MOST_REPORTS, Coverage, coverage
from newsclip.evidence.coverage_json import coverage_json
from newsclip.evidence.document import Bullets, Document, Paragraph, Section, Sentence, SourceArticle
from newsclip.evidence.fact_finder import MOST_FACTS
from newsclip.evidence.tests.documents import a_document
from newsclip.kernel.spans import Passage, digest_of

FRIDAY = datetime(2026, 10, 16, 9, tzinfo=UTC)
FACT = "The council of Orlo closed the harbour bridge on Thursday after 14 cracks were found in its piers."
COLLISION = "Two trams collided in Chancery Square in Dunmarsh on Thursday, and eleven people were injured."


def article(name: str, text: str, **more) -> SourceArticle:
    given = {"report": name, "publisher": name.title(), "domain": f"{name}.example", "published": FRIDAY} | more
    given = {"title": ""} | given
    return SourceArticle(id=name, revision=1, text=text, url=f"https://{name}.example/1", **given)


def cited(text: str, source: SourceArticle) -> Sentence:
    start = source.text.index(text)
    return Sentence(text, (Passage(source.id, 1, start, start + len(text), digest_of(text)),))


def document(*said: Sentence) -> Document:
    section = Section(None, (Paragraph(said),))
    return replace(
        a_document(), summary=(), glance=(), sections=(section,), timeline=(), disagreements=(), language="en"
    )


def covered(*texts: str, fact: str = FACT) -> Coverage:
    """The coverage of one fact that the post tells, by the post and by articles of these texts."""
    post = article("post", fact)
    others = [article(f"paper{number}", text) for number, text in enumerate(texts)]
    return coverage(document(cited(fact, post)), [post, *others])


def hows(*texts: str, fact: str = FACT) -> list[str]:
    """How each of these texts tells the fact; "" where it tells nothing of it."""
    (told,) = covered(*texts, fact=fact).facts
    found = {telling.teller: telling.how for telling in told.tellings}
    return [found.get(number + 1, "") for number in range(len(texts))]


def test_the_passage_that_the_clip_cites_tells_it_and_so_does_another_in_other_words():
    told = covered("After 14 cracks were found in the piers, Orlo’s council closed the harbour bridge on Thursday.")
    (fact,) = told.facts
    assert [(one.teller, one.how) for one in fact.tellings] == [(0, "cited"), (1, "same")]
    assert fact.told_by == (0, 1)
    assert fact.alone is None


@pytest.mark.parametrize(
    "other",
    [
        "The council of Orlo closed the harbour bridge on Thursday after 11 cracks were found in its piers.",
        "The council of Orlo closed the harbour bridge on 8 October after 14 cracks were found in its piers.",
        "The council of Orlo has not closed the harbour bridge, though 14 cracks were found in its piers.",
    ],
    ids=["another figure", "another day", "denied"],
)
def test_what_tells_another_figure_or_day_or_denies_it_only_comes_near(other):
    assert hows(other) == ["near"]


def test_who_tells_only_of_the_same_people_does_not_come_near_but_nobody_is_called_the_only_one():
    fact = "Mayor Odile Brandt of Orlo and Ilse Varga of Pell criticised the new ministry."
    words = "Mayor Odile Brandt of Orlo met Ilse Varga of Pell on a train."
    assert hows(words, fact=fact) == [""]
    assert covered(words, fact=fact).told_alone == {}


def test_one_word_in_common_does_not_come_near():
    fact = "Anglers saw salmon below the old weir four years ago."
    assert hows("For 68 years a sign at the weir has forbidden people to bathe.", fact=fact) == [""]


def test_a_title_that_says_what_the_fact_says_tells_it():
    fact = "The Saint Orrin Bridge was closed on Thursday after a crack was found in one of its main hangers."
    closed = article("radio", "A choir sang in Tolm.", title="Bridge closed after crack is found in main hanger")
    long = article("post", fact)
    (told,) = coverage(document(cited(fact, long)), [long, closed]).facts
    assert [(one.how, one.passage.part) for one in told.tellings] == [("cited", "text"), ("same", "title")]
    other = replace(closed, title="Bridge closed after 14 cracks are found in main hanger")
    (told,) = coverage(document(cited(fact, long)), [long, other]).facts
    assert told.told_by == (0,)


def test_a_long_sentence_that_holds_the_headline_is_told_by_who_tells_the_headline():
    fact = (
        "The Saint Orrin Bridge, which carries 38,000 vehicles a day over the harbour of Orlo, was closed to all "
        "traffic on Thursday after inspectors found a crack in one of the steel hangers that hold up its deck."
    )
    headline = "Saint Orrin Bridge closed after crack is found in hanger"
    post = article("post", f"{headline}. {fact}")
    radio = article("radio", "A choir sang. The Saint Orrin Bridge was closed when a crack was found in a hanger.")
    with_headline = replace(document(cited(fact, post)), headline=cited(headline, post))
    (told,) = coverage(with_headline, [post, radio]).facts
    assert [one.how for one in told.tellings] == ["cited", "same"]


def test_of_a_fact_of_few_words_nobody_is_called_the_only_one():
    fact = "In the end the gap was 14."
    assert covered("Salma Greaves won by 14 votes after three counts.", fact=fact).told_alone == {}


def test_a_sentence_that_has_all_of_a_short_fact_tells_it():
    fact = "Six people evacuated on their own."
    words = "Six people evacuated on their own after a stall in Pell caught fire, the fire service said."
    assert hows(words, fact=fact) == ["same"]


@pytest.mark.parametrize(
    ("fact", "half"),
    [
        (
            "In Orlo 400 unsafe heaters were seized last winter, and ten offences of selling such heaters were found.",
            "Ten offences of selling such unsafe heaters were found in Orlo last winter, the council said.",
        ),
        (
            "The council said that Bo Quist sold an unsafe heater on 12 September, which caught fire on 8 October.",
            "The unsafe heater that Bo Quist sold caught fire on 8 October, the council said.",
        ),
    ],
)  # fmt: skip
def test_who_lacks_a_number_or_a_day_of_two_tells_only_half(fact: str, half: str) -> None:
    assert hows(half, fact=fact) == ["near"]


def test_a_name_may_stand_elsewhere_in_the_article():
    fact = "Mayor Odile Brandt asked the council for new channel lights before the winter storms arrive."
    words = "She asked the council for new channel lights before the winter storms arrive."
    assert hows(f"Odile Brandt is the mayor. {words}", words, fact=fact) == ["same", "near"]


def test_what_one_publisher_alone_tells_is_told_so_only_where_no_other_comes_near():
    told = covered("A choir sang in Tolm.", "Bakers in Pell raised the price of bread.")
    assert told.told_alone == {FACT: "Post"}
    near = "The harbour bridge of Orlo has been closed since the council met."
    assert covered("A choir sang in Tolm.", near).told_alone == {}


def test_where_one_publisher_tells_the_whole_story_nothing_is_said_of_it():
    assert covered().told_alone == {}


def test_copies_of_one_report_are_one_teller_and_named():
    post, reprint = article("post", FACT), article("packet", FACT, report="post")
    other = article("ledger", "A choir sang in Tolm.")
    told = coverage(document(cited(FACT, post)), [post, reprint, other])
    assert [(one.publisher, one.copies) for one in told.tellers] == [("Post", ("Packet",)), ("Ledger", ())]
    assert told.told_alone == {FACT: "Post"}


def test_a_publisher_that_tells_a_story_twice_is_one_teller():
    first, second = article("post", FACT), article("later", FACT, publisher="Post")
    told = coverage(document(cited(FACT, first)), [first, second])
    assert [one.articles for one in told.tellers] == [("post", "later")]


def test_what_a_clip_says_twice_is_one_fact():
    post = article("post", f"{FACT} A choir sang in Tolm on the same evening.")
    said = cited(FACT, post)
    again = replace(document(said), summary=(said,))
    (fact,) = coverage(again, [post]).facts
    assert fact.said == (said, said)


def test_quotations_and_lists_are_facts_headings_and_the_timeline_are_not():
    told = coverage(a_document(), [])
    texts = {one.text for fact in told.facts for one in fact.said}
    blocks = [block for section in a_document().sections for block in section.blocks]
    assert {item.text for block in blocks if isinstance(block, Bullets) for item in block.items} <= texts
    assert {one.heading.text for one in a_document().sections if one.heading}.isdisjoint(texts)


def test_a_passage_that_its_article_does_not_hold_any_more_tells_nothing():
    post = article("post", FACT)
    changed = replace(post, text="Other words stand in the article now, quite different from what was there before.")
    (fact,) = coverage(document(cited(FACT, post)), [changed]).facts
    assert fact.told_by == ()


def test_of_very_many_reports_the_first_thirty_are_read_and_the_others_counted():
    post = article("post", FACT)
    many = [article(f"paper{number}", f"{number} choirs sang.") for number in range(200)]
    copies = [article(f"copy{number}", FACT, report="post") for number in range(200)]
    told = coverage(document(cited(FACT, post)), [post, *copies, *many])
    assert (len(told.tellers), told.more) == (MOST_REPORTS, 201 - MOST_REPORTS)


def test_copies_that_the_clip_does_not_cite_are_not_read():
    post, copied = article("post", FACT), article("ledger", "A choir sang in Tolm.")
    copy = article("packet", f"A choir sang in Tolm. {FACT}", report="ledger")
    (fact,) = coverage(document(cited(FACT, post)), [post, copied, copy]).facts
    assert fact.told_by == (0,)


def test_what_is_too_long_for_a_sentence_tells_nothing_but_what_the_clip_cites():
    words = " ".join(["The council of Orlo closed 14 bridges"] * 50)
    (fact,) = covered(words, fact=words).facts
    assert fact.told_by == (0,)


def test_a_clip_has_forty_facts_at_most():
    text = " ".join(f"Choir number {number} of Tolm sang {number} songs in hall {number}." for number in range(10, 60))
    post = article("post", text)
    said = [cited(f"Choir number {n} of Tolm sang {n} songs in hall {n}.", post) for n in range(10, 60)]
    assert len(coverage(document(*said), [post]).facts) == MOST_FACTS


def test_programs_get_every_telling_with_its_passage():
    told = covered("After 14 cracks were found in the piers, Orlo’s council closed the harbour bridge on Thursday.")
    body = coverage_json(told, document(cited(FACT, article("post", FACT))))
    (fact,) = body["facts"]
    assert (fact["said"], fact["told_by"], fact["alone"]) == ([FACT], [0, 1], None)
    assert [one["how"] for one in fact["passages"]] == ["cited", "same"]
    assert fact["passages"][1]["evidence"][0]["article"] == "paper0"
    assert (body["disagreements"], body["unread_reports"]) == ([], 0)


def test_who_tells_only_the_half_that_nobody_denies_denies_nothing() -> None:
    fact = "There were no reported injuries and the cause of the market fire is under investigation."
    other = "The cause of the market fire is under investigation."
    assert [one.difference for one in covered(other, fact=fact).facts[0].tellings] == [None, None]


def test_who_leaves_out_a_small_thing_and_adds_none_that_can_be_compared_tells_it() -> None:
    fact = "At about 1am, staff handed out mineral water and bread to passengers, but did not let them board the ferry."
    without_time = "Staff handed out mineral water and bread to passengers, but they did not board the ferry."
    with_another = "Staff handed out mineral water and bread to 90 passengers, but they did not board the ferry."
    assert hows(without_time, with_another, fact=fact) == ["same", "near"]
