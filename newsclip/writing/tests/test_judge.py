"""What a writer may not decide by itself: it asks a judge, whatever that is, and does as it says."""

from newsclip.evidence import verifier
from newsclip.kernel.reasons import Reason
from newsclip.writing.candidates import read
from newsclip.writing.ports import Judge
from newsclip.writing.tests.stories import BRIDGE, article

DATED = article(1, "Ferry sails", "ORLO BAY (AP) — The ferry sailed for Velm with forty people on board on Monday.\n")


class Refusing:
    """The verifier, but for the answers given here."""

    def __init__(self, **answers: object) -> None:
        self._answers = answers

    def __getattr__(self, name: str) -> object:
        return (lambda *_: self._answers[name]) if name in self._answers else getattr(verifier, name)


REFUSING = Refusing(edits_fault=Reason("omission_not_held", {"words": "ORLO BAY"}))


def test_the_verifier_is_a_judge():
    judge: Judge = verifier
    assert judge.edits_fault([], [BRIDGE.text], verifier.Origin("en")) is None


def test_a_dateline_goes_only_where_the_judge_lets_it_go():
    cut, kept = ([line.told.text[:9] for line in read([DATED], "en", judge)[0].lines] for judge in (verifier, REFUSING))
    assert (cut, kept) == (["The ferry"], [])
