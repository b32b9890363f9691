"""Many threads stem words at once, as those of the site do."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from newsclip.language import tokens

AT_ONCE, ROUNDS = 4, 6
# Invented: none of them is known before, so that each is stemmed.
WORDS = [
    "".join(parts)
    for parts in product("bdfglmnrst", "aeiou", ("organ", "form", "harb"), ("ization", "fulness", "ously", "alities"))
]


@pytest.fixture
def hurried_threads():
    """They take turns as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_a_word_has_the_stem_that_it_has_alone(hurried_threads):
    alone = [tokens.stem(word) for word in WORDS]
    for _ in range(ROUNDS):
        tokens._stem.cache_clear()
        with ThreadPoolExecutor(AT_ONCE) as threads:
            found = list(threads.map(lambda one: [tokens.stem(word) for word in WORDS[one::AT_ONCE]], range(AT_ONCE)))
        assert found == [alone[one::AT_ONCE] for one in range(AT_ONCE)]
