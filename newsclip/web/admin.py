"""The tables that staff may see and change by hand. What the journey keeps is for looking only.

Accounts are not among them: staff's pages about members do what staff really do, in the public log.
"""

from django.contrib import admin
from django.http import HttpRequest

from newsclip.accounts.models import Invitation
from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.community.models import Action, Flag
from newsclip.ranking.models import TagReview
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Story


class ToLookAt(admin.ModelAdmin):  # type: ignore[type-arg] # not generic at run time
    """Rows that steps and doors keep: changing them by hand would break what rests on them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Source)
class Sources(ToLookAt):
    list_display = ("url", "kind", "state", "outcome", "due_at")
    list_filter = ("kind", "state", "outcome")
    search_fields = ("url", "title")


@admin.register(Article)
class Articles(ToLookAt):
    list_display = ("url", "state", "code", "found_at")
    list_filter = ("state", "code")
    search_fields = ("url",)
    show_full_result_count = False


@admin.register(Publisher)
class Publishers(admin.ModelAdmin):  # type: ignore[type-arg] # not generic at run time
    list_display = ("name", "domain", "owner", "excerpt_words", "taken_down")
    search_fields = ("name", "domain")
    readonly_fields = ("excerpt_words", "taken_down")  # newsclip excerpts, newsclip takedown: they reach further


@admin.register(TagReview)
class TagReviews(admin.ModelAdmin):  # type: ignore[type-arg] # not generic at run time
    list_display = ("key", "allowed", "at")
    list_filter = ("allowed",)


for model in (Story, Clip, Correction, Action, Flag, Invitation):
    admin.site.register(model, ToLookAt)
