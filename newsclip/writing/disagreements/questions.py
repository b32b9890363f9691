"""What a disagreement is about: a question of the pack that the values answer, and no words put together by us."""

from collections.abc import Sequence

from newsclip.language.disagreement_tables import DisagreementWords
from newsclip.language.pack import english
from newsclip.language.tokens import WORD
from newsclip.writing.disagreements.contexts import stems_of
from newsclip.writing.disagreements.slots import Given


def question(group: Sequence[Given]) -> str:
    """ "How many passengers died?", "On which day?": what it is of, the sentences say, which pages show below it."""
    questions = english(DisagreementWords).questions
    kind, key = group[0].fact.kind, group[0].fact.key
    if kind == "toll":
        state = key.partition(" ")[0]
        counted = next((one for one in group if one.fact.key.partition(" ")[2]), None)
        return questions[f"{state}_of"].format(whom=_whom(counted)) if counted else questions[state]
    return questions[kind].format(whom=_whom(group[0]))


def who_said(start: str) -> str:
    """A question for the speaker of the quotation that starts so."""
    return english(DisagreementWords).questions["speaker"].format(whom=start)


def _whom(one: Given) -> str:
    """The word for whom or what the value counts, as the sentence has it: behind the value first."""
    key = one.fact.key.partition(" ")[2] if one.fact.kind == "toll" else one.fact.key
    wanted = {*key.split()}
    behind, before = one.sentence[one.fact.end :], one.sentence[: one.fact.start]
    words: list[str] = [*WORD.findall(behind), *reversed(WORD.findall(before))]
    for word in words:
        if stems_of(word) & wanted or word.lower() == key:
            return word.lower() if word[1:].islower() and one.fact.kind != "age" else word
    return key
