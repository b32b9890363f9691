"""What is known of a language stands in its pack: elsewhere no list of words, no `language ==`, no letter but ASCII."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from newsclip.language.pack import codes

ROOT = Path(__file__).parents[2] / "newsclip"
NOT_OURS = {"tests", "migrations", "sample_publishers", "publishers"}
# Words of markup, protocols, tables and readers' interfaces: of no language that articles are written in.
NO_LANGUAGE = {
    "adapters/scaleout/story_index/tables.py": "SQL",
    "articles/rules/block_tree.py": "elements of HTML",
    "articles/rules/byline_area.py": "class names of HTML",
    "articles/rules/element_names.py": "class names of HTML",
    "evidence/slugs.py": "marks of typography",
    "evidence/verifier/enclosing_sentences.py": "marks of typography",
    "evidence/verifier/party_names.py": "names of parties",
    "kernel/markup.py": "marks of typography",
    "language/category_words.py": "scripts of Unicode",
    "language/guards.py": "marks of typography",
    "language/names_of_people.py": "scripts of Unicode",
    "language/quotations/grammar.py": "Latin letters",
    "language/tokens.py": "Latin letters",
    "language/unspaced.py": "scripts of Unicode",
    "server/log_redaction.py": "names of settings and headers",
    "settings.py": "names of the interface's languages",
    "sources/rules/discovery.py": "kinds of feeds",
    "sources/rules/links.py": "ends of file names",
    "web/security_headers.py": "names of HTTP",
    "writing/prompt_injection/folding.py": "letters that look like others",
    "writing/prompt_injection/markup.py": "elements of markup",
}
_LIST = 12
_WORDS = re.compile(r"(?<!\S)[a-z'’-]+(?!\S)")
_SENTENCE = re.compile(r"[a-z]{2}[.!?:](?:\s|$)")  # prose: a message, the text of a page
_ALTERNATION = re.compile(r"(?:[a-z' -]{3,}\|){5}")


def test_words_of_languages_stand_in_packs_alone():
    found = {
        name
        for path in ROOT.rglob("*.py")
        if not NOT_OURS & set(path.parts)
        for name in [path.relative_to(ROOT).as_posix()]
        if list(words_of_a_language(path.read_text()))
    }
    assert sorted(found - NO_LANGUAGE.keys()) == []
    assert sorted(NO_LANGUAGE.keys() - found) == []


def test_words_of_a_language_are_noticed():
    for written in (
        'if language == "de": pass',
        'if language[:2] in {"de", "nl"}: pass',
        'if "en" != code: pass',
        'A = "für"',
        f"A = {[f'{letter}word' for letter in 'abcdefghijkl']}",
        f'A = "{" ".join(["word"] * 25)}"',
        'A = r"(?:said|says|told|wrote|added|asked)"',
    ):
        assert list(words_of_a_language(written)), written
    for written in (
        f'A = "The {" ".join(["word"] * 25)}."',
        '"""Für alle."""',
        'A = "→ • “"',
        "if language == given: pass",
        'A = ["id", "title"]',
        'A = "a|b|c"',
    ):
        assert not list(words_of_a_language(written)), written


def words_of_a_language(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(text)) if id(node) not in docstrings and _holds_words(text):
                yield text
            case ast.Compare() if _names_a_language(node):
                yield ast.unparse(node)
            case ast.List(elements) | ast.Tuple(elements) | ast.Set(elements) if _is_list_of_words(elements):
                yield ast.unparse(node)


def _holds_words(text: str) -> bool:
    foreign = any(char.isalpha() and not char.isascii() for char in text)
    many = len(_WORDS.findall(text)) >= 2 * _LIST and not _SENTENCE.search(text)
    return foreign or many or bool(_ALTERNATION.search(text))


def _names_a_language(node: ast.Compare) -> bool:
    asked = re.search(r"language|code", ast.unparse(node))
    named = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)} & codes()
    return bool(asked and named)


def _is_list_of_words(elements: list[ast.expr]) -> bool:
    words = [part.value for part in elements if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return len(words) == len(elements) >= _LIST and all(re.fullmatch(r"[a-z' -]+", word) for word in words)
