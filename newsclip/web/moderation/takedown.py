"""Staff take an article down, as its publisher asked: what hangs on it is shown first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.articles.models import Article
from newsclip.clips import queries as clips
from newsclip.kernel.reasons import Refused
from newsclip.pipeline import takedown as pipeline
from newsclip.web.decorators import for_staff
from newsclip.web.moderation.split_merge import reason_of
from newsclip.web.pages.story_addresses import article_at


@for_staff
def takedown(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Name an article by its address; see which clips tell of it; say why, and take it down."""
    given = (request.POST if request.method == "POST" else request.GET).get("url", "").strip()
    found = article_at(given) if given else 0
    article = Article.objects.select_related("publisher").filter(pk=found).first()
    if request.method == "POST":
        if article is None:
            raise Refused("unknown", given[:200])
        _take_down(request, reader, article)
        return redirect("web:takedown")
    page = {
        "given": given,
        "article": article,
        "done": article is not None and article.code == "taken_down",
        "told": [clip for clip in clips.told_from([found]) if clip.state == clip.State.PUBLISHED] if found else [],
    }
    return render(request, "web/takedown.html", page)


def _take_down(request: HttpRequest, reader: Reader, article: Article) -> None:
    """Do it at once, and say what was done."""
    indexes = pipeline.Indexes(wiring.search_index(), wiring.vector_index(), wiring.story_index())
    why = f"{reader.username}: {reason_of(request, missing=gettext('Say who asked for it, and why.'))}"
    forget = wiring.picture_store().forget
    done = pipeline.take_down(article.url, reason=why, indexes=indexes, forget=forget, now=timezone.now())
    told = {"rewritten": done.rewritten, "withdrawn": done.withdrawn}
    messages.success(
        request,
        gettext("Taken down. Clips that tell what is left: %(rewritten)d; withdrawn: %(withdrawn)d.") % told,
    )
    if done.pictures_left:
        messages.warning(request, gettext("Its picture is not deleted yet; the site tries again every hour."))
