"""How good this site is, by its own count."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from newsclip.web.pages import quality_figures


def show(request: HttpRequest) -> HttpResponse:
    found = quality_figures.quality(timezone.now())
    return render(request, "web/quality.html", {"quality": found, "days": quality_figures.PERIOD.days})


def as_json(request: HttpRequest) -> HttpResponse:
    """The same for programs."""
    answer = JsonResponse({"days": quality_figures.PERIOD.days, **asdict(quality_figures.quality(timezone.now()))})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
