"""Who uses a site finds which version runs there, and its source, as the licence says (AGPL, section 13)."""

import pytest
from django.template.loader import render_to_string

from newsclip.kernel.release import SOURCE_PATH, public_version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/about", "/corrections"])
def test_every_page_leads_to_the_source_and_says_the_version(client, path):
    page = client.get(path).content.decode()
    foot = page[page.index("<footer") :]
    assert f'<a href="{SOURCE_PATH}">Source code</a>' in foot
    assert f"Newsclip {public_version()}" in foot


def test_the_about_page_names_the_licence(client):
    page = client.get("/about").content.decode()
    assert 'rel="license">GNU Affero General Public License</a>' in page
    assert f'<a href="{SOURCE_PATH}">source code of what runs here</a>' in page


def test_a_site_that_keeps_its_source_elsewhere_leads_there():
    page = render_to_string("web/_foot.html", {"source_url": "https://code.example/harbour-news"})
    assert '<a href="https://code.example/harbour-news">Source code</a>' in page
