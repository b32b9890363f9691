import pytest

from newsclip.kernel.rows import parse_row_id


@pytest.mark.parametrize("text", ["1", "20", str(10**18 - 1)])
def test_a_rows_number_is_read_as_we_write_it(text: str) -> None:
    assert parse_row_id(text) == int(text)


@pytest.mark.parametrize(
    "text", ["", "0", "007", "-1", "+1", "1.5", "1_0", " 1", "1\n", "٣", "²", "abc", str(10**18), "9" * 5000]
)
def test_what_no_row_is_called_is_the_number_that_none_has(text: str) -> None:
    assert parse_row_id(text) == 0
