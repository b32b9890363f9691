"""The glance of a clip answers who, where, when, how many and why, where the lead says so plainly."""

from dataclasses import replace

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Slot
from newsclip.evidence.muting import without
from newsclip.evidence.serialization import from_json, seal, to_json
from newsclip.evidence.verifier.gate import supported_only
from newsclip.writing.extractive import parts
from newsclip.writing.extractive.material import ToldSoFar, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, article, clip_of, embed

MORE = (
    "\n\nThe flames were put out within two hours, the fire brigade of the region said in a statement.\n\n"
    "Neighbours brought blankets and soup to those who had to wait on the square until the morning.\n\n"
    "The house was built in 1911 and had been a bakery before it became a home for sailors."
)
LEAD = "Mayor Ilse Brandt closed a home for sailors in Velmsund on Sunday because of a gas leak."
TITLE = "Brandt closes sailors’ home; 14 men injured"


def glance_of(text: str, title: str = TITLE) -> dict[str, str]:
    """The answers of the clip about one article, by their questions."""
    return {slot.question: slot.value for slot in clip_of(article(1, title, text + MORE)).glance}


def test_the_lead_answers() -> None:
    assert glance_of(LEAD) == {
        "who": "Mayor Ilse Brandt",
        "where": "Velmsund",
        "when": "Sunday",
        "how_many": "14 men injured",
        "why": "because of a gas leak",
    }


def test_the_day_is_told_by_its_date() -> None:
    glance = clip_of(article(1, TITLE, LEAD + MORE)).glance
    assert [slot.day for slot in glance if slot.question == "when"] == ["2026-03-01"]


def test_somebody_without_a_name_is_told_by_the_age() -> None:
    told = glance_of("A 12-year-old choir boy swam to a home in Velmsund.", "Boy swims")
    assert told == {"who": "12-year-old choir boy", "where": "Velmsund"}


def test_a_role_before_the_name_is_told_with_it() -> None:
    text = (
        "ORLO (AP) — Ship owner Tomas Dorvane closed a home in Velmsund.\n\nThen Dorvane waved to the sailors on deck."
    )
    assert glance_of(text, "Owner closes home")["who"] == "Ship owner Tomas Dorvane"
    assert glance_of("Mayor Brandt closed a home for sailors in Velmsund.", TITLE)["who"] == "Mayor Brandt"


def test_one_answer_alone_is_no_glance() -> None:
    assert glance_of("A home for sailors was closed because of a gas leak.", "Sailors’ home is closed") == {}


def test_a_later_line_that_says_that_it_happened_answers_where_and_when() -> None:
    text = "A home for sailors burned to the ground.\n\nThe fire broke out in Velmsund on Sunday."
    assert glance_of(text, "Sailors’ home burns") == {"where": "Velmsund", "when": "Sunday"}


def test_a_line_about_something_else_answers_nothing() -> None:
    text = "A home for sailors burned to the ground.\n\nThe mayor sang in Velmsund on Sunday."
    assert glance_of(text, "Sailors’ home burns") == {}


def test_a_number_of_years_counts_nobody() -> None:
    text = "A court in Velmsund sentenced a sailor on Sunday to 20 years for the arrest of a guard."
    assert "how_many" not in glance_of(text, "Sailor gets 20 years")


def test_a_figure_counts_what_the_headline_counts() -> None:
    text = "The town of Orlo gave the school of sailing 60 new boats on Sunday because of a vote."
    assert glance_of(text, "School gets 60 boats")["how_many"] == "60 new boats"
    assert "how_many" not in glance_of(text, "School gets boats")


def test_a_toll_other_than_the_headlines_is_no_answer() -> None:
    lead = "A gas leak killed 12 sailors in a home in Velmsund on Sunday."
    assert glance_of(lead, "Gas leak kills 12 sailors in Velmsund")["how_many"] == "killed 12 sailors"
    assert "killed 12 sailors" not in glance_of(lead, "Gas leak kills 14 sailors in Velmsund").values()


def test_what_the_sources_tell_differently_is_no_answer() -> None:
    one = article(1, "14 sailors die in fire", "A fire in Velmsund on Sunday killed 14 sailors." + MORE)
    other = article(2, "11 sailors die in fire", "A fire in Velmsund on Sunday killed 11 sailors.")
    document = clip_of(one, other)
    assert document.disagreements
    assert "how_many" not in {slot.question for slot in document.glance}


def test_a_title_does_not_answer_with_a_count_that_the_sources_tell_differently() -> None:
    one = article(1, "Storm in Velm kills 9", "A storm in Velm killed 9 people on Monday, police said." + MORE)
    other = article(2, "Storm in Velm kills 11", "A storm in Velm killed 11 people on Monday, crews said.")
    document = clip_of(one, other)
    assert [claim.value for told in document.disagreements for claim in told.claims] == ["9", "11"]
    assert {slot.question: slot.value for slot in document.glance} == {"where": "Velm", "when": "Monday"}


def test_what_happened_near_a_place_did_not_happen_there() -> None:
    text = "Mayor Ilse Brandt closed a home for sailors in a village near Velmsund on Sunday."
    assert glance_of(text) == {"who": "Mayor Ilse Brandt", "when": "Sunday", "how_many": "14 men injured"}


def test_a_page_of_views_has_none() -> None:
    assert clip_of(article(1, "Opinion: " + TITLE, LEAD + MORE, section="Opinion")).glance == ()


def facts(*shown: str, language: str = "en") -> list[str]:
    """The facts of an article about ships and men, where the glance shows these words."""
    lines = (
        "Storms sank 12 wooden ships off Orlo and drowned 31 men in May. "
        "Ships of Velm pulled 47 men out of icy water near Dornvik last winter. "
        "Owners of 58 iron ships paid 900 crowns to widows of men from Kelling."
    )
    material = lay_out(Assigned("c1", "1", "", 1, (article(1, TITLE, lines),)), language, embed, verifier)
    told = ToldSoFar((), (frozenset(["ship", "ships", "men", "wooden", "velm", "iron"]),))
    chosen = parts.facts(material, needs_of(material), told, frozenset(), room=99, shown=shown)
    return [material.lines[i].told.text for i in chosen]


def test_the_facts_do_not_tell_what_the_glance_tells() -> None:
    assert any("47 men" in line for line in facts())
    assert not any("47 men" in line for line in facts("47 men"))


def test_a_language_without_words_for_it_has_no_glance() -> None:
    text = "Bürgermeisterin Ilse Brandt hat am Sonntag in Velmsund wegen eines Lecks ein Heim geschlossen. "
    assert clip_of(article(1, "Brandt schließt Heim", text * 3, language="de")).glance == ()


FIRE = article(1, TITLE, LEAD + MORE)


def changed(document: Document, *glance: Slot) -> Document:
    return seal(replace(document, glance=glance))


def test_the_glance_is_part_of_the_document() -> None:
    document = clip_of(FIRE)
    body = to_json(document)
    assert from_json(body) == document
    assert body["glance"][2] == {
        "slot": "when", "value": "Sunday", "day": "2026-03-01", "evidence": body["glance"][1]["evidence"],
    }  # fmt: skip


def test_a_document_of_before_has_none() -> None:
    body = to_json(changed(clip_of(FIRE)))
    assert "glance" not in body
    assert from_json(body).glance == ()


def test_the_verifier_judges_each_answer() -> None:
    document = clip_of(FIRE)
    first, *others = document.glance
    wrong = changed(document, replace(first, value="Brandt"), *others)
    assert all(verdict.supported for verdict in verifier.verify_document(document, [FIRE]))
    refused = [v.text for v in verifier.verify_document(wrong, [FIRE]) if not v.supported]
    assert refused == ["Brandt"]


def test_the_gate_leaves_out_what_is_not_told() -> None:
    document = clip_of(FIRE)
    first, *others = document.glance
    passed = supported_only(changed(document, replace(first, value="Brandt"), *others), [FIRE])
    assert passed.glance == tuple(others)
    assert [refusal.reason.code for refusal in passed.receipt.refused] == ["glance_not_told"]


def test_the_gate_leaves_no_glance_of_one_answer() -> None:
    document = clip_of(FIRE)
    first, second, *_ = document.glance
    passed = supported_only(changed(document, replace(first, value="Brandt"), second), [FIRE])
    assert passed.glance == ()


def test_the_answers_of_a_muted_source_go() -> None:
    given = [replace(BRIDGE, id="7"), FIRE]
    left = without(replace(clip_of(*given), glance=clip_of(FIRE).glance), {"1"}, given)
    assert left
    assert left.glance == ()


def test_the_answers_of_others_stay() -> None:
    document = clip_of(FIRE)
    left = without(document, {"7"}, [FIRE])
    assert left
    assert left.glance == document.glance


def test_no_facts_are_told_where_nothing_shows_what_a_sentence_needs() -> None:
    assert facts(language="en")
    assert facts(language="tr") == []
