import pytest

from newsclip.articles.rules.decode import decode
from newsclip.kernel.reasons import Refused

WORDS = "Käthe grüßt – “naïvely” – für 5 €"


def test_valid_utf8_is_believed_before_any_declaration() -> None:
    assert decode(WORDS.encode(), "text/html; charset=iso-8859-1") == WORDS


def test_latin1_means_windows_1252_on_the_web() -> None:
    assert decode(WORDS.encode("cp1252"), "text/html; charset=ISO-8859-1") == WORDS


def test_the_pages_own_declaration_counts_where_the_header_is_silent() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Москва'
    assert decode(page.encode("koi8-r")).endswith("Москва")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "text/html; charset=ascii") == WORDS


def test_utf16_without_a_mark_is_noticed() -> None:
    assert decode(f"<html><p>{WORDS}".encode("utf-16-le")).endswith(WORDS)


def test_a_page_cut_in_the_middle_of_a_letter_is_still_utf8() -> None:
    text = decode((WORDS * 10).encode()[:-1])
    assert text.startswith(WORDS)
    assert text.endswith("\ufffd")


def test_a_page_wrongly_declared_as_utf8_is_read_as_windows_1252() -> None:
    assert decode(WORDS.encode("cp1252"), "text/html; charset=utf-8") == WORDS


@pytest.mark.parametrize("label", ["no-such-thing", "idna", "hex", "rot13", "utf-7", ""])
def test_a_label_that_means_nothing_on_the_web_is_passed_over(label: str) -> None:
    assert decode(WORDS.encode("cp1252"), f"text/html; charset={label}") == WORDS


@pytest.mark.parametrize("file", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"\x1f\x8b\x08"])
def test_a_file_that_is_no_page_is_refused_by_name(file: bytes) -> None:
    with pytest.raises(Refused, match="could not be decoded"):
        decode(file, "text/html")
