"""The event itself: what all reports tell, each in its own words."""

from newsclip.evidence.coverage import Coverage
from newsclip.evidence.coverage_json import coverage_json
from newsclip.evidence.tests.test_coverage import article, cited, coverage, document

POST = "Nine hurt as two trams collide in Orlo’s Harbour Square"
RADIO = "A student held a hand for an hour after two trams had collided in Harbour Square in Orlo, she says."
LEDGER = "Every minute a tram enters Harbour Square. On Friday two of them collided there, in the centre of Orlo."


def told(*texts: str) -> Coverage:
    post = article("post", f"{POST}. The fire service freed a woman with hydraulic spreaders before noon.", title=POST)
    others = [article(f"paper{number}", text) for number, text in enumerate(texts)]
    fact = "The fire service freed a woman with hydraulic spreaders before noon."
    return coverage(document(cited(fact, post)), [post, *others])


def tellers(coverage: Coverage) -> list[int]:
    return [one.teller for one in coverage.event.tellings] if coverage.event else []


def test_what_all_tell_is_found_though_each_opens_with_something_else():
    found = told(RADIO, LEDGER)
    assert found.event.text == POST
    assert tellers(found) == [0, 1, 2]
    assert "collided" in found.event.tellings[2].text


def test_who_only_names_the_place_is_not_said_to_tell_it():
    assert tellers(told(RADIO, LEDGER, "The baker in Harbour Square in Orlo sells bread.")) == [0, 1, 2]


def test_where_fewer_than_two_of_three_show_it_nothing_is_said():
    assert told("A choir sang in Tolm.", "Bakers in Pell raised the price of bread.").event is None
    assert told().event is None


def test_two_reports_that_name_the_same_people_need_more_than_a_word_in_common():
    post = article("post", "Mayor Odile Brandt of Orlo and Ilse Varga of Pell criticised the new ministry.")
    other = article("radio", "Mayor Odile Brandt of Orlo met Ilse Varga of Pell on a train.")
    assert coverage(document(cited(post.text, post)), [post, other]).event is None


def test_a_question_or_a_quotation_does_not_say_what_happened():
    post = article("post", POST, title="Should two trams cross Harbour Square in Orlo, where they collided?")
    quoted = article("radio", RADIO, title="“Two trams collided in Harbour Square in Orlo”")
    assert coverage(document(cited(POST, post)), [post, quoted, article("ledger", LEDGER)]).event.text in (POST, RADIO)


def test_of_a_sentence_that_holds_the_event_nobody_is_said_to_tell_nothing():
    fact = "Two trams collided in Harbour Square in Orlo, and a row of seats was torn from the floor of one."
    post = article("post", fact, title=POST)
    choir = article("choir", "A choir sang in Tolm.")
    found = coverage(document(cited(fact, post)), [post, article("radio", RADIO), article("ledger", LEDGER), choir])
    (only,) = found.facts
    assert only.alone is None
    assert {one.teller for one in only.tellings} | set(only.unclear) == {0, 1, 2, 3}


def test_programs_get_the_event_with_a_passage_of_each_that_tells_it():
    found = told(RADIO, LEDGER)
    event = coverage_json(found, document())["event"]
    assert (event["said"], event["teller"], event["told_by"]) == (POST, 0, [0])
    assert [one["how"] for one in event["passages"]] == ["same", "near", "near"]
    assert [one["evidence"][0]["article"] for one in event["passages"]] == ["post", "paper0", "paper1"]


def hows(*titles: str, **texts: str) -> dict[str, str]:
    """How each report tells the event, by its own first words."""
    read = [article(f"paper{number}", f"{title}.", title=title) for number, title in enumerate(titles)]
    read += [article(name, text) for name, text in texts.items()]
    event = coverage(document(cited(read[0].text, read[0])), read).event
    return {read[one.teller].id: one.how for one in event.tellings} if event else {}


def test_who_counts_otherwise_or_tells_of_another_year_only_comes_near():
    assert hows(
        "Eleven killed as two trams collide in Orlo’s Harbour Square",
        "Three slightly hurt as two trams collide in Orlo’s Harbour Square",
        radio="In 2009 two trams collided in Harbour Square in Orlo, killing four people.",
    ) == {"paper0": "same", "paper1": "near", "radio": "near"}


def test_who_has_another_word_for_what_became_of_them_only_comes_near():
    assert hows(
        "Two killed as two trams collide in Orlo’s Harbour Square",
        "Two slightly hurt as two trams collide in Orlo’s Harbour Square",
    ) == {"paper0": "same", "paper1": "near"}


def test_a_year_alone_tells_it_apart():
    assert hows(
        "Two trams collide in Orlo’s Harbour Square", radio="In 2009 two trams collided in Harbour Square in Orlo."
    ) == {"paper0": "same", "radio": "near"}


def test_who_names_somebody_else_only_comes_near_even_where_its_article_has_both_names():
    told = "Eva Stenmark arrested for robbery of Kelp Bank in Orlo"
    found = hows("Bo Quist arrested for robbery of Kelp Bank in Orlo", post=f"{told}. Bo Quist is free again.")
    assert found == {"paper0": "same", "post": "near"}


def test_who_denies_it_in_a_long_sentence_only_comes_near():
    long = (
        "in the snowy Harbour Square in Orlo after the heavy storm of Friday evening, fire brigade, guard and mayor say"
    )
    found = hows(
        f"Two trams collided {long}",
        radio=f"Two trams have not collided {long}.",
        post=f"Two trams collided {long} now.",
    )
    assert found == {"paper0": "same", "radio": "near", "post": "same"}


def test_accented_capitals_make_names_not_small_words():
    post = article("post", "Mayor Éva Ångström of Örebro and Ulla Élan of Ödåkra criticised the new ministry.")
    other = article("radio", "Mayor Éva Ångström of Örebro met Ulla Élan of Ödåkra on a train.")
    assert coverage(document(cited(post.text, post)), [post, other]).event is None


def test_who_names_only_a_part_of_it_without_what_happened_does_not_come_near():
    found = told(
        RADIO, LEDGER, "Every 65 seconds a tram enters Harbour Square in Orlo, and its driver looks left and right."
    )
    assert tellers(found) == [0, 1, 2]


def test_who_counts_the_hurt_otherwise_differs():
    wire = "Two trams collided in Orlo’s Harbour Square on Friday, injuring at least twelve people, rescuers said."
    differs = told(RADIO, wire).event.tellings[2].difference
    assert (differs.said, differs.told) == ("Nine hurt", "at least twelve people")


def test_a_question_about_the_place_does_not_come_near():
    found = told(RADIO, LEDGER, "Should two trams cross Harbour Square in Orlo where others collide? Nobody knows.")
    assert tellers(found) == [0, 1, 2]
