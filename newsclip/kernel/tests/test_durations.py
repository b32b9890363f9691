import pytest

from newsclip.kernel.durations import duration, duration_text


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("10m", 600), (" 2h ", 7200), ("1d", 86_400)])
def test_lengths_of_time_are_read_and_written_as_people_do(text, seconds):
    assert duration(text) == seconds
    assert duration_text(seconds) == text.strip()


@pytest.mark.parametrize("text", ["", "10", "0m", "-1h", "1.5h", "m", "1w", "²h", "99999999s"])
def test_anything_else_is_none(text):
    assert duration(text) is None
