"""The tables that staff may see and change by hand. What the journey keeps is for looking only."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from newsclip.accounts.models import Invitation, Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.community.models import Action, Flag
from newsclip.options import OPTIONS
from newsclip.ranking.models import TagReview
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Story

admin.site.site_header = admin.site.site_title = OPTIONS.site_name
admin.site.index_title = "Tables"


@admin.register(Reader)
class Readers(UserAdmin):  # type: ignore[type-arg] # not generic at run time
    list_display = ("username", "is_moderator", "is_staff", "suspended_until", "date_joined")
    list_filter = ("is_moderator", "is_staff", "is_active")
    fieldsets = (
        (None, {"fields": ("username", "email", "is_active")}),
        ("Rights", {"fields": ("is_moderator", "is_staff", "is_superuser")}),
        ("Conduct", {"fields": ("suspended_until", "invited_by")}),
    )


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
