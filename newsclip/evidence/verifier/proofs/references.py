"""Which words of the passages mean the same, and whom pronouns mean."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier.people import people
from newsclip.evidence.verifier.proofs.canonical_forms import form
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.relations import OF, PREP
from newsclip.evidence.verifier.proofs.surnames import are_many, says_which
from newsclip.evidence.verifier.proofs.titles_of_names import is_title, is_whole_title, means_its_bearer
from newsclip.language import persons
from newsclip.language.syntax import Parse
from newsclip.language.tokens import sentences
from newsclip.language.verifier_tables.proofs import ProofWords

type Word = tuple[int, int]  # which reading, and which token of it

_CAPITAL = re.compile(rf"[{UPPER}][\w'’-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_NOUNS = ("NOUN", "PROPN")
_LOOK_BACK, _SENTENCES = 1_500, 4  # characters and sentences before, in which somebody is named
_MOST_SAME = 12
_NEXT = 3  # characters between two sentences


class References:
    """`said` is the sentence, `held` are those of its passages, `before` is what the clip says before it.

    `earlier`: its last sentences, parsed.
    """

    def __init__(
        self,
        said: ParsedSentence,
        held: Sequence[ParsedSentence],
        before: Sequence[str],
        words: ProofWords,
        earlier: Sequence[ParsedSentence] = (),
    ) -> None:
        self.earlier, self.previous = tuple(earlier), earlier[-1] if earlier else None
        self.said, self.held, self.before, self.words = said, held, before, words
        self.articles = list(dict.fromkeys(one.article for one in held))
        self._same: dict[Word, list[Word]] = {}
        self._by_form: dict[str, list[Word]] = {}
        self._pronouns: dict[str, list[Word]] = {}
        self._things: dict[Word, list[Word]] = {}
        for g, one in enumerate(held):
            for i, token in enumerate(one.relations.parse.tokens):
                if token.pos in _NOUNS:
                    self._by_form.setdefault(form(token, words), []).append((g, i))
                elif token.word.lower() in words.persons and (name := self._whom(g, i)):
                    self._pronouns.setdefault(name, []).append((g, i))
                elif token.word.lower() in words.things and token.tag.startswith("PRP"):
                    self._bind_thing(g, i)

    def _bind_thing(self, g: int, i: int) -> None:
        """Ties "it" or "they" of a passage to the subject before it, of its sentence or of the one right before."""
        parse = self.held[g].relations.parse
        for h, end in ((g, i), (g - 1, None)):
            if h < 0 or (h != g and not self._follows(h, g)):
                continue
            told = self.held[h].relations.parse
            whom = _subject_before(told, end, many=is_many(parse, i))
            if whom is not None and self._is_person(told, whom):
                return
            if whom is not None:
                self._things.setdefault((h, whom), []).append((g, i))
                self._things.setdefault((g, i), []).append((h, whom))
                return

    def _follows(self, g: int, h: int) -> bool:
        """Whether the second sentence stands right behind the first."""
        one, other = self.held[g], self.held[h]
        return one.article == other.article and 0 <= other.start - one.end <= _NEXT

    def same(self, word: Word) -> list[Word]:
        """The words that mean the same as this one, itself first."""
        if word not in self._same:
            found, waiting = [word], [word]
            while waiting and len(found) < _MOST_SAME:
                others = [other for other in self._others(waiting.pop()) if other not in found]
                found += others
                waiting += others
            self._same[word] = found
        return self._same[word]

    def meant(self, place: int) -> list[Word] | None:
        """The words that a personal pronoun of the sentence means; None where it is none, or nobody is sure."""
        token = self.said.relations.parse.tokens[place]
        if token.word.lower() in self.words.things and token.tag.startswith("PRP"):
            return self._meant_thing(place)
        name = self._whom_said(place) if token.word.lower() in self.words.persons else ""
        return [*self._by_form.get(name, []), *self._pronouns.get(name, [])] if name else None

    def _meant_thing(self, place: int) -> list[Word] | None:
        """The words that "it" or "they" means: the subject before it, of the sentence or the one before."""
        many = is_many(self.said.relations.parse, place)
        for one, end in ((self.said, place), (self.previous, None)):
            if one is None:
                return None
            parse = one.relations.parse
            whom = _subject_before(parse, end, many=many)
            if whom is not None and self._is_person(parse, whom):
                return None
            if whom is not None:
                found = self._by_form.get(form(parse.tokens[whom], self.words), [])
                more = [word for other in found for word in self._things.get(other, [])]
                return list(dict.fromkeys([*found, *more])) or None
        return None

    def called(self, place: int) -> list[Word]:
        """The pronouns of the passages that mean whom this last word of a name names."""
        token = self.said.relations.parse.tokens[place]
        return self._pronouns.get(token.word.lower(), []) if token.pos == "PROPN" else []

    def is_clear(self, place: int) -> bool:
        """Whether a last name is of one person in the articles, as the sentence calls whom it means."""
        parse = self.said.relations.parse
        parts = (parse.tokens[i].word for i in parse.children(place, "compound"))
        return parse.has(place, "det") or not are_many(parse.tokens[place].word, self.articles, parts)

    def is_called_alike(self, place: int, word: Word) -> bool:
        """Whether a name of the sentence and one of the passages have the same titles and names before them."""
        ours, theirs = self.said.relations.parse, self.held[word[0]].relations.parse
        both = ((ours, place), (theirs, word[1]))
        one, other = ({form(parse.tokens[i], self.words) for i in parse.children(at, "compound")} for parse, at in both)
        return one == other

    def named_elsewhere(self, place: int) -> frozenset[int]:
        """The parts of a name before this last one that stand so in an article, which gives nobody else this name."""
        parse = self.said.relations.parse
        parts = [i for i in parse.children(place, "compound") if parse.tokens[i].pos == "PROPN"]
        if not parts or parse.tokens[place].pos != "PROPN" or any(self._is_less(i) for i in parts):
            return frozenset()
        if are_many(parse.tokens[place].word, self.articles, (parse.tokens[i].word for i in parts)):
            return frozenset()  # "Mr Holm", whom an article calls "Mrs"
        words = parse.text[parse.tokens[parts[0]].start : parse.tokens[place].end]
        if is_title(parse.tokens[parts[0]].word, self.words):
            so = any(is_whole_title(words, article, self.words) for article in self.articles)
        else:
            so = any(words in article for article in self.articles)
        return frozenset(parts) if so else frozenset()

    def _is_less(self, place: int) -> bool:
        return self.said.relations.parse.tokens[place].word.lower() in self.words.takes_back  # "Deputy Mayor Holm"

    def before_it(self, one: ParsedSentence, place: int) -> tuple[str, ...]:
        """The last names before a pronoun in its sentence, in their order."""
        parse, full = one.relations.parse, self._last_names()
        return tuple(dict.fromkeys(token.word for token in parse.tokens[:place] if token.word in full))

    def _last_names(self) -> set[str]:
        return {last for article in self.articles for last in _full_names(article)}

    def _is_person(self, parse: Parse, place: int) -> bool:
        """Whether a subject is somebody by name: no "it", and what else "it" may mean is not sure then."""
        return parse.tokens[place].word in self._last_names()

    def _whom(self, g: int, i: int) -> str:
        """The last name of the one whom a pronoun of a passage means; "" where that is not sure."""
        one = self.held[g]
        token = one.relations.parse.tokens[i]
        before = (one.article[max(0, one.start - _LOOK_BACK) : one.start],)
        return self._meant_by(token.word, one.relations.parse.text[: token.start], before, one.article)

    def _whom_said(self, place: int) -> str:
        parse = self.said.relations.parse
        token = parse.tokens[place]
        return self._meant_by(token.word, parse.text[: token.start], tuple(self.before[-2:]), "\n".join(self.articles))

    def _meant_by(self, pronoun: str, clause: str, before: tuple[str, ...], article: str) -> str:
        """The last name of the one whom a pronoun behind `clause` means; "" where it may be another's too."""
        kind = "she" if pronoun.lower() in self.words.hers else "he"
        names = _named(clause, kind, article)
        found = _last_named(before, kind, article) if not names else names.pop().lower() if len(names) == 1 else ""
        return "" if are_many(found, self.articles) else found

    def _others(self, word: Word) -> Iterable[Word]:
        g, i = word
        parse = self.held[g].relations.parse
        token = parse.tokens[i]
        low = token.word.lower()
        if low in self.words.persons:
            name = self._whom(g, i)
            return [*self._by_form.get(name, []), *self._pronouns.get(name, [])] if name else []
        if word in self._things and token.pos == "PRON":
            return self._things[word]
        if token.pos == "PRON":
            return [(g, j) for j, o in enumerate(parse.tokens) if o.pos == "PRON" and o.lemma == token.lemma]
        if token.pos not in _NOUNS:
            return []
        found = [other for other in self._by_form[form(token, self.words)] if self._is_one(word, other)]
        found += self._things.get(word, [])
        if token.pos == "PROPN" and token.label != "compound":
            found += self._pronouns.get(low, [])
            found += [(g, j) for j in parse.children(i, "compound") if self._is_before_name(g, j)]
        if token.label == "compound" and self._is_before_name(g, i) and parse.tokens[token.head].pos == "PROPN":
            found.append((g, token.head))
        found += [(g, j) for j in parse.children(i, "appos") if _is_named(parse, i, j)]
        if token.label == "appos" and _is_named(parse, token.head, i):
            found.append((g, token.head))
        return found

    def _is_before_name(self, g: int, i: int) -> bool:
        return means_its_bearer(self.held[g].relations.parse, i, self._last_names(), self.words)

    def _is_one(self, a: Word, b: Word) -> bool:
        """Whether two nouns of one form mean one thing: a name, or what a later passage calls "the" or "this"."""
        first, second = sorted((a, b))
        one, other = (self.held[g].relations.parse.tokens[i] for g, i in (first, second))
        x, y = self._modifiers(first), self._modifiers(second)
        if one.pos == "PROPN" and other.pos == "PROPN":
            alike = self._is_same_bearer(first, second) if are_many(one.word, self.articles) else x <= y or y <= x
            return "compound" not in (one.label, other.label) and alike
        told = self._told_of(first), self._told_of(second)
        if not self.words.ranks.isdisjoint(x - y):
            return False  # "the second boat" and "the boat"
        settled = one.tag == other.tag and first[0] != second[0] and self._is_settled(second) and y <= x
        return settled and (not told[1] or told[0] == told[1])

    def _is_same_bearer(self, a: Word, b: Word) -> bool:
        """Of a last name that several have: both by the same words, a given name among them."""
        last = self.held[a[0]].relations.parse.tokens[a[1]].word
        called = self._called(a)
        return called == self._called(b) and says_which(last, called, self.articles)

    def _told_of(self, word: Word) -> frozenset[str]:
        """Of whom or what it is: "the president of Velm"."""
        relations = self.held[word[0]].relations
        told = (one for one in relations.of.get(word[1], ()) if one.head == word[1])
        places = (one.dependent for one in told if one.kind == OF or one.kind.startswith(PREP))
        return frozenset(form(relations.parse.tokens[i], self.words) for i in places)

    def _is_settled(self, word: Word) -> bool:
        parse = self.held[word[0]].relations.parse
        return any(parse.tokens[i].word.lower() in self.words.definite for i in parse.children(word[1], "det"))

    def _called(self, word: Word) -> frozenset[str]:
        parse = self.held[word[0]].relations.parse
        return frozenset(form(parse.tokens[i], self.words) for i in parse.children(word[1], "amod", "compound"))

    def _modifiers(self, word: Word) -> frozenset[str]:
        parse = self.held[word[0]].relations.parse
        forms = {form(parse.tokens[i], self.words) for i in parse.children(word[1], "amod", "compound", "nummod")}
        return frozenset(forms - self.words.titles)


def is_many(parse: Parse, place: int) -> bool:
    return parse.tokens[place].lemma.lower() in ("they", "their", "them") or parse.tokens[place].tag in ("NNS", "NNPS")


def _subject_before(parse: Parse, end: int | None, *, many: bool) -> int | None:
    """The one subject that stands before `end`, the nearest first."""
    tokens = parse.tokens
    places = range((len(tokens) if end is None else end) - 1, -1, -1)
    for i in places:
        if tokens[i].label not in ("nsubj", "nsubjpass") or tokens[i].pos not in _NOUNS:
            continue
        plural = is_many(parse, i) or parse.has(i, "conj")
        if plural == many:
            return i
    return None


def _is_named(parse: Parse, noun: int, other: int) -> bool:
    """Whether a noun beside another says who or what it is: one of them is a name, and neither is in a list."""
    named = "PROPN" in (parse.tokens[noun].pos, parse.tokens[other].pos)
    return named and not parse.has(noun, "conj") and not parse.has(other, "conj")


@lru_cache(maxsize=64)
def _full_names(article: str) -> dict[str, str]:
    names = (_SUFFIX.sub("", name) for _, _, name in people(article))
    return {name.split()[-1]: name for name in names if name}


def _named(text: str, kind: str, article: str) -> set[str]:
    """The last names of those named in the text who may be "he" or "she", the kind."""
    full = _full_names(article)
    words = (_POSSESSIVE.sub("", word) for word in _CAPITAL.findall(text))
    found = {name.split()[-1] for _, _, name in people(text)} | {word for word in words if word in full}
    return {name for name in found if persons.agrees(full.get(name, name), kind, article)}


@lru_cache(maxsize=512)
def _last_named(texts: tuple[str, ...], kind: str, article: str) -> str:
    """The last name of the one person whom the last sentence that names anybody names; "" where there are two."""
    lines = [span.of(text) for text in texts for span in sentences(text)]
    for line in reversed(lines[-_SENTENCES:]):
        if persons.speaks_of_another(line):
            return ""
        if names := _named(line, kind, article):
            name = names.pop()
            return name.lower() if not names and persons.leads(line, name) else ""
    return ""
