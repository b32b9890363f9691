"""What readers suggest is bounded before it is compared with every sentence of every article."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Amended, by_revision
from newsclip.evidence.reader_edits import HASHTAGS, HEADLINE, SENTENCE, amend, borne, headline, reasons
from newsclip.evidence.tests.proved import PARSER
from newsclip.kernel.reasons import PUT_BACK, Refused
from newsclip.writing.extractive.material import lay_out
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, CROWD, clip_of, embed


@pytest.mark.parametrize("kind", [HEADLINE, HASHTAGS])
def test_words_that_are_too_long_are_refused_before_they_are_compared(kind: str) -> None:
    with pytest.raises(Refused, match="301 of 300"):
        borne(Amended(kind, ("a" * 301,), "ada"), [BRIDGE])


def test_what_the_clip_says_may_head_it_though_no_article_has_it_in_one_sentence() -> None:
    lines = lay_out(Assigned("c1", "1", "", 1, (BRIDGE,)), "en", embed, verifier).lines
    (said,) = (one.alone for one in lines if one.alone and one.alone.text.startswith("Ilse Brandt said the toll"))
    document = replace(clip_of(BRIDGE, CROWD), summary=(said,))
    wish = Amended(HEADLINE, (said.text,), "ada")
    with pytest.raises(Refused):
        borne(wish, [BRIDGE, CROWD])
    assert borne(wish, [BRIDGE, CROWD], document) == (said.text.rstrip("."),)
    with pytest.raises(Refused):
        borne(Amended(HEADLINE, ("Ilse Brandt said the toll would rise",), "ada"), [BRIDGE, CROWD], document)


@pytest.mark.parametrize(
    ("wanted", "stands"),
    [
        ("Orlo bridge toll rises by 8 per cent", True),
        ("Orlo bridge toll rises by 8%", True),
        ("Orlo bridge toll rises by 9 per cent", False),
        ("Orlo bridge toll falls by 8 per cent", False),
    ],
)
def test_a_headline_in_other_words_of_the_same_meaning_is_proved_from_a_title(wanted: str, stands: bool) -> None:
    told = replace(BRIDGE, title="Orlo bridge toll rises by 8 pct")
    known = by_revision([told])
    try:
        given = headline(wanted, [told], parser=PARSER)
    except Refused:
        assert not stands
        return
    assert stands
    assert verifier.judge_headline(given, known, PARSER).supported


def test_what_was_taken_out_and_left_with_its_article_is_not_said_to_stand_again() -> None:
    document = clip_of(BRIDGE, CROWD)
    gone = Amended(SENTENCE, (document.summary[-1].evidence[0].digest,), "doubt 1")
    without = amend(document, [gone], [BRIDGE, CROWD])
    assert [reason.code for reason in reasons(document, without)] == ["sentence_taken_out"]
    left = replace(without, receipt=document.receipt)
    assert reasons(without, left) == []


def test_what_was_taken_out_is_put_back_where_the_clip_rests_on_it_again() -> None:
    document = clip_of(BRIDGE, CROWD)
    gone = Amended(SENTENCE, (document.summary[-1].evidence[0].digest,), "doubt 1")
    without = amend(document, [gone], [BRIDGE, CROWD])
    assert reasons(without, document, put_back={"doubt 1"}) == [PUT_BACK]
    assert reasons(without, document) == []  # said again otherwise: a copy of its article came
