"""Shortens the sentences that a clip tells, where nothing else in it needs what goes, and splits the longest."""

from collections.abc import Callable
from dataclasses import dataclass

from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.edits import APPOSITION, HALF, OCCASION, Omission, omissions
from newsclip.evidence.visitor import TextTransformer, map_sentences
from newsclip.language.content_words import content_stems
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parser
from newsclip.language.tokens import words
from newsclip.language.unspaced import count_words
from newsclip.writing import cleaning, pronouns
from newsclip.writing.ports import Told
from newsclip.writing.shortening import Aim, shorter
from newsclip.writing.shortening.splitting import split

AIM = Aim(most=30, good=24)
_SHORT = Aim(most=18, good=18)
_FEW_WORDS = 30  # from a longer sentence who somebody is may go, and a second clause


@dataclass(frozen=True, slots=True)
class SyntacticSentenceShortener:
    """A SentenceShortener (writing.ports) by syntax. `stands`: whether the verifier would let a sentence pass."""

    parser: Parser
    stands: Callable[[Sentence], bool]
    aim: Aim = _SHORT

    def __call__(self, sentence: Sentence, language: str, told: Told) -> Sentence | None:
        def may_become(before: Sentence, after: Sentence) -> bool:
            return not _needed(before, after, told, language) and self.stands(after)

        return shorter(sentence, language, self.parser, self.aim, may_become) if self.parser.mark else None


def split_clip(document: Document, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with its longest sentences as two each."""
    return map_sentences(document, _Splitter(document.language, stands)) or document


class _Splitter(TextTransformer):
    def __init__(self, language: str, stands: Callable[[Sentence], bool]) -> None:
        self._language, self._stands = language, stands

    def sentence(self, sentence: Sentence) -> Sentence:
        return split(sentence, self._language, self._stands) or sentence


def _needed(before: Sentence, after: Sentence, told: Told, language: str) -> bool:
    """Whether the rest, or what follows, speaks of what would go: by a word that nothing above it has, or by a pronoun
    that would mean another.
    """
    edit = omissions(after.edits)[-1]
    lost = edit.words
    if edit.kind == OCCASION:
        return False
    if count_words(before.text) <= _FEW_WORDS and not _may_go_early(edit, before.text, told.before):
        return True
    if _hangs(after.text, language) and not _hangs(before.text, language):
        return True
    own = content_stems(lost, language) - content_stems(f"{told.before} {after.text}", language)
    if not own.isdisjoint(content_stems(told.after, language)):
        return True
    guards, named = guards_of(language), any(word[0].isupper() for word in words(lost))
    following = {word.lower() for word in words(told.following)}
    if pronouns.names_several(lost) and not following.isdisjoint(pronouns.of_several()):
        return True
    return named and guards is not None and not following.isdisjoint(guards.leaning or ())


def _may_go_early(edit: Omission, text: str, above: str) -> bool:
    """Whether it may go from a sentence of few words: who somebody is only where the name stands above."""
    if edit.kind != APPOSITION:
        return edit.kind != HALF
    named = words(text[: text.find(edit.words)])[-1:]
    return bool(named) and named[0][0].isupper() and named[0] in words(above)


def _hangs(text: str, language: str) -> bool:
    return cleaning.leans(text, language) or pronouns.hangs(text)
