"""A program is told what answers it, under which licence, and where its source is."""

import pytest

from newsclip.kernel.release import version

pytestmark = pytest.mark.django_db


def test_version_licence_and_source_are_told(client):
    told = client.get("/api/software").json()
    assert told == {
        "name": "Newsclip",
        "version": version(),
        "licence": "AGPL-3.0-or-later",
        "source": "http://localhost:8000/static/newsclip-source.tar.gz",
    }


def test_the_description_says_them_too(client):
    info = client.get("/api/openapi.json").json()["info"]
    assert (info["version"], info["license"]["name"]) == (version(), "AGPL-3.0-or-later")
