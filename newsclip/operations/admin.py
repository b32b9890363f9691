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


class Rights(forms.ModelForm):  # type: ignore[type-arg] # not generic at run time
    """Who closes or opens an account says why."""

    why = forms.CharField(required=False, max_length=500, help_text="For the public log, where is active changes.")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if "is_active" in self.changed_data and not given.get("why", "").strip():
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
        if "is_active" in form.changed_data:
            kind = Action.Kind.OPEN if obj.is_active else Action.Kind.CLOSE
            order = Order(kind, Target.READER, str(obj.pk), form.cleaned_data["why"], obj.username)
            try:
                community.act(cast(Reader, request.user), order, now=timezone.now())
            except Refused as refused:
                obj.is_active = form.initial["is_active"]
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
