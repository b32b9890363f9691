"""Shortens the long sentences of a finished clip, where nothing else in it needs what goes, and splits the longest."""

from collections.abc import Callable

from newsclip.evidence.document import Claim, Document, Sentence
from newsclip.evidence.edits import omissions
from newsclip.evidence.visitor import TEXT, Place, TextTransformer, below_heading, map_sentences, visit
from newsclip.language.content_words import content_stems
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parser
from newsclip.language.tokens import words
from newsclip.writing import cleaning, pronouns
from newsclip.writing.shortening import Aim, shorter
from newsclip.writing.shortening.splitting import split

AIM = Aim(most=30, good=24)


def shorten_clip(document: Document, parser: Parser, stands: Callable[[Sentence], bool], aim: Aim = AIM) -> Document:
    """The clip with shorter sentences in summary and text. `stands`: whether the verifier would let one pass."""
    if not parser.mark:
        return document
    return map_sentences(document, _Shortener(document, parser, stands, aim)) or document


class _Shortener(TextTransformer):
    def __init__(self, document: Document, parser: Parser, stands: Callable[[Sentence], bool], aim: Aim) -> None:
        self._language, self._parser, self._stands, self._aim = document.language, parser, stands, aim
        read = (said for place, said in visit(document) if place in (*TEXT, Place.HEADING))
        self._said = [one for one in read if not isinstance(one, Claim)]
        # what stands below a heading has made it: its words may be why
        self._headed = [said for section in document.sections if section.heading for _, said in below_heading(section)]

    def sentence(self, sentence: Sentence) -> Sentence:
        if sentence in self._headed:
            return sentence
        made = shorter(sentence, self._language, self._parser, self._aim)
        kept = made if made and not self._needs(sentence, made) and self._stands(made) else sentence
        return split(kept, self._language, self._stands) or kept

    def _needs(self, sentence: Sentence, made: Sentence) -> bool:
        """Whether it, or what follows, speaks of what would go: by a word, or by a pronoun that would mean another."""
        lost = " ".join(edit.words for edit in omissions(made.edits))
        if self._hangs(made.text) and not self._hangs(sentence.text):
            return True
        after = [one.text for one in self._said[self._said.index(sentence) + 1 :]]
        if not content_stems(lost, self._language).isdisjoint(content_stems(" ".join(after), self._language)):
            return True
        guards, named = guards_of(self._language), any(word[0].isupper() for word in words(lost))
        following = {word.lower() for word in words(after[0])} if after else set()
        if pronouns.names_several(lost) and not following.isdisjoint(pronouns.of_several()):
            return True
        return named and guards is not None and not following.isdisjoint(guards.leaning or ())

    def _hangs(self, text: str) -> bool:
        return cleaning.leans(text, self._language) or pronouns.hangs(text)
