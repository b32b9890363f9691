"""Who is quoted within the sentences of a clip."""

from dataclasses import replace

import pytest

from newsclip.clips.rules.inline_quotations import inline_quotations
from newsclip.clips.rules.mentions import mentions
from newsclip.clips.tests.test_mentions import clip
from newsclip.evidence.document import Paragraph, Quote, Section, Sentence, SourceArticle
from newsclip.kernel.spans import Passage, digest_of

SAID = "“The bridge will stay closed until the pillars are safe,” harbour master Ilse Brandt said."
WORDS = "The bridge will stay closed until the pillars are safe"


def article(text: str) -> SourceArticle:
    return SourceArticle(
        "7", 1, "Bridge stays closed", text, "https://post.example/a", "Velm Post", None, "a", language="en"
    )


def told(text: str, *, before: str = "", after: str = "", words: str = ""):
    """A clip whose one sentence is the middle one of an article, and the article."""
    whole = f"{before}{text}{after}"
    start = whole.index(text)
    passage = Passage("7", 1, start, start + len(text), digest_of(text))
    document = replace(clip(), sections=(Section(None, (Paragraph((Sentence(words or text, (passage,)),)),)),))
    return document, article(whole)


def quoted(document, source):
    return [(one.text, one.speaker) for one in inline_quotations(document, lambda: [source])]


def test_a_quotation_within_a_sentence_is_of_whom_the_article_gives_it_to():
    assert quoted(*told(SAID)) == [(WORDS, "Ilse Brandt")]


def test_single_marks_quote_as_well():
    said = "‘He rang the bell twice that day’, said Vera Collis, the sexton."
    assert quoted(*told(said)) == [("He rang the bell twice that day", "Vera Collis")]


def test_an_apostrophe_at_the_head_of_a_word_quotes_nobody():
    said = "Folk say ‘tis late when the bell rings twice a day at the dogs’ home, said Vera Collis, the sexton."
    assert quoted(*told(said)) == []


def test_it_is_found_on_the_page_of_who_says_it():
    document, source = told(SAID)
    found = mentions(document, lambda: [source.text], inline_quotations(document, lambda: [source]))
    assert [(one.key, one.role, one.article) for one in found] == [("ilse-brandt", "harbour master", "7")]


def test_what_stands_apart_as_well_is_there_once():
    document, source = told(SAID)
    pulled = Quote(WORDS, "Ilse Brandt", document.sections[0].blocks[0].sentences[0].evidence)
    document = replace(document, sections=(*document.sections, Section(None, (pulled,))))
    found = mentions(document, lambda: [source.text], inline_quotations(document, lambda: [source]))
    assert [one.text for one in found] == [WORDS]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor spoke of a “sad day” for Orlo Bay, Ilse Brandt said.",  # a word of it, not something said
        "“The bridge will stay closed until the pillars are safe,” a spokesman said.",  # nobody by name
        "The bridge will stay closed until the pillars are safe, Ilse Brandt said.",
    ],
)
def test_nobody_is_given_what_is_not_quoted_as_theirs(sentence):
    document, source = told(sentence, before="Ilse Brandt is the harbour master. ")
    assert mentions(document, lambda: [source.text], inline_quotations(document, lambda: [source])) == []


def test_nothing_is_taken_that_the_sentence_does_not_have_word_for_word():
    shorter = SAID.replace("until the pillars are safe", "")
    assert quoted(*told(SAID, words=shorter)) == []


def test_an_article_that_changed_since_gives_nothing():
    document, source = told(SAID)
    assert quoted(document, replace(source, text="Anew. " + source.text)) == []


def test_no_article_is_read_where_nothing_is_quoted():
    document, _ = told("The bridge is closed.")
    assert inline_quotations(document, lambda: pytest.fail("an article was asked for")) == []


class Unread:
    id, revision = "8", 1

    @property
    def text(self):
        pytest.fail("an article was read that no quoting sentence rests on")


def test_only_articles_of_sentences_that_quote_are_read():
    document, source = told(SAID)
    assert [one.text for one in inline_quotations(document, lambda: [source, Unread()])] == [WORDS]


@pytest.mark.parametrize("behind", ["", " Ilse Varga keeps the archive."])
def test_whom_the_article_calls_by_the_first_name_is_quoted_where_one_alone_is_called_so(behind):
    before = "Ilse Brandt, the harbour master, closed the bridge. "
    said = SAID.replace("harbour master Ilse Brandt said", "said Ilse")
    document, source = told(said, before=before, after=behind)
    found = mentions(document, lambda: [source.text], inline_quotations(document, lambda: [source]))
    assert [(one.key, one.role, one.text) for one in found] == ([] if behind else [("ilse-brandt", "", WORDS)])
