"""Questions about articles. Read only."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Left, Right

from newsclip.articles.models import DROPPED, Article, Picture, Revision
from newsclip.articles.ports import NotedCorrection, PublisherArticles, ReadArticle
from newsclip.articles.rules.identity import (
    address_forms,
    are_of_one_host,
    bare_address,
    names_itself,
    without_scheme,
)
from newsclip.articles.rules.newest_entries import newest_entries
from newsclip.kernel.excerpts import excerpt, quoted

_LATELY, _LOOKED_AT = 2000, 20  # revisions that are asked for a word, and those that are read for it


def to_read(now: datetime) -> "QuerySet[Article]":
    """Articles to fetch now, new and known ones, the longest overdue first."""
    return Article.objects.filter(due_at__lte=now).order_by("due_at", "pk")


def pictures_to_keep(now: datetime) -> "QuerySet[Picture]":
    return Picture.objects.filter(due_at__lte=now).order_by("due_at", "pk")


def pictures_to_delete() -> "QuerySet[Picture]":
    """Taken down or forgotten, and still in their store."""
    return Picture.objects.filter(code__in=DROPPED).exclude(name="")


def known_at(url: str) -> Article | None:
    """The article that is known at this normalized address (see known_by_address)."""
    return known_by_address([url]).get(url)


def known_by_address(urls: Iterable[str]) -> dict[str, Article]:
    """The article that is known at each of these normalized addresses, as far as one is.

    http and https are one. An address that was refused as the same article as another leads to that one, if both are
    of one host: a page says itself whose article it is. An address that differs from a known one by the last slash
    leads to it, unless `may_be_another` says that its page must be asked.
    """
    wanted = list(urls)
    forms = {form for url in wanted for form in address_forms(bare_address(url))}
    rows = {without_scheme(article.url): article for article in Article.objects.filter(url__in=forms)}
    at = {url: rows.get(without_scheme(url)) for url in wanted}
    beside = {url: rows.get(_other_slash(url)) for url, own in at.items() if own is None}
    another = may_be_another([article for article in beside.values() if article])
    named = {own.detail for own in at.values() if own and _leads_on(own)}
    meant = {one.url: one for one in Article.objects.filter(url__in=named)} if named else {}
    found = {url: meant.get(own.detail, own) if _leads_on(own) else own for url, own in at.items() if own}
    return found | {url: article for url, article in beside.items() if article and article.pk not in another}


def _leads_on(article: Article) -> bool:
    return article.code == "same_article" and are_of_one_host(article.url, article.detail)


def may_be_another(articles: Iterable[Article]) -> set[int]:
    """Those of these whose addresses, with the other last slash, may be other articles: those not read, and those whose
    pages name exactly their own address as the canonical one. What was taken down stays so under both.
    """
    asked = [article for article in articles if article.code != "taken_down"]
    read = {article.pk: article.url for article in asked if article.state in {Article.State.READ, Article.State.GONE}}
    rows = (
        Revision.objects.filter(article__in=read, number=F("article__revisions")) if read else Revision.objects.none()
    )
    itself = {pk for pk, canonical in rows.values_list("article", "canonical") if names_itself(read[pk], canonical)}
    return {article.pk for article in asked if article.pk not in read} | itself


def _other_slash(url: str) -> str:
    """The address without scheme, with a last slash if it has none, and without if it has one."""
    own, bare = without_scheme(url), bare_address(url)
    return bare if own != bare or "?" in bare else f"{bare}/"


def newest(article_ids: Iterable[int]) -> dict[int, ReadArticle]:
    """The newest revision of each of these articles that has one."""
    rows = Revision.objects.filter(article_id__in=list(article_ids), number=F("article__revisions"))
    return {row.article_id: _read_article(row) for row in rows.select_related("article__publisher")}


def revisions(cited: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Revision]:
    """These (article, revision) pairs → rows, as far as they are stored, with as much text as may be shown."""
    wanted = set(cited)
    rows = Revision.objects.filter(article_id__in={pk for pk, _ in wanted}, number__in={number for _, number in wanted})
    rows = rows.annotate(excerpt_words=F("article__publisher__excerpt_words"))
    for row in rows:
        row.text = excerpt(row.text, row.excerpt_words)
    return {(row.article_id, row.number): row for row in rows if (row.article_id, row.number) in wanted}


def gone(article_ids: Iterable[int]) -> set[int]:
    """Those of these articles that were read and that their publishers have removed since."""
    rows = Article.objects.filter(pk__in=list(article_ids), state=Article.State.GONE)
    return set(rows.values_list("pk", flat=True))


def publishers_of(article_ids: Iterable[int]) -> dict[int, str]:
    """The current names of these articles' publishers."""
    rows = Article.objects.filter(pk__in=list(article_ids))
    return dict(rows.values_list("pk", "publisher__name"))


def taken_down(article_ids: Iterable[int]) -> bool:
    """Whether one of these was taken down. Inside a transaction this holds until the transaction ends."""
    rows = Article.objects.select_for_update().filter(pk__in=list(article_ids)).order_by("pk")
    return "taken_down" in set(rows.values_list("code", flat=True))


def refused(limit: int) -> list[Article]:
    """Articles that are not read, with `code` and `detail`; the last checked first."""
    rows = Article.objects.filter(state=Article.State.REFUSED).select_related("source", "publisher")
    return list(rows.order_by(F("looked_at").desc(nulls_last=True), "-pk")[:limit])


def last_numbers() -> tuple[int, int]:
    """Of the last article that was found, and of the last revision that was read; 0 if there is none."""
    last = (model.objects.order_by("-pk").values_list("pk", flat=True).first() for model in (Article, Revision))
    article, revision = last
    return article or 0, revision or 0


def asked_for_after(article: int, revision: int) -> "QuerySet[Article]":
    """The articles found after the one, or read anew after the other, whose pages were asked for."""
    read = Q(pk__gt=article) | Q(pk__in=Revision.objects.filter(pk__gt=revision).values("article"))
    return Article.objects.filter(read, looked_at__isnull=False).order_by("pk")


def refused_of(source_id: int) -> "QuerySet[Article]":
    """The articles of this source that are not read, the last found first."""
    return Article.objects.filter(source=source_id, state=Article.State.REFUSED).order_by("-pk")


def refused_by_source(source_ids: Iterable[int], since: datetime) -> dict[int, int]:
    """How many of the articles that each of these sources showed since then are not read."""
    rows = Article.objects.filter(source__in=list(source_ids), state=Article.State.REFUSED, found_at__gte=since)
    return dict(rows.order_by().values_list("source").annotate(number=Count("pk")))


def newest_by_source(source_ids: Iterable[int]) -> dict[int, datetime]:
    """When the newest article of each of these sources was published, by its publisher's own account."""
    rows = Article.objects.filter(source__in=list(source_ids), published__isnull=False)
    return dict(rows.order_by().values_list("source").annotate(newest=Max("published")))


def dead_letters() -> "QuerySet[Article]":
    """Articles that are set aside: reading them exceeded a limit or killed the worker."""
    return Article.objects.filter(dead_letter__gt="")  # written like the partial index's condition


def every_revision(ids: Iterable[int]) -> Iterator[ReadArticle]:
    """Every revision of these articles."""
    rows = Revision.objects.filter(article__in=list(ids)).select_related("article__publisher").order_by("pk")
    return map(_read_article, rows.iterator())


def ends(ids: Iterable[int], size: int) -> dict[int, tuple[list[str], str, str]]:
    """The authors of these articles, and the first and last `size` characters of their newest texts."""
    newest = Revision.objects.filter(article__in=list(ids), number=F("article__revisions"))
    rows = newest.values_list("article", "authors", Left("text", size), Right("text", size))
    return {article: (authors, head, tail) for article, authors, head, tail in rows}


def counts_by_code(since: datetime | None = None) -> list[tuple[str, int]]:
    """How many articles have each code, of those found since then; the most frequent first."""
    found = Article.objects.filter(found_at__gte=since) if since else Article.objects.all()
    return list(found.values_list("code").annotate(number=Count("pk")).order_by("-number", "code"))


def articles_of_publisher(publisher_id: int) -> PublisherArticles:
    """What was read of this publisher, and what was not."""
    of_publisher = Article.objects.filter(publisher=publisher_id)
    found = of_publisher.aggregate(
        read=Count("pk", filter=Q(state__in=[Article.State.READ, Article.State.GONE])),
        refused=Count("pk", filter=Q(state=Article.State.REFUSED)),
        changed=Count("pk", filter=Q(revisions__gt=1)),
        gone=Count("pk", filter=Q(state=Article.State.GONE)),
        last=Max("published", filter=Q(state=Article.State.READ)),
    )
    refused = of_publisher.filter(state=Article.State.REFUSED).values_list("code").annotate(number=Count("pk"))
    return PublisherArticles(**found, reasons=tuple(refused.order_by("-number", "code")))


def count_noted_corrections(publisher_id: int, *, since: datetime) -> int:
    """How many of this publisher's articles say, as they are now, that they were corrected."""
    return _noted(publisher_id, since).count()


def noted_corrections(publisher_id: int, *, since: datetime, limit: int) -> list[NotedCorrection]:
    """What they say, the latest first, as far as it may be shown."""
    rows = _noted(publisher_id, since).order_by("-at", "-pk")
    columns = ("title", "article__url", "correction_note", "at", "article__publisher__excerpt_words")
    return [
        NotedCorrection(title, url, shown, at)
        for title, url, note, at, most in rows.values_list(*columns)[:limit]
        if (shown := quoted(note, most))
    ]


def _noted(publisher_id: int, since: datetime) -> "QuerySet[Revision]":
    rows = Revision.objects.exclude(correction_note="").filter(article__publisher=publisher_id, at__gte=since)
    return rows.filter(number=F("article__revisions"), article__state=Article.State.READ)


def newest_part(row: Revision) -> str:
    """What of a revision is for writers: the text, of a live blog the newest entries."""
    return newest_entries(row.text, row.entries) if row.entries else row.text


def _read_article(row: Revision) -> ReadArticle:
    article = row.article
    publisher = article.publisher
    return ReadArticle(
        id=article.pk,
        revision=row.number,
        url=article.url,
        publisher_id=publisher.pk,
        publisher=publisher.name,
        domain=publisher.domain,
        owner=publisher.owner,
        title=row.title,
        text=row.text,
        published=article.published,
        found_at=article.found_at,
        language=row.language,
        section=row.section,
        image=row.image,
        image_alt=row.image_alt,
        image_credit=row.image_credit,
        shown=excerpt(newest_part(row), publisher.excerpt_words),
        scroll=excerpt(row.text, publisher.excerpt_words) if row.entries else "",
    )


def is_named_lately(word: str) -> bool:
    """Whether one of the newest articles has this word, written like that."""
    newest = Revision.objects.order_by("-pk").values("pk")[:_LATELY]
    texts = Revision.objects.filter(pk__in=newest, text__contains=word).values_list("text", flat=True)[:_LOOKED_AT]
    return any(re.search(rf"\b{re.escape(word)}\b", text) for text in texts)
