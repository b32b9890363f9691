import re

import pytest
from django.utils.http import int_to_base36

from newsclip.options import OPTIONS
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def short(clip) -> str:
    return f"/k/{int_to_base36(clip.pk)}"


def test_a_short_address_leads_to_the_clip_for_ever(client):
    clip = factories.ferry()
    answer = client.get(short(clip))
    assert (answer.status_code, answer["Location"]) == (301, f"/c/{clip.slug}")


def test_it_stays_when_the_address_of_words_changes(client):
    clip = factories.ferry()
    factories.Clip.objects.filter(pk=clip.pk).update(slug="sabine-afloat-again")
    assert client.get(short(clip))["Location"] == "/c/sabine-afloat-again"


def test_after_a_merge_it_leads_to_what_is_told_now_and_may_come_back(client):
    clip, other = factories.ferry(), factories.ferry(1)
    clip.story.merged_into = other.story
    clip.story.save()
    answer = client.get(short(clip))
    assert (answer.status_code, answer["Location"]) == (302, f"/c/{other.slug}")


def test_a_clip_that_was_withdrawn_says_so_there(client):
    clip = factories.ferry()
    factories.Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert client.get(short(clip), follow=True).status_code == 410


@pytest.mark.parametrize("number", ["zzzz", "0", "zzzzzzzzzzzz", "zzzzzzzzzzzzz", "-1", "a.b"])
def test_a_number_of_no_clip_leads_nowhere(client, number):
    assert client.get(f"/k/{number}").status_code == 404


def test_the_clip_tells_its_short_address_to_people_and_to_programs(client):
    clip = factories.ferry()
    page = client.get(f"/c/{clip.slug}").content.decode()
    address = f"{OPTIONS.site_url}{short(clip)}"
    assert f'<link rel="shortlink" href="{address}">' in page
    assert f'readonly value="{address}"' in page


def test_without_javascript_there_are_fields_to_copy_from_and_no_button_that_does_nothing(client):
    page = client.get(f"/c/{factories.ferry().slug}").content.decode()
    buttons = re.findall(r'<button type="button" data-copies="([\w-]+)"[^>]*>', page)
    assert buttons == ["share-url", "share-short", "share-embed"]
    assert len(re.findall(r"<button[^>]* data-copies=[^>]* hidden>", page)) == len(buttons)
    assert all(f'id="{field}" type="text" readonly' in page for field in buttons)
