"""Who tells what a clip says: on the story's page, beside the evidence, dimmed on the clip, and for programs."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import html

from newsclip.articles.models import Article, Revision
from newsclip.cli import admin_commands
from newsclip.clips import queries
from newsclip.clips.models import Clip
from newsclip.evidence.event_coverage import CommonEvent
from newsclip.kernel.spans import digest_of
from newsclip.stories.models import Membership, Story
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.pages.coverage_table import MOST_COLUMNS, coverage_table
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db
TOLD_ALONE = "Mayor Odile Brandt asked for the new channel lights, promised in 2023, to be lit before winter."
TOLD_IN_PART = "It was the third grounding in the strait in five years."
TOLD_BY_TWO = "Lifeboats took 212 people off a stranded ferry in thick fog."


@pytest.fixture
def clip() -> Clip:
    return factories.ferry()


def story_page(client, clip, asked=""):
    return html.fromstring(client.get(f"/s/{clip.story_id}{asked}").content.decode())


def columns(page) -> list[str]:
    return [cell.text.strip() for cell in page.cssselect(".coverage thead th[scope=col]")[1:]]


def row(page, words):
    (found,) = [one for one in page.cssselect(".coverage tbody tr") if words in one.text_content()]
    return found


def test_the_table_has_a_caption_a_column_for_each_publisher_and_a_heading_for_each_row(client, clip):
    page = story_page(client, clip)
    assert "All 3 publishers report this event." in page.cssselect(".coverage caption")[0].text_content()
    assert columns(page) == ["Marrow Harbour Times", "Northern Ledger", "Radio Kelling"]
    rows = page.cssselect(".coverage tbody tr:not(.group)")
    assert all(len(one.cssselect("th[scope=row]")) == 1 and len(one.cssselect("td")) == 3 for one in rows)
    assert [one.text_content() for one in page.cssselect(".coverage th[scope=rowgroup]")] == [
        "What happened", "Where they disagree", "Reported by some",
        "Reported by one, and perhaps by others", "Reported by only one",
    ]  # fmt: skip


def test_a_row_says_who_tells_it_and_every_sign_leads_to_the_words_on_the_evidence_page(client, clip):
    page = story_page(client, clip)
    assert "2 of 3 publishers" in row(page, TOLD_BY_TWO).text_content()
    assert "Only Radio Kelling reports this." in row(page, TOLD_ALONE).text_content()
    assert "Only" not in row(page, TOLD_IN_PART).text_content()
    evidence = html.fromstring(client.get(f"/c/{clip.slug}/evidence").content.decode())
    links = [link.get("href") for link in page.cssselect(".coverage td a") if not link.get("href").startswith("#")]
    assert len(links) > 10
    assert {link.partition("#")[0] for link in links} == {f"/c/{clip.slug}/evidence"}
    assert {link.partition("#")[2] for link in links} <= {one.get("id") for one in evidence.cssselect("[id]")}


def test_what_happened_stands_first_with_the_words_in_which_each_publisher_tells_it(client, clip):
    change(clip, "harbourtimes.example", "The ferry Sabine ran aground in thick fog off Kelling on Friday.")
    change(clip, "ledger.example", "Off Kelling the ferry Sabine had run aground in fog.")
    change(clip, "radiokelling.example", "In the fog the Sabine, a ferry, ran aground near Kelling.")
    page = story_page(client, clip)
    first = page.cssselect(".coverage tbody tr:not(.group)")[0]
    links = [link.get("href") for link in first.cssselect("td a")]
    told = {one.get("id"): one.text_content() for one in page.cssselect(".in-their-words li")}
    assert page.cssselect(".coverage th[scope=rowgroup]")[0].text_content() == "What happened"
    assert [link.removeprefix("#") for link in links] == list(told)
    assert all("Sabine" in words for words in told.values())


def test_what_happened_is_headed_by_whose_words_it_has_and_who_tells_of_others_only_comes_close(client, clip):
    change(clip, "harbourtimes.example", "")
    titles = {
        "harbourtimes.example": "Eleven killed as two trams collide in Orlo’s Harbour Square",
        "ledger.example": "Three slightly hurt as two trams collide in Orlo’s Harbour Square",
        "radiokelling.example": "In 2009 two trams collided in Orlo’s Harbour Square, killing four people",
    }
    for domain, title in titles.items():
        Revision.objects.filter(article__publisher__domain=domain).update(title=title)
    page = story_page(client, clip)
    first = page.cssselect(".coverage tbody tr:not(.group)")[0]
    (by,) = first.cssselect("th a")
    signs = [cell.text_content().split()[0] for cell in first.cssselect("td")]
    own = Article.objects.get(publisher__name=by.text)
    assert page.cssselect(".coverage th[scope=rowgroup]")[0].text_content() == "What happened"
    assert by.get("href") == own.url
    assert titles[own.publisher.domain] in first.text_content()
    assert sorted(signs) == ["≈", "≈", "✓"]
    assert "comes close" in first.text_content()


def test_the_sentence_that_says_what_happened_has_no_second_row(clip):
    ready = as_stored(clip)
    told = queries.coverage_of(clip.story, ready.document, frozenset())
    assert TOLD_BY_TWO in [one.text for _, rows in coverage_table(told, ready).groups for one in rows]
    event = CommonEvent(0, TOLD_BY_TWO, told.facts[0].tellings, frozenset(), "https://harbourtimes.example/1")
    table = coverage_table(replace(told, event=event), ready)
    assert [one.is_event for _, rows in table.groups for one in rows if one.text == TOLD_BY_TWO] == [True]


def test_where_words_differ_too_much_no_cell_says_no(client, clip):
    cells = row(story_page(client, clip), TOLD_IN_PART).cssselect("td")
    assert "no" not in [cell.text_content() for cell in cells]
    unknown = [cell for cell in cells if "cannot tell" in cell.text_content()]
    assert unknown
    assert not any(cell.text_content().replace("we cannot tell", "").strip() for cell in unknown), "blank to the eye"


def test_that_others_may_report_it_is_said_once_and_not_row_by_row(client, clip):
    said = story_page(client, clip).cssselect(".coverage")[0].text_content()
    assert "whether" not in said
    assert said.count("Blank: we cannot tell, because its words are too different.") == 1


def test_where_they_disagree_their_values_stand_side_by_side(client, clip):
    (group,) = [
        one for one in story_page(client, clip).cssselect(".coverage tbody") if "disagree" in one.text_content()[:40]
    ]
    values = [cell.text_content() for cell in group.cssselect("td a")]
    assert values == ["212 people, Marrow Harbour Times", "209 passengers, Radio Kelling"]


def test_another_publishers_words_for_the_same_stand_beside_the_evidence(client, clip):
    words = "In March the Sabine, built in 1998, passed its last inspection."
    change(clip, "ledger.example", words)
    assert "2 of 3 publishers" in row(story_page(client, clip), "The Sabine was built in 1998").text_content()
    evidence = html.fromstring(client.get(f"/c/{clip.slug}/evidence").content.decode())
    assert [one.text_content() for one in evidence.cssselect(".others li") if words in one.text_content()] == [
        f"{words} Northern Ledger"
    ]


def change(clip, domain, text):
    """The publisher's article has these words more."""
    mine = Article.objects.get(publisher__domain=domain)
    revision = Revision.objects.get(article=mine)
    Revision.objects.filter(pk=revision.pk).update(text=f"{revision.text}\n\n{text}", digest=digest_of(text))
    Story.objects.filter(pk=clip.story_id).update(version=clip.story.version + 1)


def test_a_story_that_one_publisher_tells_has_no_table(client, clip):
    Membership.objects.filter(story=clip.story).exclude(article__publisher__domain="harbourtimes.example").delete()
    Story.objects.filter(pk=clip.story_id).update(version=2)
    assert story_page(client, clip).cssselect(".coverage") == []


def test_a_publisher_whose_words_are_taken_down_is_gone_from_it_at_once(client, clip):
    client.get(f"/s/{clip.story_id}")
    admin_commands.take_down("radiokelling.example", "They asked.")
    page = story_page(client, clip)
    assert columns(page) == ["Marrow Harbour Times", "Northern Ledger"]
    assert TOLD_ALONE not in page.cssselect(".coverage")[0].text_content()
    assert "Radio Kelling" not in str(client.get(f"/api/stories/{clip.story_id}/coverage").json())


def test_a_muted_publisher_has_no_column_and_what_it_alone_tells_no_row(client, clip):
    page = story_page(client, clip, "?mute=radiokelling.example")
    assert columns(page) == ["Marrow Harbour Times", "Northern Ledger"]
    assert "bridge recordings" not in page.cssselect(".coverage")[0].text_content()
    assert columns(story_page(client, clip)) == ["Marrow Harbour Times", "Northern Ledger", "Radio Kelling"]


def test_of_many_publishers_those_that_tell_most_have_columns_and_the_others_are_counted(client, clip):
    for number in range(MOST_COLUMNS):
        paper = factories.article(
            f"Paper {number}", f"paper{number}.example", "Choir", "A choir sang.", at=factories.NOON,
            url=f"https://paper{number}.example/1",
        )  # fmt: skip
        Membership.objects.create(article=paper, story=clip.story, revision=1, report=10 + number, at=factories.NOON)
    Story.objects.filter(pk=clip.story_id).update(version=2)
    page = story_page(client, clip)
    assert {"Marrow Harbour Times", "Northern Ledger", "Radio Kelling"} <= set(columns(page))
    assert len(columns(page)) == MOST_COLUMNS
    assert "Of 11 publishers, the 8 that report most" in page.cssselect(".coverage")[0].text_content()


def test_who_prints_a_tellers_text_counts_among_those_who_report_it(client, clip):
    first = Membership.objects.filter(story=clip.story, article__publisher__domain="radiokelling.example").get()
    paper = factories.article(
        "Paper", "paper.example", "Ferry", "A choir sang.", at=first.article.published + timedelta(hours=1),
        url="https://paper.example/1",
    )  # fmt: skip
    Membership.objects.create(article=paper, story=clip.story, revision=1, report=first.report, at=factories.NOON)
    Story.objects.filter(pk=clip.story_id).update(version=2)
    page = story_page(client, clip)
    told = page.cssselect(".coverage caption")[0].text_content()
    assert "4 publishers report this event, and some print the same text." in told
    assert len(columns(page)) == 3
    assert "Only Radio Kelling and those who print the same text report this." in row(page, TOLD_ALONE).text_content()


def test_one_click_dims_on_the_clip_what_one_publisher_alone_tells(client, clip):
    (link,) = [one.get("href") for one in story_page(client, clip).cssselect(".coverage p a")]
    dimmed = {re.sub(r"\d$", "", one.text_content()) for one in dim(client, link).cssselect(".claim.dimmed")}
    assert TOLD_ALONE in dimmed
    assert TOLD_BY_TWO not in dimmed
    assert "only one publisher reports this" in dim(client, link).text_content()
    assert dim(client, f"/c/{clip.slug}").cssselect(".dimmed") == []


def dim(client, address):
    return html.fromstring(client.get(address).content.decode())


def test_what_is_not_known_yet_stands_on_the_clip_without_what_is_muted(client, clip):
    words = "It is not yet known why the ferry left its course."
    change(clip, "radiokelling.example", words)
    assert words in client.get(f"/c/{clip.slug}").content.decode()
    assert words not in client.get(f"/c/{clip.slug}?mute=radiokelling.example").content.decode()


def test_programs_get_the_same_from_the_api_and_with_the_story(client, clip):
    answer = client.get(f"/api/stories/{clip.story_id}/coverage").json()
    assert answer == client.get(f"/s/{clip.story_id}.json").json()["coverage"]
    assert [one["publisher"] for one in answer["tellers"]] == [
        "Marrow Harbour Times", "Northern Ledger", "Radio Kelling"
    ]  # fmt: skip
    told = {(str(row.article_id), part): words for row in Revision.objects.all() for part, words in parts_of(row)}
    for telling in (one for fact in answer["facts"] for one in fact["passages"]):
        (passage,) = telling["evidence"]
        words = told[passage["article"], passage["part"]]
        assert words[passage["start"] : passage["end"]] == telling["text"]
    assert answer["disagreements"] == [
        {"about": "Passengers", "values": [{"value": "212 people", "tellers": [0]},
                                           {"value": "209 passengers", "tellers": [2]}]}
    ]  # fmt: skip


def parts_of(row):
    return (("title", row.title), ("text", row.text))


def test_a_story_without_a_clip_has_no_coverage(client, clip):
    Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert client.get(f"/api/stories/{clip.story_id}/coverage").status_code == 404
    assert client.get(f"/s/{clip.story_id}.json").json()["coverage"] is None
