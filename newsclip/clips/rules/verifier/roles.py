"""Headings that stand for a role instead of words of the source, each with the rule that its sentences must meet."""

import re
from collections.abc import Callable, Sequence

_AHEAD = re.compile(
    r"\b(?:is|are) (?:also |now |then |both )?(?:due|expected|scheduled|set|planned|likely|supposed) (?:to|"
    r"for|on|in|next|at)\b|\b(?:is|are) to (?:be|begin|start|open|vote|meet|decide|appear|go|hold|take|"
    r"return)\b|(?<!['’]s )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bthe )\b(?:will|shall) (?!in|of|and|or|was|"
    r"is|to|as|at|that|which)[a-z]+|\bplans? to\b|\b(?:is|are) planning to\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:investigations?|inquir(?:y|ies)|search(?:es)?|talks|repairs|efforts|work) (?:is|are|were|was|"
    r"remains?|continues?)\b|\b(?:ongoing|under ?way|so far|not yet|(?:has|have) yet to|is being|are being|"
    r"(?:is|are) (?:still )?(?:investigating|seeking|searching|looking into|reviewing)|remains? (?:in|at|on|"
    r"under|closed|open|unclear|unknown|missing|critical)|no (?:arrests|one has been)|(?:is|are) still)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|half)\b")

type Rule = Callable[[str], bool]


def looks_ahead(text: str) -> bool:
    """Whether the sentence tells what is to come, as a plan or a date, outside quotation marks."""
    return bool(_AHEAD.search(_outside_quotes(text)))


def tells_the_state(text: str) -> bool:
    """Whether the sentence tells how things stand now."""
    return bool(_STANDING.search(_outside_quotes(text)))


def gives_a_figure(text: str) -> bool:
    return bool(_FIGURE.search(text))


WHAT_COMES_NEXT = "What Comes Next"
WHERE_THINGS_STAND = "Where Things Stand"
FACTS_AND_FIGURES = "Facts and Figures"
CONCLUSION = "Conclusion"
RULES: dict[str, Rule] = {
    WHAT_COMES_NEXT: looks_ahead,
    WHERE_THINGS_STAND: tells_the_state,
    FACTS_AND_FIGURES: gives_a_figure,
    CONCLUSION: lambda _: True,
}


def fault(heading: str, texts: Sequence[str]) -> str:
    """Why this role does not fit the sentences under it; "" where it does."""
    rule = RULES.get(heading)
    if rule is None:
        return "This is no role that a heading may name."
    if not texts or not all(rule(text) for text in texts):
        return f"Not every sentence below fits the heading “{heading}”."
    return ""


def _outside_quotes(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", " ", text)
