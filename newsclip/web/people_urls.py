"""The addresses of the social half."""

from django.urls import path, re_path

from newsclip.web.views import contributing, discussion, following, moderating, people

urlpatterns = [
    path("s/<int:story_id>/discussion", discussion.discussion, name="discussion"),
    path("s/<int:story_id>/comment", discussion.comment, name="comment"),
    path("comments/<int:comment_id>", discussion.permalink, name="permalink"),
    path("comments/<int:comment_id>/edit", discussion.edit, name="edit"),
    path("comments/<int:comment_id>/withdraw", discussion.withdraw, name="withdraw"),
    path("comments/<int:comment_id>/vote", discussion.vote, name="comment_vote"),
    path("for-you", following.for_you, name="for_you"),
    path("follow", following.follow, name="follow"),
    path("following", following.following, name="following"),
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
    path("moderation", moderating.log, name="moderation"),
    path("moderation/queue", moderating.queue, name="queue"),
    re_path(r"^moderation/(?P<kind>[a-z]+)/(?P<key>[^/\x00]{1,200})$", moderating.act, name="act"),
    re_path(r"^flag/(?P<kind>[a-z]+)/(?P<key>[0-9]{1,18})$", moderating.flag, name="flag"),
    path("appeal/<int:action_id>", moderating.appeal, name="appeal"),
    path("appeal/<int:appeal_id>/answer", moderating.answer, name="answer"),
    re_path(r"^u/(?P<name>[\w.@+-]+)$", people.person, name="person"),
    path("settings", people.settings, name="settings"),
    path("settings/invite", people.invite, name="invite"),
    path("settings/tokens", people.tokens, name="tokens"),
    path("settings/export", people.export, name="export"),
    path("settings/leave", people.leave, name="leave"),
    path("settings/forget-readings", people.forget_readings, name="forget_readings"),
]
