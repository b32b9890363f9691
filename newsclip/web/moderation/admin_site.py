"""The staff's tables: entered by the site's own sign-in, with its limits and its second factor."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.utils import get_next_redirect_url
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from newsclip.options import OPTIONS


class Tables(AdminSite):
    """The framework's tables without its own forms for signing in and for passwords."""

    site_header = site_title = OPTIONS.site_name
    index_title = "Tables"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """The site's own tables alone: those of the sign-in have pages of their own, or are not used."""
        given = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        ours = [model for model in given if model.__module__.startswith("newsclip.")]
        super().register(ours, admin_class, **options)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Strangers sign in where everybody does and come back; whoever is no staff is told so."""
        answer: HttpResponse = secure_admin_login(_go_on)(request)
        return answer

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override] # leads elsewhere
        return redirect("account_change_password")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override] # leads elsewhere
        """By a form alone, and then to the front page, whatever else the form names."""
        if request.method == "POST":
            logout(request)
        return redirect("web:front")


def _go_on(request: HttpRequest) -> HttpResponse:
    return redirect(get_next_redirect_url(request) or "admin:index")
