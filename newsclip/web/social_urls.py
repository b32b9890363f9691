"""The addresses of the social half."""

from django.urls import path, re_path

from newsclip.web.accounts import views
from newsclip.web.moderation import queue
from newsclip.web.pages import contributing, discussion, following, subscribing

urlpatterns = [
    path("s/<int:story_id>/discussion", discussion.discussion, name="discussion"),
    path("s/<int:story_id>/comment", discussion.comment, name="comment"),
    path("comments/<int:comment_id>", discussion.permalink, name="permalink"),
    path("comments/<int:comment_id>/edit", discussion.edit, name="edit"),
    path("comments/<int:comment_id>/withdraw", discussion.withdraw, name="withdraw"),
    path("comments/<int:comment_id>/vote", discussion.vote, name="comment_vote"),
    path("for-you", following.for_you, name="for_you"),
    path("for-you/learning", following.switch_learning, name="switch_learning"),
    path("follow", following.follow, name="follow"),
    path("following", following.following, name="following"),
    path("following.opml", following.as_opml, name="as_opml"),
    path("following.json", following.listed, name="listed"),
    path("mute", following.mute, name="mute"),
    path("notices", following.notices, name="notices"),
    path("s/<int:story_id>/collect", following.collect, name="collect"),
    re_path(r"^collections/(?P<name>[\w.@+-]+)$", following.collections, name="collections"),
    re_path(r"^collections/(?P<name>[\w.@+-]+)/(?P<slug>[\w-]+)$", following.collection, name="collection"),
    path("collection/<slug:slug>/change", following.change_collection, name="change_collection"),
    path("submit", contributing.submit, name="submit"),
    path("submit/<int:submission_id>", contributing.submission, name="submission"),
    path("s/<int:story_id>/suggest", contributing.suggest, name="suggest"),
    path("s/<int:story_id>/suggestions", contributing.suggestions, name="suggestions"),
    path("suggestions/<int:suggestion_id>/support", contributing.support, name="support"),
    path("suggestions/<int:suggestion_id>/decide", contributing.decide, name="decide"),
    path("c/<slug:slug>/challenge", contributing.challenge, name="challenge"),
    path("moderation", queue.log, name="moderation"),
    path("moderation/queue", queue.queue, name="queue"),
    re_path(r"^moderation/(?P<kind>[a-z]+)/(?P<key>[^/\x00]{1,200})$", queue.act, name="act"),
    re_path(r"^flag/(?P<kind>[a-z]+)/(?P<key>[0-9]{1,18})$", queue.flag, name="flag"),
    path("appeal/<int:action_id>", queue.appeal, name="appeal"),
    path("appeal/<int:appeal_id>/answer", queue.answer, name="answer"),
    re_path(r"^u/(?P<name>[\w.@+-]+)$", views.person, name="person"),
    path("settings", views.settings, name="settings"),
    path("settings/invite", views.invite, name="invite"),
    path("settings/tokens", views.tokens, name="tokens"),
    path("settings/credentials", views.credentials, name="credentials"),
    path("settings/webhooks", subscribing.webhooks, name="webhooks"),
    path("settings/browser", subscribing.browser, name="browser"),
    path("settings/export", views.export, name="export"),
    path("settings/leave", views.leave, name="leave"),
    path("settings/readings", views.switch_readings, name="switch_readings"),
    path("settings/forget-readings", views.forget_readings, name="forget_readings"),
]
