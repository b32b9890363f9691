"""What may be left out of a publisher's sentence: in no language what makes it true."""

import re
from dataclasses import replace

import pytest

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.tests.alleged import ALLEGED
from newsclip.evidence.tests.omitted import SENTENCES
from newsclip.evidence.verifier import Origin, judge_sentence, verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.guards import KINDS, guards_of, turning
from newsclip.language.pack import codes
from newsclip.writing.tests.stories import article, clip_of

ROWS = [
    (language, *line.strip().split(maxsplit=1))
    for language, lines in SENTENCES.items()
    for line in lines.strip().splitlines()
]
_LEFT_OUT = re.compile(r"\[(.*?)\]")


def accepted(text: str, source: str, *edits: str, language: str = "en", publisher: str = "", around: str = "") -> bool:
    here = Passage("1", 1, 0, len(source), digest_of(source))
    origin = Origin(language, (publisher,), (around or source,))
    return verify_sentence(Sentence(text, (here,), edits), [source], origin).supported


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize(("language", "kind", "line"), ROWS)
def test_what_makes_a_sentence_true_is_left_out_in_no_language(language: str, kind: str, line: str) -> None:
    assert kind in KINDS
    source, lost = line.replace("[", "").replace("]", ""), _LEFT_OUT.search(line)
    text = capital(_LEFT_OUT.sub("", line))
    assert lost is not None
    assert accepted(source, source, language=language)
    assert not accepted(text, source, language=language)
    assert not accepted(text, source, str(Edit(lost[1].strip())), language=language)


def test_at_least_twelve_languages_lose_each_kind() -> None:
    assert len(SENTENCES) >= 12
    assert all({kind for other, kind, _ in ROWS if other == language} == set(KINDS) for language in SENTENCES)


@pytest.mark.parametrize("language", sorted(filter(guards_of, codes())))
@pytest.mark.parametrize("kind", KINDS)
def test_a_pack_names_twenty_words_of_each_kind_and_each_is_found(language: str, kind: str) -> None:
    entries = getattr(guards_of(language), kind)
    assert len(entries) >= 20
    whole = [entry for entry in entries if not entry.endswith("'")]
    assert all(turning(f"xyz {capital(entry)} xyz", language) for entry in whole)
    kept = [entry for entry in whole if accepted("Velm wins.", f"Velm ({entry} xyz) wins.", language=language)]
    assert not kept


@pytest.mark.parametrize("language", ["pl", "sv", "ja", ""])
def test_without_guards_every_word_turns(language: str) -> None:
    assert guards_of(language) is None
    assert turning("Velmora", language)
    assert not accepted("Velm opens.", "However, Velm opens.", "dropped: However,", language=language)
    assert not accepted("Velm (12) opens.", "Velm opens.", language=language)


def test_an_elided_negation_is_found() -> None:
    assert turning("il n’a", "fr") == "n'"
    assert turning("It isn’t so", "en") == "isn't"
    assert not turning("navire", "fr")


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("HARBOURTON, Norvale, Nov. 3 (NNA) — The bridge opened.", "The bridge opened.", "en"),
        ("Velm (nna) - Die Brücke ist offen.", "Velm (nna) - Die Brücke ist offen.", "de"),
        ("ORLO BAY — The bridge opened.", "The bridge opened.", "en"),
        ("LIVE: The bridge opened.", "The bridge opened.", "en"),
        ("Liveticker | Die Brücke ist offen.", "Die Brücke ist offen.", "de"),
        ("However, the toll rises.", "The toll rises.", "en"),
        ("And so, the toll rises.", "The toll rises.", "en"),
        ("Sin embargo, el peaje sube.", "El peaje sube.", "es"),
        ("Toch stijgt de tol.", "Toch stijgt de tol.", "nl"),
        ("Ilse Brandt (Harbour Party) opened it.", "Ilse Brandt opened it.", "en"),
        ("The council voted, on Monday, to close it.", "The council voted to close it.", "en"),
        ("Der Rat hat, am Montag, zugestimmt.", "Der Rat hat zugestimmt.", "de"),
        ("The Norvale News Agency (NNA) fell.", "The Norvale News Agency fell.", "en"),
        ("Die Hafen Union Orlo (HUO) tagt.", "Die Hafen Union Orlo tagt.", "de"),
        ("Ilse Brandt (D-Orlo) opened it.", "Ilse Brandt opened it.", "en"),
        ("Ilse Brandt (SPD) kam.", "Ilse Brandt kam.", "de"),
        ("It was opened by Ilse Brandt (PSOE).", "It was opened by Ilse Brandt.", "es"),
        ("Brandt also opened the quay.", "Brandt opened the quay.", "en"),
        ("Orlo Bank (ORLO.NV) fell.", "Orlo Bank fell.", "en"),
        ("The bridge opened | World News | Orlo Times", "The bridge opened", "en"),
        ("Brug open - Orlo Times", "Brug open", "nl"),
        ("The bridge opened. Nobody came.", "The bridge opened.", "en"),
        ("The bridge opened. Nobody came. Rain fell.", "The bridge opened. Rain fell.", "en"),
    ],
)
def test_what_only_stands_around_a_sentence_may_go(source: str, text: str, language: str) -> None:
    assert accepted(text, source, language=language, publisher="Orlo Times")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The winning numbers are 3, 9, 14, and 16.", "The winning numbers are 16."),
        ("The winning numbers are 3, 9, 14, and 16.", "The winning numbers are 3, 14, and 16."),
        ("He may be fined 20,000 crowns, jailed, or both.", "He may be fined 20,000 crowns, or both."),
        ("She leads among voters, those without a degree, in Orlo.", "She leads among voters in Orlo."),
        ("Voters without a degree chose her.", "Voters chose her."),
        ("It opened on 5 May, 2026, in Orlo.", "It opened on 5 May, in Orlo."),
        ("It opened on 5 May (2026) in Orlo.", "It opened on 5 May in Orlo."),
        ("He lives in Velm, Norvale, with her.", "He lives in Velm with her."),
        ("A long, contested, costly plan passed.", "A long, costly plan passed."),
        ("Brandt, mayor since 2019, opened the bridge.", "Brandt opened the bridge."),
        ("Holm, Quist, and Brandt resigned.", "Holm resigned."),
        ("Fines, or both (or neither), are possible.", "Fines, or both, are possible."),
        ("OPPOSITION: Holm took money.", "Holm took money."),
        ("Holm: The tax is theft.", "The tax is theft."),
        ("Quist — Holm took money.", "Holm took money."),
        ("Holm took money – opposition", "Holm took money"),
        ("Holm took money | Opposition claims", "Holm took money"),
        ("On Monday, the toll rises.", "The toll rises."),
        ("Still waters run deep.", "Waters run deep."),
        ("HOAX — The mayor of Velm died.", "The mayor of Velm died."),
        ("DEBUNKED — The mayor of Velm died.", "The mayor of Velm died."),
        ("Debunked/Fabricated — The mayor of Velm died.", "The mayor of Velm died."),
        ("NEW RUMOR — The mayor of Velm died.", "The mayor of Velm died."),
        ("Rumour (Unconfirmed): Holm has resigned.", "Holm has resigned."),
        ("Holm arrested – false, says Orlo Times", "Holm arrested"),
        ("Bridge closes – but not this year, Orlo Times learns", "Bridge closes"),
        ("Garlic cures the flu | Fact check", "Garlic cures the flu"),
        ("Or the port closes on Monday.", "The port closes on Monday."),
        ("Holm was jailed for two years (suspended).", "Holm was jailed for two years."),
        ("The drug (in mice) cured every tumour.", "The drug cured every tumour."),
        ("Holm won (among Velm women) by a third.", "Holm won by a third."),
        ("But for the rain, the match would be on.", "For the rain, the match would be on."),
        ("It is open on Sunday, on Monday, and on Friday.", "It is open on Sunday and on Friday."),
        ("It is open, on Monday, on Tuesday and later.", "It is open on Tuesday and later."),
        ("The port closed yesterday, on Monday, last week.", "The port closed yesterday last week."),
        ("The port closed in April, on Monday, and in June.", "The port closed in April and in June."),
        ("The council met and the trial begins, on Monday, in Orlo.", "The council met and the trial begins in Orlo."),
        ("No ferry sailed, on Monday, from Orlo.", "No ferry sailed from Orlo."),
        ("All shops closed, on Monday, at noon.", "All shops closed at noon."),
        ("Jan Holm (Not Labour) won Orlo.", "Jan Holm won Orlo."),
        ("He met Holm, who left, and Quist.", "He met Holm."),
        ("He blamed the firm, which denies it.", "He blamed the firm."),
        ("He met the men who left.", "He met the men."),
        ("No Orlo team also won.", "No Orlo team won."),
        ("He need not also pay.", "He need not pay."),
        ("The U.S. President Holm lied.", "President Holm lied."),
        ("Der Rat stimmt am 5. Mai ab.", "Mai ab."),
        ("The bridge opened. Holm said it was not safe.", "The bridge opened. It was not safe."),
        ("“We won,” he said, “at last.”", "“We won,” “at last.”"),
    ],
)
def test_a_comma_is_no_proof_that_a_clause_ends(source: str, text: str) -> None:
    assert not accepted(text, source)


@pytest.mark.parametrize(
    "line",
    [
        "England[ (U21)] beat Norvale.", "The mayor[ (Acting)] signed it.", "Holm won the vote[ (Exit Poll)].",
        "He has won[ (Forecast)].", "The dam burst[ (Drill)].", "Ilse Brandt[ (Acting)] signed it.",
        "Ilse Brandt[ (Drill)] drowned.", "Ilse Brandt[ (HOAX)] drowned.", "Orlo[ (W)] beat Velm.",
        "Orlo[ (Reserves)] beat Velm.", "Ilse Brandt[ (Cast)] shot the mayor.", "It fell by 20[ (Estimate)].",
        "The tax rises[ (Draft)].", "Holm resigned[ (Opposition)].", "Jan Holm[ (Denies It)] took money.",
        "Police shot Ilse Brandt[ (Film)].", "It opened on 5 May[ (2026)].", "Orlo Bank[ (20)] lost.",
        "He voted for the plan[, which was rigged].", "He took the vote[, which was rigged].",
        "Forty drowned in the flood[, which turned out to be a prank].", "He hit the man[, who was attacking him].",
        "She praised the drug[, which works in mice].", "Police shot the man[, who was armed with two knives].",
        "She praised the bridge[, which was built in 1961].", "He left the firm[, whose boss had robbed him].",
        "They burned the book[, which was a copy].", "She signed the letter[, which was forged].",
    ],
)  # fmt: skip
def test_what_changes_the_rest_stays_in_brackets_and_behind_a_comma(line: str) -> None:
    source = line.replace("[", "").replace("]", "")
    assert accepted(source, source)
    assert not accepted(_LEFT_OUT.sub("", line), source)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("de", "FALSCH — Knoblauch heilt Grippe.", "Knoblauch heilt Grippe."),
        ("fr", "FAUX — L’ail soigne la grippe.", "L’ail soigne la grippe."),
        ("es", "FALSO — El ajo cura la gripe.", "El ajo cura la gripe."),
        ("it", "FALSO — L’aglio cura l’influenza.", "L’aglio cura l’influenza."),
        ("nl", "NIET WAAR — Knoflook geneest griep.", "Knoflook geneest griep."),
        ("pt", "FALSO — O alho cura a gripe.", "O alho cura a gripe."),
        ("sv", "HOAX — Vitlök botar influensa.", "Vitlök botar influensa."),
        ("de", "UNFUG — Knoblauch heilt Grippe.", "Knoblauch heilt Grippe."),
        ("nl", "KLETSKOEK — Knoflook geneest griep.", "Knoflook geneest griep."),
        ("de", "Holm wurde zu Haft (Bewährung) verurteilt.", "Holm wurde zu Haft verurteilt."),
        ("de", "Holm wurde zu Haft (auf Bewährung) verurteilt.", "Holm wurde zu Haft verurteilt."),
        ("fr", "Holm a eu deux ans de prison (avec sursis).", "Holm a eu deux ans de prison."),
        ("es", "Holm fue condenada a dos años (en suspenso).", "Holm fue condenada a dos años."),
        ("de", "Holm verhaftet – stimmt nicht, schreibt die Orlo Times", "Holm verhaftet"),
        ("de", "Holm tritt zurück | Glosse", "Holm tritt zurück"),
        ("es", "Holm dimite | Bulo", "Holm dimite"),
    ],
)
def test_what_says_that_the_rest_is_not_so_is_no_dateline_aside_or_name(language: str, source: str, text: str) -> None:
    assert not accepted(text, source, language=language, publisher="Orlo Times")


def test_a_dateline_may_name_a_month_that_is_a_word_of_doubt() -> None:
    assert accepted("The bridge opened.", "ORLO, May 3 (NNA) — The bridge opened.")


def test_the_end_of_a_title_does_not_go_with_the_name_of_its_publisher() -> None:
    assert accepted("The bridge opened", "The bridge opened | Orlo Times", publisher="Orlo Times")
    assert not accepted("The bridge opened", "The bridge opened in part | Orlo Times", publisher="Orlo Times")


@pytest.mark.parametrize("language", ALLEGED)
def test_no_headline_asserts_what_the_lead_only_alleges(language: str) -> None:
    title, text, claim = ALLEGED[language]
    body = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    given = article(1, title, body.strip(), language=language)
    document = clip_of(given)
    lead = body.split("\n\n", maxsplit=1)[0]
    assert document.headline.text == lead.rstrip(".")
    forged = replace(document.headline, text=claim, edits=(f"dropped: {lead[len(claim) :]}",))
    assert not judge_sentence(forged, {(given.id, given.revision): given}).supported


@pytest.mark.parametrize(
    ("declared", "text", "sure"),
    [
        ("de", "German", "de"),
        ("", "German", "de"),
        ("en", "German", "de"),
        ("", "Zu.", ""),
        ("en", "Zu.", "en"),
        ("en", "mixed", "mul"),
        ("de", "mixed", "mul"),
    ],
)
def test_an_article_is_read_in_the_language_that_its_words_tell(declared: str, text: str, sure: str) -> None:
    german, english = (" ".join(ALLEGED[language][1].split()) for language in ("de", "en"))
    words = {"German": german, "mixed": f"{english * 5} {german * 5}"}.get(text, text)
    assert language_of_article(article(1, "", words, language=declared)) == sure
