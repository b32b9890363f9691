"""Headings that stand for a role instead of words of the source, each with the rule that its sentences must meet.

The rules see one sentence and ask for what rarely deceives: a date or a plan, a year gone by, a verb of judgement.
How often they are right is in docs/why/writer.md.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from newsclip.kernel.reasons import Reason
from newsclip.language.cues import cues
from newsclip.language.pack import codes, pack

type Rule = Callable[[str], bool]

_EVENT = (
    r"(?:vote|meet|decide|open|begin|start|hold|host|hear|announce|launch|return|appear|travel|visit|release|publish|"
    r"resume|"
    r"face|submit|present|review|discuss|close|reopen|play|arrive|"
    r"run (?:from|until|till|through|for)|take place|last|go (?:to|on|before|into)|"
    r"come into|"
    r"take effect|be (?:held|sentenced|announced|released|published|decided|opened|closed|built|heard|launched|"
    r"reopened|"
    r"unveiled|completed|buried|televised|played|available))"
)
_WHEN = (
    r"(?:next (?!generation)|later|tomorrow|soon|upcoming|coming|until|"
    r"(?:on|by|from|before|in|this) (?:\w+ )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|"
    r"february|"
    r"march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec|spring|summer|"
    r"autumn|fall|winter|month|week|year|weekend|20\d\d)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)\w*)\b"
)
_PLANNED = re.compile(
    r"\b(?:is|are|has been|have been) (?:also |now |then |both |currently |tentatively )?"
    r"(?:due|expected|scheduled|slated|set|planned|poised) (?:to|for|on|in|next|at)\b|"
    rf"\b(?:is|are) to {_EVENT}\b|"
    r"(?<!['’]s )(?<!s['’] )(?<!\bno )(?<!\bthe )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\bits )"
    rf"(?<!immediate )\bplans to\b|\b(?:is|are) planning to\b|\bwill {_EVENT}\b(?! (?:his|her|their|the way))",
    re.IGNORECASE,
)
_WILL = re.compile(r"(?<!['’]s )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bthe )\bwill (?:also )?[a-z]+\b", re.IGNORECASE)
# a plan of years ago, and what is only said of something: "shared in 2018 that it will", "those that will soon"
_OLD = re.compile(
    r"\b(?:said|shared|announced|revealed|told|promised|reported)\b(?: \w+){0,3} in (?:\w+ )?(?:19|20)\d\d\b|"
    r"\b(?:those|ones|which|who|programmes|programs) (?:that |who )?will\b",
    re.IGNORECASE,
)
_DATED_AHEAD = re.compile(rf"\b{_WHEN}", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:if|unless|whether|would|could|might|may (?!\d)|never|not|cannot|no longer|\w+n['’]t|likely|always|often|"
    r"usually|"
    r"every|typically|once)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:investigations?|inquir(?:y|ies)|search(?:es)?|talks|repairs) (?:is|are|remains?|continues?|has yet)\b|"
    r"\b(?:is|are|remains?) (?:still )?(?:ongoing|under ?way|under investigation)|"
    r"\b(?:(?:has|have) yet to|(?:is|are) (?:still )?(?:investigating|seeking|searching for|looking into|reviewing|"
    r"being "
    r"investigated|being treated|being held)|remains? (?:in (?:hospital|custody|critical)|closed|open|unclear|unknown|"
    r"missing|critical)|no (?:arrests|one has been))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|half)\b")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PAST = re.compile(
    rf"\b(?:in|since|from|between|until|during|of|by) (?:early |late |mid-|the )?(?:{_MONTH} )?(?:1[0-9]|20)\d\ds?\b|"
    r"\b(?:years?|decades?|centur(?:y|ies)) (?:ago|earlier|before)\b|\blast (?:year|decade|century)\b|\bdates? back\b|"
    r"\b(?:was|were) (?:founded|established|built|born|created|introduced|launched|elected|first)\b|"
    r"\bhad (?:previously|already|earlier|long|first)\b|\bpreviously (?:served|worked|held|been|said|\w+ed)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|began|became|came|took|made|won|lost|met|held|left|gave|went|fell|rose|led|ran|built|saw|"
    r"has been|"
    r"have been|said|told|[a-z]{2,}ed)\b"
)
_A_DAY = re.compile(
    rf"\b{_MONTH} \d{{1,2}}\b(?!\d)|\b\d{{1,2}} {_MONTH}(?! (?:1\d|20[01])\d)|\b(?:monday|tuesday|wednesday|thursday|"
    rf"friday|"
    r"saturday|sunday|today|yesterday|tonight)\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"\b(?:comes?|came|coming) (?:(?:just |only )?(?:\w+ )?(?:hours|days|weeks|months|years) (?:after|before)|after|"
    r"amid|as|"
    r"at a time|in the wake)\b|\bin the wake of\b|"
    r"\bpart of (?:a|an|the) (?:broader|wider|larger|ongoing)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:welcomed|condemned|criticis?z?ed|praised|hailed|denounced|slammed|"
    r"blasted|applauded|thanked|lamented|decried|"
    r"expressed|voiced|urged|called (?:on|for|it|the|his|her|him|them)|rejected|dismissed|defended|"
    r"protested|reacted|apologis?z?ed|congratulated|mourned|paid tribute|"
    r"said (?:(?:he|she|they|it) )?(?:was|were|is|are|felt) (?:\w+ )?(?:pleased|happy|delighted|disappointed|shocked|"
    r"saddened|concerned|worried|proud|grateful|glad|angry|sorry|relieved|thrilled))\b"
)
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]|^[A-Z][a-z]+ [A-Z]")


def looks_ahead(text: str) -> bool:
    """Whether the sentence tells what is to come, as a plan or with a date, without doubt and outside quotations."""
    outside = _outside_quotes(text)
    if _DOUBT.search(outside) or _OLD.search(outside):
        return False
    return bool(_PLANNED.search(outside) or (_WILL.search(outside) and _DATED_AHEAD.search(outside)))


def tells_the_state(text: str) -> bool:
    """Whether the sentence tells how things stand now."""
    return bool(_STANDING.search(_outside_quotes(text)))


def gives_a_figure(text: str) -> bool:
    return bool(_FIGURE.search(text))


def tells_what_was(text: str) -> bool:
    """Whether the sentence tells of a year gone by, and not of these days."""
    outside = _outside_quotes(text)
    if _A_DAY.search(outside) or _WILL.search(outside) or _PLANNED.search(outside):
        return False
    return bool(_PAST.search(outside) and _HAPPENED.search(outside))


def tells_the_setting(text: str) -> bool:
    """Whether the sentence says what the news comes after, or is part of."""
    return bool(_SETTING.search(_outside_quotes(text)))


def tells_a_reaction(text: str) -> bool:
    """Whether somebody named judges, thanks, urges or mourns."""
    outside = _outside_quotes(text)
    return bool(_JUDGES.search(outside) and _NAMED.search(outside))


WHAT_COMES_NEXT = "What Comes Next"
WHERE_THINGS_STAND = "Where Things Stand"
FACTS_AND_FIGURES = "Facts and Figures"
BACKGROUND = "Background"
CONTEXT = "Context"
REACTIONS = "Reactions"
_ENGLISH: dict[str, Rule] = {
    WHAT_COMES_NEXT: looks_ahead,
    WHERE_THINGS_STAND: tells_the_state,
    FACTS_AND_FIGURES: gives_a_figure,
    BACKGROUND: tells_what_was,
    CONTEXT: tells_the_setting,
    REACTIONS: tells_a_reaction,
}


def in_language(language: str) -> dict[str, tuple[str, Rule]]:
    """For each role, by its English name, what it is called in the language and its rule. Empty where none is known."""
    known = pack(language or "en")
    if known is None or known.headings is None:
        return {}
    found = _told_by_cues(language) if known.cues else _ENGLISH
    return {role: (getattr(known.headings, role.lower().replace(" ", "_")), rule) for role, rule in found.items()}


def _told_by_cues(language: str) -> dict[str, Rule]:
    known = cues(language)
    if known is None:
        return {}
    patterns = {WHAT_COMES_NEXT: known.ahead, WHERE_THINGS_STAND: known.state, BACKGROUND: known.past}
    found: dict[str, Rule] = {
        role: lambda text, pattern=pattern: bool(pattern.search(_outside_quotes(text)))  # type: ignore[misc]
        for role, pattern in patterns.items()
    }
    return found | {FACTS_AND_FIGURES: gives_a_figure}


def _outside_quotes(text: str) -> str:
    return re.sub(r"[“\"„«][^”\"“«»]{0,1000}+[”\"“»]", " ", text)


@cache
def rules() -> dict[str, Rule]:
    """The rule of each heading, in all languages."""
    return dict(named for code in sorted(codes()) for named in in_language(code).values())


def fault(heading: str, texts: Sequence[str]) -> Reason | None:
    """Why this role does not fit the sentences under it; None where it does."""
    rule = rules().get(heading)
    if rule is None:
        return Reason("role_unknown")
    if not texts or not all(rule(text) for text in texts):
        return Reason("role_not_fitting", {"heading": heading})
    return None
