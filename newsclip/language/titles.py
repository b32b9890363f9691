"""What a publisher's title is like: whether it states something, whether it shouts."""

from itertools import pairwise

from newsclip.language.pos_tagger import TAGGED_LANGUAGES, is_common_word, tag_words

_VERBS = ("VBD", "VBZ", "VBP", "VBN", "MD")
_MARKS = "'’\",.:;"


def states(title: str, language: str) -> bool:
    """Whether the title says that something happens: it has a verb. Of languages without a tagger each may have one."""
    if language[:2] not in TAGGED_LANGUAGES:
        return True
    first, *rest = title.split()
    plain = (word.lower() if is_common_word(word.strip(_MARKS)) else word for word in rest)
    tags = [(word.lower(), tag) for word, tag, _ in tag_words(" ".join((first, *plain)))]
    infinitive = any(a == "to" and tag.startswith("VB") for (a, _), (_, tag) in pairwise(tags))
    return infinitive or any(tag in _VERBS for _, tag in tags)


def shouts(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6
