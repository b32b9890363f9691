"""What a verb may lose: when, where, how, by whom, upon what and why something happened."""

from newsclip.evidence.verifier.proofs.relations import VERBS
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords


class Circumstances:
    """Of one sentence of the passages."""

    def __init__(self, parse: Parse, words: ProofWords) -> None:
        self._parse, self._words = parse, words

    def may_go(self, verb: int, child: int) -> bool:
        """Whether it tells more of what happened: when, where, how, by whom, upon what."""
        label = self._parse.tokens[child].label
        if label == "prep" and next(self._parse.children(child), None) is None:
            return False  # "fired at"
        if label == "prep":
            is_so = self._parse.tokens[verb].pos == "ADJ" or self._parse.has(verb, "acomp")
            return self._is_adjunct(child) and not is_so  # "safe for adults", "is safe in low doses"
        if label == "advmod":
            return self._parse.tokens[verb].pos in VERBS
        if label == "advcl":
            opens = map(self._low, self._parse.children(child, "mark", "advmod"))
            relative = any(self._parse.tokens[i].tag.startswith("WP") for i in self._all_of(child))
            return self._words.conditions.isdisjoint(opens) and not relative  # "all mayors for whom Quist votes"
        return label in ("npadvmod", "agent")

    def _is_adjunct(self, child: int) -> bool:
        both = " ".join(self._low(i) for i in range(child, min(child + 2, len(self._parse.tokens))))
        opens = {self._low(child), both}
        verb, words = self._parse.tokens[child].head, self._words
        done = self._parse.has(verb, "auxpass") or self._parse.tokens[verb].label == "acl"
        done = done or (self._parse.tokens[verb].lemma.lower() in words.judges and self._tells_why(child))
        adjuncts = words.adjuncts | words.adjuncts_of_passives if done else words.adjuncts
        return opens.isdisjoint(words.conditions | words.according) and not opens.isdisjoint(adjuncts)

    def _tells_why(self, child: int) -> bool:
        """Whether "for" behind a verb that judges opens what was done: no "for nothing", "for whom"."""
        opened = [self._parse.tokens[i] for i in self._parse.children(child, "pobj", "pcomp")]
        none = any(self._low(i) in self._words.nothing for i in self._all_of(child))
        return bool(opened) and not none and not any(token.tag.startswith("W") for token in opened)

    def _all_of(self, place: int) -> range:
        first, last = self._parse.bounds[place]
        return range(first, last + 1)

    def _low(self, place: int) -> str:
        return self._parse.tokens[place].word.lower()
