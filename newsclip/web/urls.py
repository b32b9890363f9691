from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path
from django.views.generic import RedirectView, TemplateView

from newsclip.web.edit_words import EDITS
from newsclip.web.moderation import moving, split_merge
from newsclip.web.pages import (
    appearance,
    charts,
    checking,
    clip_address,
    edition,
    embedding,
    language,
    listing,
    machine,
    muting,
    names,
    quality,
    ranking,
    reading,
    searching,
    sentence,
    share_card,
    sharing,
    stories,
    websub,
)
from newsclip.web.pages.sitemaps import Clips, News, index_of
from newsclip.web.social_urls import urlpatterns as social_urlpatterns
from newsclip.web.sources import publisher

app_name = "web"
_ABOUT_EDITS = TemplateView.as_view(template_name="web/about-edits.html", extra_context={"kinds": tuple(EDITS)})
_NEWS = {"sitemaps": {"news": News}, "section": "news", "template_name": "web/sitemap-news.xml"}

urlpatterns = [
    path("", reading.front, name="front"),
    path("c/<slug:slug>", reading.clip, name="clip"),
    path("c/<slug:slug>.json", reading.document, name="document"),
    path("c/<slug:slug>/evidence", reading.evidence, name="evidence"),
    path("c/<slug:slug>/embed", embedding.embed, name="embed"),
    path("c/<slug:slug>/sentence", sentence.sentence, name="sentence"),
    path("oembed", embedding.oembed, name="oembed"),
    path("c/<slug:slug>/card.png", share_card.card, name="card"),
    path("c/<slug:slug>/share/mastodon", sharing.share, {"network": "mastodon"}, name="share_mastodon"),
    path("c/<slug:slug>/share/lemmy", sharing.share, {"network": "lemmy"}, name="share_lemmy"),
    re_path(r"^k/(?P<number>[0-9a-z]{1,12})$", clip_address.short, name="short"),
    path("s/<int:story_id>", stories.story, name="story"),
    path("s/<int:story_id>.json", stories.story_json, name="story_json"),
    path("s/<int:story_id>/growth.svg", charts.story_growth, name="story_growth"),
    path("s/<int:story_id>/tellers.svg", charts.story_tellers, name="story_tellers"),
    path("s/<int:story_id>/vote", stories.vote, name="vote"),
    path("s/<int:story_id>/split", split_merge.split, name="split"),
    path("s/<int:story_id>/move", moving.move, name="move"),
    path("s/<int:story_id>/add", moving.add, name="add_article"),
    path("s/<int:story_id>/merge", split_merge.merge, name="merge"),
    path("s/undo/<int:event_id>", split_merge.undo, name="undo"),
    path("s/decisions.jsonl", split_merge.decisions, name="decisions"),
    *social_urlpatterns,
    path("category/<slug:slug>", listing.category, name="category"),
    path("category/<slug:slug>/month.svg", charts.category_month, name="category_month"),
    # PostgreSQL takes no NUL, not even in a question
    re_path(r"^tag/(?P<key>[^/\x00]+)$", listing.tag, name="tag"),
    re_path(r"^name/(?P<key>[^/\x00]+)$", names.name, name="name"),
    path("people", names.people, name="people"),
    re_path(r"^tag/(?P<key>[^/\x00]+)/month\.svg$", charts.tag_month, name="tag_month"),
    re_path(r"^source/(?P<domain>[^/\x00]+)$", publisher.source, name="source"),
    path("search", searching.search, name="search"),
    path("check", checking.check, name="check"),
    path("trending", listing.trending, name="trending"),
    path("corrections", listing.corrections, name="corrections"),
    path("quality", quality.show, name="quality"),
    path("quality.json", quality.as_json, name="quality_json"),
    path("muted", muting.muted_sources, name="muted_sources"),
    path("about", TemplateView.as_view(template_name="web/about.html"), name="about"),
    path("about/edits", _ABOUT_EDITS, name="about_edits"),
    path("about/ranking", ranking.about, name="about_ranking"),
    path("about/ranking/now", ranking.now, name="ranking_now"),
    path("your-order", ranking.your_order, name="your_order"),
    path("websub/<slug:token>", websub.callback, name="websub"),
    path("edition/today", edition.today, name="today"),
    re_path(r"^edition/(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$", edition.edition, name="edition"),
    path("appearance", appearance.choose, name="appearance"),
    path("language", language.choose, name="language"),
    path("offline", TemplateView.as_view(template_name="web/offline.html"), name="offline"),
    path("sw.js", edition.service_worker, name="service_worker"),
    path("robots.txt", machine.robots, name="robots"),
    path(".well-known/security.txt", machine.security_txt, name="security_txt"),
    path("manifest.webmanifest", machine.manifest, name="manifest"),
    path("opensearch.xml", machine.opensearch, name="opensearch"),
    path("favicon.ico", RedirectView.as_view(url="/favicon.svg", permanent=True)),
    path("favicon.svg", RedirectView.as_view(url="/static/web/favicon.svg", permanent=False)),
    path("apple-touch-icon.png", RedirectView.as_view(url="/static/web/apple-touch-icon.png", permanent=False)),
    path("sitemap.xml", index_of, {"sitemaps": {"clips": Clips}}, name="sitemaps"),
    path("sitemap-news.xml", sitemap, _NEWS, name="sitemap_news"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": {"clips": Clips}}, name="sitemap"),
]
