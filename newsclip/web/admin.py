"""The tables that staff may see and change by hand. What the journey keeps is for looking only."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone

from newsclip.accounts.models import Invitation, Reader
from newsclip.articles.models import Article
from newsclip.clips.models import Clip, Correction
from newsclip.community import actions as community
from newsclip.community.models import Action, Flag, Target
from newsclip.community.ports import Order
from newsclip.kernel.reasons import Refused
from newsclip.ranking.models import TagReview
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Story

# What of an account stands in the public log when it changes: what is done where it becomes true, and where false.
_LOGGED = {
    "is_active": (Action.Kind.OPEN, Action.Kind.CLOSE),
    "is_moderator": (Action.Kind.GIVE_MODERATOR, Action.Kind.TAKE_MODERATOR),
    "is_staff": (Action.Kind.GIVE_STAFF, Action.Kind.TAKE_STAFF),
    "is_superuser": (Action.Kind.GIVE_ALL, Action.Kind.TAKE_ALL),
}


class Rights(forms.ModelForm):  # type: ignore[type-arg] # not generic at run time
    """Who closes or opens an account, gives a right or takes one away says why."""

    why = forms.CharField(
        required=False, max_length=500, help_text="For the public log, where is active or one of the rights changes."
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if _LOGGED.keys() & set(self.changed_data) and not given.get("why", "").strip():
            self.add_error("why", "Say why; everybody can read it in the public log.")
        return given


@admin.register(Reader)
class Readers(admin.ModelAdmin):  # type: ignore[type-arg] # not generic at run time
    """Accounts are made by signing up or `newsclip user`, which takes the password, and deleted by their owners."""

    form = Rights
    list_display = ("username", "is_moderator", "is_staff", "suspended_until", "date_joined")
    list_filter = ("is_moderator", "is_staff", "is_active")
    search_fields = ("username", "email")
    ordering = ("username",)
    readonly_fields = ("suspended_until", "invited_by")  # moderators suspend, in the public log
    fieldsets = (
        (None, {"fields": ("username", "email", "is_active", "why")}),
        ("Rights", {"fields": ("is_moderator", "is_staff", "is_superuser")}),
        ("Conduct", {"fields": ("suspended_until", "invited_by")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Reader, form: Rights, change: bool) -> None:  # noqa: FBT001 -- the framework's signature
        for name in (name for name in _LOGGED if name in form.changed_data):
            began, ended = _LOGGED[name]
            kind = began if getattr(obj, name) else ended
            order = Order(kind, Target.READER, str(obj.pk), form.cleaned_data["why"], obj.username)
            try:
                community.act(cast(Reader, request.user), order, now=timezone.now())
            except Refused as refused:
                setattr(obj, name, form.initial[name])
                messages.error(request, str(refused))
        super().save_model(request, obj, form, change)


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
