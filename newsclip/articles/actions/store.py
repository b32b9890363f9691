"""Store an extracted page as a revision of its article, if it says something new."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import F, QuerySet

from newsclip.articles.actions.pictures import want_picture
from newsclip.articles.models import Article, Revision
from newsclip.articles.ports import Extracted
from newsclip.articles.queries import may_be_another
from newsclip.articles.rules.boilerplate import article_lines, without_boilerplate
from newsclip.articles.rules.correction_notes import correction_note
from newsclip.articles.rules.identity import (
    address_forms,
    bare_address,
    have_same_text,
    names_itself,
    publishers_address,
    without_scheme,
)
from newsclip.articles.rules.newest_entries import places_of
from newsclip.articles.rules.revisions import Change, compare
from newsclip.articles.rules.schedule import next_look, settle_published
from newsclip.kernel.addresses import domain_of, host_of, is_local_name, normalize
from newsclip.kernel.fetching import Page
from newsclip.kernel.reasons import Refused
from newsclip.sources.actions import publisher_of
from newsclip.sources.models import Publisher

_COMPARED = 40  # articles of the publisher
_ALIKE = 1000  # revisions of all publishers with the same words, or that name one address
_CLAIMS = 5  # articles that name one address as theirs
# The clusterer may update placed_revision while the page is being fetched.
_OURS = [column.name for column in Article._meta.concrete_fields if column.name not in {"id", "placed_revision"}]


def keep(article: Article, extracted: Extracted, page: Page, *, now: datetime) -> tuple[str, str]:
    """Store what is new. Returns the code ("read", "revised", "unchanged", "same_article") and its detail."""
    newest = _newest(article)
    address = publishers_address(page.url)
    extracted, left_out = _without_boilerplate(extracted, newest, article, address)
    other = _same_article(article, extracted, address, _digest(extracted))
    if other is not None:
        return _refuse_duplicate(article, other)
    change = compare(newest.title, newest.text, extracted.title, extracted.text) if newest else Change()
    article.etag = page.headers.get("etag", "")[:300]
    article.last_modified = page.headers.get("last-modified", "")[:100]
    article.failures, article.tries, article.dead_letter = 0, 0, ""
    article.came_or_went = article.came_or_went or article.state == Article.State.GONE
    article.state = Article.State.READ
    published, in_future = settle_published(
        page=extracted.published, entry=article.entry_published, found=article.found_at, now=now
    )
    if in_future and extracted.published:
        extracted = replace(extracted, published=None)
    article.detail = "future_date" if in_future else ""
    if newest is not None and not change:
        article.published = article.published or published
        article.due_at = next_look(published=published, changed=newest.at, now=now)
        article.save(update_fields=_OURS)
        return "unchanged", ""
    article.published = published if newest is None else min(article.published or published, published)
    if newest is None:
        article.publisher = _publisher(address, extracted.site)
        article.url = _settled(article.url, address)
    article.due_at = next_look(published=article.published, changed=now, now=now)
    article.code = "read" if newest is None else "revised"
    article.revisions += 1
    with transaction.atomic():
        _store(article, extracted, page, left_out, change, now)
        article.save(update_fields=_OURS)
    return article.code, article.detail


def _newest(article: Article) -> Revision | None:
    """Its last revision, also if another worker kept it since this one claimed the article."""
    newest = article.texts.order_by("-number").first()
    if newest is not None:
        article.revisions = newest.number
    return newest


def _publisher(url: str, name: str) -> Publisher:
    """Raises Refused("taken_down") if the publisher asked that nothing be shown."""
    found = publisher_of(url, name)
    if found.taken_down:
        raise Refused("taken_down", found.domain)
    return found


def _without_boilerplate(
    extracted: Extracted, newest: Revision | None, article: Article, url: str
) -> tuple[Extracted, tuple[str, ...]]:
    """The article without lines repeated in its publisher's latest other articles, and these lines."""
    # Two queries: a single one would read and sort everything the publisher ever wrote to get a few rows.
    others = Article.objects.filter(publisher__domain=domain_of(url), revisions__gt=0).exclude(pk=article.pk)
    latest = list(others.order_by("-pk").values_list("pk", flat=True)[:_COMPARED])
    revisions = Revision.objects.filter(article__in=latest, number=F("article__revisions")).order_by("-pk")
    rows = revisions.values_list("title", "text", "left_out")
    text, left_out = without_boilerplate(
        extracted.title,
        extracted.text,
        [article_lines(*row) for row in rows],
        before=article_lines(newest.title, newest.text) if newest else None,
        learnt=newest.left_out if newest else (),
    )
    return replace(extracted, text=text), left_out


def _store(
    article: Article, extracted: Extracted, page: Page, left_out: tuple[str, ...], change: Change, now: datetime
) -> None:
    Revision.objects.create(
        article=article,
        number=article.revisions,
        at=now,
        title=(extracted.title or article.entry_title)[:1000],
        text=extracted.text,
        entries=places_of(extracted.entries, extracted.text) or None,
        correction_note=correction_note(extracted.text),
        in_the_open=page.url.startswith("http://") and not is_local_name(host_of(page.url)),
        left_out=list(left_out),
        authors=[name[:200] for name in (*extracted.authors, *extracted.agencies)],
        published=extracted.published,
        updated=extracted.updated,
        image=_if_fits(extracted.image),
        image_alt=extracted.image_alt[:1000],
        image_credit=extracted.image_credit[:500],
        language=extracted.language[:12],
        site=extracted.site[:200],
        section=extracted.section[:100],
        canonical=_canonical(article, extracted, page),
        digest=_digest(extracted),
        change=change.as_json() if change else {},
    )
    if _if_fits(extracted.image):
        want_picture(extracted.image, now)


def _canonical(article: Article, extracted: Extracted, page: Page) -> str:
    """The address that the page names as its own, or else the one that its article's address leads to."""
    final = _normal(publishers_address(page.url))
    return _normal(extracted.canonical) or (final if final != article.url else "")


def _if_fits(url: str) -> str:
    return url if len(url) <= 2000 else ""


def _digest(extracted: Extracted) -> str:
    return sha256(f"{extracted.title}\n\n{extracted.text}".encode()).hexdigest()


def _same_article(article: Article, extracted: Extracted, final_url: str, digest: str) -> Article | None:
    """Another article of the same outlet that this page duplicates: at its final or canonical address, or one that
    names this address or the same canonical one as its own and has the same text, or one with identical words.

    Claims about other outlets' addresses are ignored: a reprint is an article of its own, and nobody can take over an
    article by naming its address.
    """
    if article.revisions:
        return None
    domain, canonical = domain_of(final_url), _normal(extracted.canonical)
    own = {address for address in (_normal(final_url), canonical) if address and domain_of(address) == domain}
    itself = names_itself(article.url, canonical) or names_itself(final_url, canonical)
    others = Article.objects.exclude(pk=article.pk).exclude(state=Article.State.REFUSED).order_by("pk")
    # One query per index: a combined one would scan everything the publisher ever wrote.
    found = _at(own, others, itself=itself) or others.filter(pk__in=_having(domain, digest=digest)).first()
    if found is not None:
        return found
    named = {article.url, final_url, extracted.canonical, *_forms(own)} - {""}
    naming = others.filter(pk__in=_having(domain, canonical__in=named))[:_CLAIMS]
    return next((other for other in naming if have_same_text(_newest_text(other), extracted.text)), None)


def _at(addresses: Collection[str], others: "QuerySet[Article]", *, itself: bool) -> Article | None:
    """The article at one of these addresses. One with another last slash counts if it has been read, unless its page
    names its own address and this one does too (`itself`).
    """
    rows = list(others.filter(url__in=_forms(addresses)))
    exact = {without_scheme(address) for address in addresses}
    found = next((other for other in rows if without_scheme(other.url) in exact), None)
    read = [other for other in rows if other.state != Article.State.FOUND]
    another = may_be_another(read) if itself and found is None else set()
    return found or next((other for other in read if other.pk not in another), None)


def _forms(addresses: Collection[str]) -> set[str]:
    return {form for address in addresses for form in address_forms(bare_address(address))}


def _having(domain: str, **like: object) -> list[int]:
    """This publisher's articles that have a matching revision."""
    rows = Revision.objects.filter(**like).values_list("article", "article__publisher__domain")
    return [article for article, theirs in rows[:_ALIKE] if theirs == domain]


def _newest_text(article: Article) -> str:
    return str(article.texts.order_by("-number").values_list("text", flat=True).first() or "")


def _settled(url: str, final_url: str) -> str:
    """An article found through another site's redirect gets the target's address, which must not change later."""
    final = _normal(final_url)
    if not final or domain_of(final) == domain_of(url) or Article.objects.filter(url=final).exists():
        return url
    return final


def _normal(url: str) -> str:
    try:
        return normalize(url) if url else ""
    except Refused:
        return ""


def _refuse_duplicate(article: Article, other: Article) -> tuple[str, str]:
    article.state, article.tries = Article.State.REFUSED, 0
    article.code, article.detail, article.due_at = "same_article", other.url[:500], None
    article.save(update_fields=_OURS)
    return article.code, article.detail
