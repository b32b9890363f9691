"""Equal values have equal bytes, on every machine."""

import pytest

from newsclip.kernel.canonical import canonical, digest


def test_the_order_of_keys_changes_nothing():
    assert canonical({"b": [1, None], "a": "Börse"}) == '{"a":"Börse","b":[1,null]}'.encode()
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})


@pytest.mark.parametrize("value", [0.5, {"a": 1.0}, [{"a": (1, 2.5)}]])
def test_what_machines_may_print_differently_has_no_digest(value):
    with pytest.raises(TypeError, match="holds no float"):
        canonical(value)
