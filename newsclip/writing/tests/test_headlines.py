"""Headlines: the news in one clause, from the title that says it best, else from the top of the text."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.writing.tests.stories import BRIDGE, CROWD, MONDAY, article, clip_of

AGROUND = "The ferry Halcyon ran aground off Orlo Bay on Monday, and 30 people were brought ashore by lifeboat."
INQUIRY = "The owner of the ferry Halcyon was fined 9,000 crowns on Friday for running aground off Orlo Bay."
FERRY = "Ferry Halcyon runs aground off Orlo Bay"
SWAPPED = "Halcyon ferry runs aground off Orlo Bay"


@pytest.mark.parametrize(
    "title",
    [
        "Image copyright Norvale Pictures Image caption The harbour bridge of Orlo Bay",
        "Tuesday, March 3, 2026",
        "LISTEN TO ARTICLE 5:30 Share Tweet",
        "LISTEN TO ARTICLE 5:30 about the ferry Halcyon and its crew near Orlo Bay on Monday",
        "Harbour Post / Facebook",
        "The ferry Halcyon (left)",
    ],
)
def test_a_title_that_is_the_pages_own_gives_way_to_the_text(title: str) -> None:
    assert clip_of(article(1, title, AGROUND)).headline.text == AGROUND.rstrip(".")


def test_a_title_cut_at_an_abbreviation_gives_way_to_the_text() -> None:
    text = AGROUND.replace("Orlo Bay", "the O.B. harbour")
    title = text.partition(" harbour")[0]
    assert clip_of(article(1, title, text)).headline.text == text.rstrip(".")


@pytest.mark.parametrize(
    "title",
    [
        "Lifeboat and ferry Halcyon off Orlo Bay on Monday",
        "Halcyon: ferry runs aground off Orlo Bay",
        "Ferry Halcyon runs aground off Orlo Bay Norvale News",
    ],
)
def test_a_title_without_a_verb_in_parts_or_with_its_site_loses_to_one_clause(title: str) -> None:
    text = AGROUND.replace("The ferry", "The Norvale News ferry")
    assert clip_of(article(1, title, text), article(2, FERRY, f"{text} It was dark.")).headline.text == FERRY


def test_a_title_with_a_short_form_that_no_text_has_loses() -> None:
    short, reef = "Ferry Halcyon runs aground off OB", "Ferry Halcyon runs aground off reef"
    first, second = article(1, short, AGROUND), article(2, reef, f"{AGROUND} It was dark.")
    assert clip_of(first, second).headline.text == reef
    known = replace(second, text=f"{AGROUND} It was dark in O.B. at night.")
    assert clip_of(first, known).headline.text == short


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (
            "Ferry Halcyon lost 2.5 boats off Orlo Bay on the Monday.",
            "Ferry Halcyon lost 2.5 boats off Orlo Bay on the Monday",
        ),
        ("Ferry Halcyon ran aground off Orlo Bay in the U.S.", "Ferry Halcyon ran aground off Orlo Bay in the U.S."),
    ],
)
def test_a_title_of_one_sentence_goes_without_its_full_stop(title: str, shown: str) -> None:
    assert clip_of(article(1, title, AGROUND)).headline.text == shown


def test_a_title_goes_without_the_number_of_its_update() -> None:
    assert clip_of(article(1, f"UPDATE 2-{FERRY}", AGROUND)).headline.text == FERRY


def test_a_view_is_no_headline_where_another_page_is_news() -> None:
    view = article(3, "We tried the new bridge over Orlo Bay", CROWD.text)
    assert "We tried" not in clip_of(view, BRIDGE).headline.text
    assert clip_of(view).headline.text.startswith("We tried")


def test_of_two_titles_as_good_the_newest_is_the_headline() -> None:
    first, last = (article(n, title, AGROUND) for n, title in ((1, FERRY), (2, SWAPPED)))
    later = replace(last, text=f"At night. {AGROUND}", published=MONDAY + timedelta(days=2))
    assert clip_of(first, later).headline.text == SWAPPED


def test_a_title_that_only_announces_gives_way_though_no_later_one_will_do() -> None:
    plan = article(
        2, "Ferry Halcyon to be towed off Orlo Bay", f"At night. {AGROUND}", published=MONDAY + timedelta(days=1)
    )
    last = article(3, "What next for the ferry?", f"It is day. {AGROUND}", published=MONDAY + timedelta(days=4))
    assert clip_of(article(1, FERRY, AGROUND), plan, last).headline.text == FERRY


def test_the_newest_title_says_what_came_of_the_others() -> None:
    told = article(1, "Owner of ferry Halcyon to be fined over Orlo Bay", AGROUND)
    later = article(2, "Owner of ferry Halcyon fined 9,000 crowns", INQUIRY, published=MONDAY + timedelta(days=4))
    assert clip_of(told, later).headline.text == "Owner of ferry Halcyon fined 9,000 crowns"


def test_the_newest_title_is_no_headline_where_it_tells_another_matter() -> None:
    other = article(
        3, "Museum shows paintings of the coast", "The museum shows paintings.", published=MONDAY + timedelta(days=4)
    )
    told = (article(1, FERRY, AGROUND), article(2, "Ferry Halcyon is aground off Orlo Bay", f"At night. {AGROUND}"))
    assert "Halcyon" in clip_of(*told, other).headline.text


@pytest.mark.parametrize(
    "title",
    [
        "Let's start with the ferry",
        "Get ready for the ferry Halcyon",
        "A ferry! Aground!?",
        "That's one way for a ferry to reach Orlo Bay!",
        "“The ferry Halcyon was off Orlo Bay,” Ada Brandt said.",
        "Panic, drama and tears on the open sea!",
    ],
)
def test_a_title_that_says_no_news_gives_way_to_the_text(title: str) -> None:
    assert clip_of(article(1, title, AGROUND)).headline.text == AGROUND.rstrip(".")


@pytest.mark.parametrize(
    ("end", "shown"), [("in O.B.", "in O.B."), ("on Monday .", "on Monday"), ("on Monday.", "on Monday")]
)
def test_a_sentence_as_a_headline_loses_its_full_stop_and_initials_keep_theirs(end: str, shown: str) -> None:
    lead = "The ferry Halcyon ran aground on the rocks of a bay"
    assert clip_of(article(1, "", f"{lead} {end}\n\n{INQUIRY}")).headline.text == f"{lead} {shown}"


def test_a_title_is_shown_with_one_space_between_its_words() -> None:
    assert clip_of(article(1, FERRY.replace(" runs", "  runs"), AGROUND)).headline.text == FERRY


def test_a_headline_goes_without_the_bracket_around_the_first_paragraph() -> None:
    text = f"[{AGROUND} It was dark, and the crew was afraid.]\n\n{INQUIRY}"
    assert clip_of(article(1, "", text)).headline.text == AGROUND.rstrip(".")


def test_a_title_that_cries_out_what_the_text_tells_is_a_headline() -> None:
    assert clip_of(article(1, f"{FERRY}!", AGROUND)).headline.text.startswith(FERRY)


def test_a_short_title_of_words_that_one_sentence_holds_needs_no_verb() -> None:
    assert clip_of(article(1, "Ferry Halcyon aground off Orlo Bay", AGROUND)).headline.text.startswith("Ferry Halcyon")


def test_a_short_first_sentence_is_the_headline_where_no_title_has_a_verb() -> None:
    text = (
        "The ferry Solveig ran aground off Cape Sorrel on Friday.\n\nNobody was hurt, harbour master Ilse Brandt said."
    )
    assert clip_of(article(1, "Ferry Solveig aground off Cape Sorrel", text)).headline.text == (
        "The ferry Solveig ran aground off Cape Sorrel on Friday"
    )
    long = text.replace("on Friday", "on Friday evening with 212 passengers, a crew of 14 and some 30 cars on board")
    title = "Ferry Solveig aground off Cape Sorrel"
    assert clip_of(article(1, title, long)).headline.text == title


def test_an_empty_story_of_titles_alone_still_has_a_headline() -> None:
    assert clip_of(article(1, "", AGROUND), article(2, " ", INQUIRY)).headline.text


CROWDED = AGROUND.replace("30 people", "30 people, among them the crew of a fishing boat from the islands,")


@pytest.mark.parametrize(
    ("lead", "title", "headline"),
    [
        (CROWDED, "Everybody waits for a lifeboat", "Everybody waits for a lifeboat"),
        (CROWDED, "Everybody waits for summer", CROWDED.rstrip(".")),
        (AGROUND, "Everybody waits for a lifeboat", AGROUND.rstrip(".")),
    ],
)
def test_a_title_the_text_hardly_speaks_of_loses_to_all_but_the_longest_sentence(
    lead: str, title: str, headline: str
) -> None:
    assert clip_of(article(1, title, lead)).headline.text == headline


def test_what_lies_ahead_even_of_the_latest_article_may_be_the_headline() -> None:
    text = "The pier of Orlo will open in 2029, the port said on {}. It is to have a light and two cranes. {}"
    early = article(1, "New pier of Orlo will open in 2029, says port", text.format("Monday", "Boats may use it."))
    late = article(2, "A pier for Orlo", text.format("Wednesday", "Sailors are glad."), published=MONDAY + timedelta(2))
    assert clip_of(early, late).headline.text == "New pier of Orlo will open in 2029, says port"


LURED = "Die Fähre Halcyon lief am Montag vor Orlo Bay auf Grund. 30 Fahrgäste kamen mit dem Rettungsboot an Land."


@pytest.mark.parametrize(
    "title",
    [
        "Fähre Halcyon: Diese Fahrgäste kamen vor Orlo Bay an Land",
        "Warum die Fähre Halcyon vor Orlo Bay auf Grund lief",
        "«Die Fähre Halcyon lag vor Orlo Bay auf Grund»",
    ],
)
def test_a_title_that_hides_its_news_in_german_gives_way_to_the_text(title: str) -> None:
    text = " ".join((LURED, "Der Hafen von Orlo Bay blieb am Dienstag für Fähren gesperrt."))
    assert clip_of(article(1, title, text, language="de")).headline.text.startswith("Die Fähre Halcyon lief am Montag")


@pytest.mark.parametrize(
    "title",
    ["The ferry Halcyon and Orlo Bay: how it ran aground", "'30 people were on the ferry Halcyon off Orlo Bay'"],
)
def test_a_lure_behind_a_topic_and_mere_words_of_somebody_give_way_to_the_text(title: str) -> None:
    assert clip_of(article(1, title, AGROUND)).headline.text == AGROUND.rstrip(".")


def test_a_statement_before_a_lure_may_be_the_headline() -> None:
    title = "Ferry Halcyon runs aground off Orlo Bay: what to know"
    assert clip_of(article(1, title, AGROUND)).headline.text == title


def test_an_announcement_that_came_late_gives_way_to_its_outcome() -> None:
    fined = "Owner of ferry Halcyon fined 9,000 crowns over Orlo Bay"
    late = "Owner of ferry Halcyon to be fined over Orlo Bay"
    told = article(1, fined, INQUIRY)
    assert (
        clip_of(told, article(2, late, f"At noon. {INQUIRY}", published=MONDAY + timedelta(4))).headline.text == fined
    )


def test_a_first_sentence_that_leads_up_to_the_news_is_no_headline() -> None:
    opening = "For many years people in Orlo Bay have told each other stories about the old ferry Halcyon."
    assert clip_of(article(1, opening, f"{opening} {AGROUND}")).headline.text == AGROUND.rstrip(".")
    night = "The ferry Halcyon lay off Orlo Bay all night, the harbour master said on Tuesday morning."
    other = article(2, "", f"{AGROUND} {night}")
    assert clip_of(article(1, "", f"{opening} It is dear to them."), other).headline.text == AGROUND.rstrip(".")


def test_a_first_sentence_that_leans_on_what_is_missing_is_no_headline() -> None:
    opening = "But she should have left the ferry Halcyon before that."
    assert clip_of(article(1, opening, f"{opening} {AGROUND}")).headline.text == AGROUND.rstrip(".")


@pytest.mark.parametrize(
    "title", ["Blasts shatter ferry Halcyon off Orlo Bay", "Harbour master denies wreck of ferry Halcyon goes viral"]
)
def test_loud_words_are_no_lure_where_the_title_says_what_happened(title: str) -> None:
    assert clip_of(article(1, title, AGROUND)).headline.text == title


def test_a_title_in_capitals_with_which_the_text_begins_is_not_cut_off() -> None:
    title = "Ferry Halcyon Runs Aground Off Orlo Bay"
    assert clip_of(article(1, title, f"{title} By Ilse Brandt {AGROUND}")).headline.text == title


def test_a_title_may_be_about_what_the_other_articles_begin_with() -> None:
    other = article(2, "A night on the quay", f"At night. {AGROUND}")
    own = "Lifeboats went out on Monday night, the harbour master said. She did not say how many there were."
    assert clip_of(article(1, FERRY, own, published=MONDAY + timedelta(days=2)), other).headline.text == FERRY


def test_a_sentence_that_the_next_one_turns_from_is_no_headline() -> None:
    opening = "The old ferry Halcyon has carried people across Orlo Bay through storms and two wars."
    news = "Now divers say the ferry Halcyon cannot be saved, as her hull broke on a rock in Orlo Bay."
    clip = clip_of(article(1, "", f"{opening} {news} {AGROUND}"))
    assert clip.headline.text == news.rstrip(".")


def test_what_leads_up_to_the_news_does_not_stand_behind_it_in_the_summary() -> None:
    opening = "The old ferry Halcyon has carried people across Orlo Bay through storms and two wars."
    news = "But researchers say Halcyon cannot be saved, because a rock in Orlo Bay broke the hull on Monday."
    summary = [said.text for said in clip_of(article(1, "", f"{opening} {news} {AGROUND}")).summary]
    assert summary[0] == news.removeprefix("But r").replace("esearchers", "Researchers", 1)
    assert opening not in summary


def test_the_label_of_the_page_is_no_part_of_a_title() -> None:
    title = f"Story highlights {FERRY}"
    clip = clip_of(article(1, title, f"{title}\n\n{AGROUND}"))
    assert clip.headline.text == FERRY
    assert clip.headline.edits == ("dropped: Story highlights",)


def test_a_line_whose_his_means_whom_the_first_names_is_no_headline() -> None:
    first = "Tamas Kilim has sat on a wall each May since he was eight."
    others = (
        "To mark his long years, Orlo Downs is naming a race around the old quay of Orlo, with a prize of 400 crowns.",
        "The race around the old quay of Orlo is run in June, and the prize of 400 crowns is paid by Orlo Downs.",
        "Some 300 boats lie at the old quay of Orlo, where the race of Orlo Downs will end.",
    )
    assert clip_of(article(1, "", "\n\n".join((first, *others)))).headline.text == first.rstrip(".")


def test_a_live_pages_time_of_a_line_is_no_part_of_the_headline_and_the_text() -> None:
    lines = (
        "09:14 Polls are open across Norvale, and queues are long in Orlo Bay.",
        "09:02 Good morning and welcome to our live coverage of the election.",
        "08:40 Premier Ada Holm has voted in Orlo Bay with her two dogs.",
    )
    clip = clip_of(article(1, "Norvale election: live updates", "\n\n".join(lines)))
    assert clip.headline.text.startswith("Polls are open")
    assert not any(sentence.text[0].isdigit() for sentence in clip.summary)
