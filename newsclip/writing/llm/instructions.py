"""What a language model may do to a passage's words, taught by example: a text for each basis."""

from collections.abc import Mapping

_EXACT = """How you may put it: in the words of a passage and in their order. You may leave out what stands between \
commas or at the end of a sentence, if nothing that is left changes its meaning.
- passage: "The council closed the quay on Monday, a holiday, after a storm." → "The council closed the quay on Monday."
- not: "The quay was closed." (other words), "The council closed the quay." of "may have closed the quay"."""
_EDITED = """How you may put it: close to the words of the passages. A program checks every step. You may
- leave out what does not change the rest: "The council closed the quay on Monday after a storm, the mayor said." → \
"The council closed the quay, the mayor said.";
- put two passages into one sentence where they speak of the same: "Ada Holm leads the port." + "She opened the quay." \
→ "Ada Holm, who leads the port, opened the quay.";
- move who says so, or when: → "On Monday the council closed the quay, according to the mayor.";
- turn active and passive: "The council closed the quay." → "The quay was closed by the council.";
- put a name for a pronoun or a pronoun for a name, a short name for a long one: "Holm said she would stay.";
- use plain pairs: "due to" and "because of", "attorney" and "lawyer", "per cent" and "percent", "suit" and "lawsuit".
You may not use other words, say more exactly or less exactly what is said, or leave out "may", "not", "about" or \
"said"."""
_JUDGED = """How you may put it: in your own plain words. First a program looks whether your sentence is its passages, \
shortened or turned; if not, a strict reader who has only these passages decides whether they say every part of it. So
- say who did what, to whom, when, where, how many, who says so, exactly as the passages do: not "closed" for "may \
close", not "all" for "some", not "after" for "because of";
- keep names and figures as written, and say nothing that you know from elsewhere, however sure it is;
- "The ferries will be sold to cover the losses of the port, Holm said." → "Holm said the port would sell its ferries \
to make up for its losses."; not "The port is bankrupt."."""
INSTRUCTIONS: Mapping[str, str] = {"exact": _EXACT, "edited": _EDITED, "judged": _JUDGED}
