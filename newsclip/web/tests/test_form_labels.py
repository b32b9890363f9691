"""The page that offers a refused form again calls its boxes as the form did."""

import pytest
from django.urls import get_resolver

from newsclip.web import form_labels


def routes(resolver) -> set[str]:
    return {
        name
        for pattern in resolver.url_patterns
        for name in (routes(pattern) if hasattr(pattern, "url_patterns") else {pattern.name or ""})
    }


def test_each_form_that_calls_a_box_otherwise_is_one_of_ours():
    assert {route for route, _ in form_labels._OF_ROUTE} <= routes(get_resolver())


@pytest.mark.parametrize(
    ("route", "name", "label"),
    [("submit", "url", "Address of the article"), ("add_source", "url", "Address"), ("", "reason", "Why? Everybody")],
)
def test_a_box_is_called_as_its_form_calls_it_or_as_most_do(route, name, label):
    assert str(form_labels.label_of(route, name)).startswith(label)
