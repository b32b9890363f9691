"""The bill of materials of a release says which release it is of, and the licence of each package."""

from typing import Any

from tests.bill_of_materials import complete


def bill(*components: dict[str, Any]) -> dict[str, Any]:
    return {"metadata": {"component": {"name": "newsclip-social"}}, "components": list(components)}


def test_it_says_which_release_it_is_of():
    made = bill()
    assert complete(made, "0.2.0") == []
    assert made["metadata"]["component"]["version"] == "0.2.0"
    assert made["metadata"]["component"]["purl"] == "pkg:pypi/newsclip-social@0.2.0"


def test_a_licence_that_a_package_does_not_tell_is_added_and_no_other_is_touched():
    told = {"name": "numpy", "licenses": [{"expression": "BSD-3-Clause"}]}
    made = bill(told | {}, {"name": "sqlite-vec"})
    assert complete(made, "0.2.0") == []
    assert made["components"][0] == told
    assert made["components"][1]["licenses"] == [{"acknowledgement": "concluded", "expression": "MIT OR Apache-2.0"}]


def test_a_package_without_a_licence_is_named():
    assert complete(bill({"name": "unheard-of"}), "0.2.0") == ["unheard-of"]
