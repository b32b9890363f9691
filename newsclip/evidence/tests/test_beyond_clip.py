"""What reports tell and the clip does not: what several tell, and what one tells alone."""

from newsclip.evidence.coverage import Coverage, coverage
from newsclip.evidence.coverage_json import coverage_json
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.tests.test_coverage import FACT, article, cited, document
from newsclip.writing.whole_sentences import whole_sentences_by_place

FERRY = "The ferry Halcyon will carry lorries across the bay of Orlo until the piers are repaired."
FERRY_TOO = "Until the piers are repaired, the ferry Halcyon is to carry lorries across the bay of Orlo."
ALONE = "In March a welder of the Orlo yard had warned of deep rust below the water."
SHOP = "Our newsroom sells calendars with drawings of lighthouses and gulls."


def covered(*texts: str) -> Coverage:
    """The coverage of a clip that has the fact alone, by the post and by papers of these texts."""
    post = article("post", FACT)
    read = [post, *(article(f"paper{number}", text) for number, text in enumerate(texts))]
    return coverage(document(cited(FACT, post)), read, whole_sentences_by_place(read, "en"))


def rows(*texts: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(fact.said[0].text, fact.told_by) for fact in covered(*texts).beyond]


def test_what_two_reports_tell_in_their_own_words_and_the_clip_does_not_is_one_row() -> None:
    assert rows(f"{FACT} {FERRY}", f"{FACT} {FERRY_TOO}") == [(FERRY, (1, 2))]


def test_each_cell_is_a_passage_of_its_teller() -> None:
    texts = (f"{FACT} {FERRY}", f"{FACT} {FERRY_TOO}")
    (fact,) = covered(*texts).beyond
    assert [(one.how, one.text) for one in fact.tellings] == [("same", FERRY), ("same", FERRY_TOO)]
    assert [one.passage.span.of(text) for one, text in zip(fact.tellings, texts, strict=True)] == [FERRY, FERRY_TOO]


def test_what_one_report_tells_alone_comes_behind_what_several_tell() -> None:
    assert rows(f"{FACT} {ALONE} {FERRY}", f"{FACT} {FERRY_TOO}") == [(FERRY_TOO, (1, 2)), (ALONE, (1,))]


def test_what_the_clip_tells_in_other_words_is_no_row() -> None:
    said = "After 14 cracks were found in the piers, the council of Orlo closed the harbour bridge on Thursday."
    assert rows(said) == []


def test_what_others_may_tell_a_part_of_is_not_called_told_by_one_alone() -> None:
    assert rows(f"{FACT} {ALONE}", f"{FACT} Rust was seen by a welder.") == []


def test_what_the_page_of_one_publisher_says_of_itself_is_not_told_alone() -> None:
    assert rows(f"{FACT} {SHOP}") == []


def test_a_report_does_not_fill_the_table_with_what_it_tells_alone() -> None:
    alone = [
        "Bakers in Orlo doubled their prices for rye bread.",
        "Nine swans nest below the lighthouse of Orlo each spring.",
        "Orlo borrowed money from a savings bank for new school buses.",
        "Chess players meet in the Orlo library on winter evenings.",
        "Apple trees were planted along every street of Orlo by pupils.",
    ]
    assert [by for _, by in rows(" ".join((FACT, *alone)))] == [(1,)] * 3


def test_without_the_sentences_of_its_reports_and_with_one_teller_there_is_nothing_beyond() -> None:
    post: SourceArticle = article("post", f"{FACT} {ALONE}")
    other = article("paper", f"{FACT} {FERRY}")
    told = document(cited(FACT, post))
    lines: list[Sentence] = whole_sentences_by_place([post, other], "en")
    assert coverage(told, [post, other]).beyond == ()
    assert coverage(told, [post], lines).beyond == ()


def test_programs_get_the_same_rows() -> None:
    post = article("post", FACT)
    found = covered(f"{FACT} {FERRY}", f"{FACT} {FERRY_TOO}")
    (told,) = coverage_json(found, document(cited(FACT, post)))["beyond"]
    assert (told["said"], told["told_by"], told["alone"]) == ([FERRY], [1, 2], None)
    assert [one["text"] for one in told["passages"]] == [FERRY, FERRY_TOO]
