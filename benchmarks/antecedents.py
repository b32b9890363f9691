"""Plants wrong antecedents: true sentences with "he", "it", "il" or "sie" after a sentence about someone else.

Each sentence stands whole and as published; only what stands before it in the clip is not what does in its article. In
English those of the sample press, in six other languages articles made here of every pair of invented people.

    python -m benchmarks.antecedents SET…

takes the English articles of folders of the shared data instead, in two halves (by publisher, else by story).
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import permutations
from random import Random

from benchmarks.unsupported import SHARED, article_of
from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.verifier import RunningText, judge_sentence
from newsclip.kernel.spans import Span
from newsclip.language.names import find_names
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import passage

A_SENTENCE = 8  # plantings of one sentence at most
_NEAR = 12  # sentences, in which whom a pronoun means is named
_EMPTY = (
    r"(?: ?[’']s| is| was| will| would| has| took| seem| may| might| could)\b.*"
    r"\b(?:that|to|how|whether|if|what|when|who|which|time|understood)\b"
)
_TIME = r" \w+day| year| week| month| spring| (?:sum|win)\w+"
_KINDS = {
    "pronoun": re.compile(r"^(?:He|She|His|Her)\b"),
    "pronoun behind a quotation": re.compile(
        r"^[“\"][^“”\"]+[”\"] (?:s?he (?:said|says|added)|(?:said|says|added) s?he)\b"
    ),
    "pronoun behind a day or place": re.compile(
        r"^(?:In|On|At|By|For|Since|From|Until|Last|This) [^,;“”\"]{1,40},? s?he\b"
    ),
    "pronoun of things": re.compile(rf"^(?:It(?!{_EMPTY})|They|Its|Their|This(?!{_TIME})|These)\b"),
}
_PEOPLE = (
    ("Jan Holm", "Ilse Brandt"), ("Tomas Reyl", "Marta Olin"), ("Otto Quist", "Hanna Kest"), ("Emil Varga", "Lena Ost"),
    ("Pavel Drum", "Ida Selm"), ("Hugo Tarn", "Nora Welk"), ("Bruno Holm", "Vera Brandt"),
)  # fmt: skip
_TEXTS = {
    "de": ("Der Minister {0} eröffnete am Montag die neue Brücke im Hafen von Orlo und lobte die Arbeiter.",
           "Die Ministerin {1} besuchte am Dienstag die alte Mühle von Velm und sprach mit den Müllern.",
           ("Er will im Herbst zurücktreten.", "Seine Partei hat ihn nicht unterstützt."),
           ("Ihre Partei hat im Landtag dagegen gestimmt.", "Sie zahlt die Rechnung selbst.")),
    "fr": ("Le ministre {0} a inauguré lundi le nouveau pont du port d’Orlo et a salué les ouvriers.",
           "La ministre {1} a visité mardi le vieux moulin de Velm et a parlé avec les meuniers.",
           ("Il veut quitter le gouvernement en automne.", "Son parti a voté contre la loi."),
           ("Elle veut quitter le gouvernement en automne.", "Celle-ci a refusé de répondre aux questions.")),
    "es": ("El ministro {0} inauguró el lunes el nuevo puente del puerto de Orlo y elogió a los obreros.",
           "La ministra {1} visitó el martes el viejo molino de Velm y habló con los molineros.",
           ("Él quiere dejar el gobierno en otoño.", "Esto no le gustó a nadie en Orlo."),
           ("Ella quiere dejar el gobierno en otoño.", "Su partido votó en contra de la ley.")),
    "it": ("Il ministro {0} ha inaugurato lunedì il nuovo ponte del porto di Orlo e ha lodato gli operai.",
           "La ministra {1} ha visitato martedì il vecchio mulino di Velm e ha parlato con i mugnai.",
           ("Lui vuole lasciare il governo in autunno.", "Il suo partito lo sostiene ancora."),
           ("Lei vuole lasciare il governo in autunno.", "Questa ha rifiutato di rispondere alle domande.")),
    "pt": ("O ministro {0} inaugurou na segunda-feira a nova ponte do porto de Orlo e elogiou os operários.",
           "A ministra {1} visitou na terça-feira o velho moinho de Velm e falou com os moleiros.",
           ("Ele quer deixar o governo no outono.", "Isso não agradou a ninguém em Orlo."),
           ("Ela quer deixar o governo no outono.", "Seu partido votou contra a lei.")),
    "nl": ("Minister {0} opende maandag de nieuwe brug in de haven van Orlo en prees de arbeiders.",
           "Minister {1} bezocht dinsdag de oude molen van Velm en sprak met de molenaars.",
           ("Hij wil in de herfst opstappen.", "Zijn partij stemde tegen de wet."),
           ("Zij wil in de herfst opstappen.", "Haar partij stemde tegen de wet.")),
}  # fmt: skip


def planted(articles: Sequence[SourceArticle], seed: int = 7) -> Iterator[tuple[str, bool]]:
    """For each planting what it is, and whether it is refused."""
    for kind, said, before, _ in _cases(articles, Random(seed)):
        yield f"antecedent, {kind}", not _stands(said, before)


def honest(articles: Sequence[SourceArticle], seed: int = 7) -> Iterator[bool]:
    """For each of their sentences whether it stands behind what it stands behind in its article."""
    seen = set()
    for _, said, _, own in _cases(articles, Random(seed)):
        if said[0] not in seen:
            seen.add(said[0])
            yield _stands(said, own)


type Said = tuple[Sentence, SourceArticle]
type About = tuple[Said, set[str]]  # a sentence, and the one whom or what it names
type Case = tuple[str, Said, Said, Said]  # kind, sentence, what it is planted behind, what it stands behind


def _stands(said: Said, before: Said) -> bool:
    known = {(article.id, article.revision): article for _, article in (said, before)}
    text = RunningText(known)
    text.add(before[0])
    return text.judge(said[0]).supported


def _cases(articles: Sequence[SourceArticle], chance: Random) -> Iterator[Case]:
    yield from _in_english(articles, chance)
    yield from _in_other_languages()


def of_shared_data(name: str) -> Iterator[dict[str, object]]:
    """The figures of both halves of a set."""
    halves: dict[int, list[SourceArticle]] = {0: [], 1: []}
    folder = SHARED / name
    for row in map(json.loads, (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()):
        by = str(row.get("publisher") or row["gold"].get("story") or row["id"])
        article = article_of(row, folder)
        if article and language_of_article(article) == "en":
            halves[sha256(by.encode()).digest()[0] % 2].append(article)
    for half, articles in halves.items():
        refused = [not _stands(said, before) for _, said, before, _ in _in_english(articles, Random(7))]
        own = {said[0]: _stands(said, own) for _, said, _, own in _in_english(articles, Random(7))}
        yield {
            "set": name, "half": half, "articles": len(articles), "planted": len(refused),
            "caught": round(sum(refused) / len(refused), 4), "true": len(own),
            "refused": round(1 - sum(own.values()) / len(own), 4),
        }  # fmt: skip


def _in_english(articles: Sequence[SourceArticle], chance: Random) -> Iterator[Case]:
    lines = {article.id: _lines(article) for article in articles}
    about = {
        kind: {
            name: [(one, named) for one in row if len(named := _named(one[0].text, kind)) == 1]
            for name, row in lines.items()
        }
        for kind in _KINDS
    }
    every = {kind: [one for row in rows.values() for one in row] for kind, rows in about.items()}
    for name, row in lines.items():
        for place, said in enumerate(row[1:], 1):
            kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(said[0].text)), "")
            if not kind or not _bears(said):
                continue
            near = " ".join(one[0].text for one in row[max(0, place - _NEAR) : place + 1])
            for other in _others(
                about[kind][name], every[kind], near if _named(near, kind) else said[1].text, said, chance
            ):
                yield kind, said, other, row[place - 1]


def _others(own: list[About], every: list[About], near: str, said: Said, chance: Random) -> Iterator[Said]:
    """Sentences about one whom `near`, what stands before in the article, does not name: half its own, half of any."""
    for row, most in ((own, A_SENTENCE // 2), (every, A_SENTENCE // 2)):
        for other, named in chance.sample(row, min(most, len(row))):
            if other != said and not any(one in near for one in named):
                yield other


def _in_other_languages() -> Iterator[Case]:
    for language, (his, hers, he, she) in _TEXTS.items():
        for one, other in permutations(_PEOPLE, 2):
            own, strange = _article(language, one, his, hers, he, she), _article(language, other, his, hers, he, she)
            rows, others = _lines(own), _lines(strange)
            first, second = others[0], others[1 + len(he)]
            for place in range(1, 1 + len(he)):
                yield language, rows[place], second, rows[place - 1]
            for place in range(2 + len(he), 2 + len(he) + len(she)):
                yield language, rows[place], first, rows[place - 1]


def _article(
    language: str, people: tuple[str, str], his: str, hers: str, he: Sequence[str], she: Sequence[str]
) -> SourceArticle:
    text = " ".join((his, *he)) + "\n\n" + " ".join((hers, *she))
    name = f"{language}, {people[0]}"
    return SourceArticle(
        id=name, revision=1, title="Orlo", text=text.format(*people), url="", publisher="Paper", report=name,
        published=datetime(2026, 3, 4, 12, tzinfo=UTC), language=language,
    )  # fmt: skip


def _lines(article: SourceArticle) -> list[Said]:
    """The sentences of the article, whole."""
    return [
        (Sentence(" ".join(span.of(article.text).split()), (passage(article, Span(span.start, span.end)),)), article)
        for span in sentences(article.text)
    ]


def _named(text: str, kind: str) -> set[str]:
    """The people, by their last names, or organisations that the text names in full."""
    wanted = "body" if kind == "pronoun of things" else "person"
    return {name.text.split()[-1] for name in find_names(text) if name.kind == wanted}


def _bears(said: Said) -> bool:
    return judge_sentence(said[0], {(said[1].id, said[1].revision): said[1]}).supported


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SET")
    for asked in parser.parse_args().sets:
        for told in of_shared_data(asked):
            print(json.dumps(told), flush=True)
