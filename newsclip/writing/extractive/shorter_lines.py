"""The lines that a clip tells in fewer words, where nothing else in it needs what goes."""

from collections.abc import Sequence
from dataclasses import replace

from newsclip.evidence.document import Sentence
from newsclip.language.content_words import content_stems
from newsclip.writing.candidates import Line
from newsclip.writing.extractive.material import Material
from newsclip.writing.ports import Told


def with_shorter_lines(material: Material, told: Sequence[int], above: str, beside: str = "") -> Material:
    """The material with these lines, told one after the other, shortened. `above`: what the clip says before them;
    `beside`: what it says besides, wherever it stands.
    """
    texts = [material.lines[i].told.text for i in told]
    lines = list(material.lines)
    for k, i in enumerate(told):
        around = Told(" ".join([above, *texts[:k]]), *_behind(texts[k + 1 :], beside))
        lines[i] = _shorter(material, lines[i], around)
        texts[k] = lines[i].told.text
    return replace(material, lines=tuple(lines))


def _behind(texts: Sequence[str], beside: str) -> tuple[str, str]:
    """What follows right behind a line, and all that follows."""
    return (texts[0] if texts else ""), " ".join([*texts, beside])


def _shorter(material: Material, line: Line, around: Told) -> Line:
    language = material.readings[line.article].language or material.language

    def short(sentence: Sentence) -> Sentence:
        return material.shorten(sentence, language, around) or sentence

    told = short(line.told)
    if told is line.told:
        return line
    alone = told if line.alone == line.told else line.alone and short(line.alone)
    return replace(line, told=told, alone=alone, stems=content_stems(told.text, language))
