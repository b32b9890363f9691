"""However many sources some suggest, what others suggest is seen, and nothing is out of reach."""

from datetime import timedelta

import pytest

from newsclip.accounts.models import Reader
from newsclip.community.models import SourceSuggestion
from newsclip.sources.models import Discovery
from newsclip.web.pages import pagination

pytestmark = pytest.mark.django_db
PAGES = ("/moderation/queue", "/staff/sources")


@pytest.fixture
def wanted(now):
    looked: dict[str, Discovery] = {}

    def suggest(reader: Reader, host: str, minutes: int) -> None:
        url = f"https://{host}.example/"
        if url not in looked:
            looked[url] = Discovery.objects.create(url=url, at=now, done_at=now, code="sources_found")
        at = now + timedelta(minutes=minutes)
        SourceSuggestion.objects.create(reader=reader, url=url, discovery=looked[url], at=at)

    return suggest


def shown(client, path: str, page: str = "") -> list[str]:
    body = client.get(path, {"suggested": page} if page else {}).content.decode()
    part = body.partition('id="suggested"')[2].partition("</section>")[0]
    return [one.partition("</p>")[0] for one in part.split('<p class="reference-url quiet">')[1:]]


def an_account(name: str, now, days: int) -> Reader:
    return Reader.objects.create(username=name, date_joined=now - timedelta(days=days))


@pytest.mark.parametrize("path", PAGES)
def test_new_accounts_do_not_hide_what_a_member_suggests(client, orla, now, wanted, path):
    Reader.objects.filter(pk=orla.pk).update(is_staff=True)
    for number in range(pagination.PAGE + 5):
        wanted(an_account(f"new{number}", now, 1), f"flood{number}", number)
    wanted(an_account("nell", now, 90), "tern-rock", 999)
    assert shown(client, path)[0] == "https://tern-rock.example/"


@pytest.mark.parametrize("days", [1, 90])
def test_the_many_of_one_account_do_not_hide_the_first_of_another(client, orla, now, wanted, days):
    many = an_account("many", now, days)
    for number in range(pagination.PAGE + 5):
        wanted(many, f"flood{number}", number)
    wanted(an_account("nell", now, days), "tern-rock", 999)
    assert shown(client, PAGES[0])[:3] == [f"https://{one}.example/" for one in ("flood0", "tern-rock", "flood1")]


def test_what_a_member_wants_too_waits_among_what_members_suggest(client, orla, now, wanted):
    wanted(an_account("new", now, 1), "both", 1)
    wanted(an_account("newer", now, 1), "other", 0)
    wanted(an_account("nell", now, 90), "both", 2)
    assert shown(client, PAGES[0]) == ["https://both.example/", "https://other.example/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_one_is_within_reach(client, orla, now, wanted, path):
    Reader.objects.filter(pk=orla.pk).update(is_staff=True)
    many = an_account("many", now, 90)
    for number in range(pagination.PAGE + 1):
        wanted(many, f"flood{number}", number)
    assert 'href="?suggested=2#suggested"' in client.get(path).content.decode()
    assert shown(client, path, "2") == [f"https://flood{pagination.PAGE}.example/"]
