"""Count an agency's report that an article tells anew as that report."""

from collections.abc import Iterable

from django.db.models import Q

from newsclip.articles import queries as articles
from newsclip.articles.ports import ReadArticle
from newsclip.language.agency_credits import EDGE
from newsclip.stories.models import Membership, Story
from newsclip.stories.queries.tellings import tellings_among
from newsclip.stories.rules.agency_reports import RETOLD, Account, Retelling, retelling, worth_reading
from newsclip.stories.rules.publisher_credits import Telling

RETOLD_COPY = Q(receipt__copy__sign=RETOLD)
_COMPARED = 50  # reports of a story, the first: an agency is early
_MOVED = 20  # reports of a merged story: more of them are no reprints of a few agencies' reports


def unite(member: Membership) -> None:
    """Make an article that is a report of its own part of the report that it tells anew, if there is one in its story.

    Changes the membership and leaves it unsaved, but for its copies.
    """
    if member.copy_of_id is not None or (found := _retelling(member)) is None:
        return
    original = Membership.objects.get(article=found.of)
    same = Membership.objects.filter(story=member.story_id, report=member.report)
    same.exclude(article=member.article_id).update(report=original.report)
    member.report, member.copy_of_id = original.report, original.article_id
    copy = {"sign": RETOLD, "alike": round(found.share, 3), "tie": "agency", "credit": found.source}
    member.receipt = dict(member.receipt) | {"copy_of": str(found.of), "copy": copy | {"source": found.source}}


def unite_moved(article_ids: Iterable[int], into: Story) -> None:
    """The same for articles that came with another story."""
    moved = Membership.objects.filter(story=into, article__in=list(article_ids), copy_of=None).order_by("pk")
    for member in moved[:_MOVED]:
        unite(member)
        if member.copy_of_id is not None:
            member.save()


def _retelling(member: Membership) -> Retelling | None:
    own = articles.newest([member.article_id]).get(member.article_id)
    others = Membership.objects.filter(story=member.story_id, copy_of=None).exclude(report=member.report)
    languages = dict(others.order_by("pk").values_list("article", "language")[:_COMPARED])
    languages = {pk: spoken for pk, spoken in languages.items() if spoken == member.language}
    if own is None or not languages:
        return None
    known = {one.article: one for one in tellings_among(Membership.objects.filter(article__in=list(languages)))}
    account = _account(_telling(member, own), own, member.language)
    unread = [Account(one, languages[pk]) for pk, one in known.items()]
    read = articles.newest(worth_reading(account, unread))
    return retelling(account, [_account(known[pk], text, languages[pk]) for pk, text in read.items()])


def _telling(member: Membership, own: ReadArticle) -> Telling:
    authors, head, tail = articles.ends([own.id], EDGE)[own.id]
    publisher = own.publisher or own.domain
    return Telling(own.id, member.report, publisher, own.published, own.found_at, tuple(authors), head, tail)


def _account(telling: Telling, article: ReadArticle, language: str) -> Account:
    return Account(telling, language, article.title, article.text)
