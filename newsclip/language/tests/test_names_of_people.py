import pytest

from newsclip.language.names_of_people import is_plain


@pytest.mark.parametrize(
    "name",
    ["anna", "Anna-Lena_7", "a.b+c@d", "jürgen", "Łukasz", "nguyễn", "анна", "Ιάσων", "김민수", "山田", "7"],
)  # fmt: skip
def test_names_of_every_script_are_taken(name):
    assert is_plain(name)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("аnna", "its first letter is Cyrillic"),
        ("annaο", "its last letter is Greek"),
        ("ａnna", "a wide letter"),
        ("ﬁona", "two letters in one"),
        ("ᴀnna", "a letter of phonetics"),
        ("ɑnna", "a letter of phonetics"),
        ("anna٠", "an Arabic digit"),
        ("anna\u200b", "a letter that nobody sees"),
        ("\u202eanna", "what turns the rest round"),
        ("anna", ""),
        ("..", "no letter"),
        ("@anna", "a mark first"),
        ("", "nothing"),
    ],
)
def test_what_looks_like_another_name_is_not(name, why):
    assert is_plain(name) is not bool(why)
