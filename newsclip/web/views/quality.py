"""How good this site is, by its own count."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsclip.web import quality


def show(request: HttpRequest) -> HttpResponse:
    found = quality.quality(timezone.now())
    return render(request, "web/quality.html", {"quality": found, "days": quality.PERIOD.days})
