"""What every Parser keeps to (language.syntax)."""

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclip.adapters.embedded import spacy_parser
from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.language.syntax import LONGEST, NoParser, Parse, Parser

pytestmark = pytest.mark.slow
SPACY = SpacyParser()
PARSERS: list[Parser] = [SPACY, NoParser()]
SAID = "Ada Holm, the mayor of Orlo, opened the ferry."


@pytest.fixture(params=PARSERS, ids=lambda parser: type(parser).__name__)
def parser(request: pytest.FixtureRequest) -> Parser:
    return request.param


def test_a_language_without_a_parser_has_no_parse(parser: Parser) -> None:
    assert parser("Die Fähre fährt.", "de") is None
    assert parser("The ferry runs.", "") is None


def test_more_than_a_sentence_can_hold_is_not_parsed(parser: Parser) -> None:
    assert parser("word " * LONGEST, "en") is None


def test_no_words_have_no_parse(parser: Parser) -> None:
    assert parser(" \n ", "en") is None


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_tokens_stand_where_they_say_and_hang_on_a_root(text: str) -> None:
    for parser in PARSERS:
        for token in (parse := parser(text, "en") or Parse("", ())).tokens:
            assert text[token.start : token.end] == token.word
        assert all(any(first <= i <= last for first, last in map(parse.bounds.__getitem__, parse.roots))
                   for i in range(len(parse.tokens)))  # fmt: skip


def test_the_same_sentence_has_the_same_parse_alone_and_behind_others() -> None:
    alone = SpacyParser()(SAID, "en")
    SPACY("Quillfeather & Sons, of Norvale, sank.", "en")
    assert SPACY(SAID, "en") == alone


def test_an_apposition_hangs_on_the_name_before_it() -> None:
    parse = SPACY(SAID, "en")
    mayor = next(token for token in parse.tokens if token.word == "mayor")
    assert (mayor.label, parse.tokens[mayor.head].word, mayor.pos) == ("appos", "Holm", "NOUN")
    first, last = parse.bounds[parse.tokens.index(mayor)]
    assert [token.word for token in parse.tokens[first : last + 1]] == ["the", "mayor", "of", "Orlo"]


def test_parsing_never_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert SpacyParser()(SAID, "en")


def test_files_that_were_not_measured_are_refused(tmp_path: Path) -> None:
    (tmp_path / "tokenizer").write_bytes(b"another tokenizer")
    with pytest.raises(RuntimeError, match="other files than those"):
        spacy_parser._checked(tmp_path)


def test_what_is_not_installed_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spacy_parser.is_installed()
    monkeypatch.setattr(spacy_parser, "_MODEL", "en_core_web_nothing")
    assert not spacy_parser.is_installed()
