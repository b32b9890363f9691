"""A site that counts, behind the cache."""

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import RequestFactory

from newsclip.web.caching.page_cache import Application, PageCache


class Site:
    """Counts how often a page was rendered."""

    def __init__(self) -> None:
        self.words, self.times, self.extra = "news", 0, {}
        self.now = 1000.5
        self.written = 0
        self.asked: list[dict[str, str]] = []
        self.cache = PageCache(self.render, clock=lambda: self.now, version=lambda: self.written)

    def render(self, environ, start_response):
        request = WSGIRequest(environ)
        self.times += 1
        self.asked.append(environ)
        answer = HttpResponse(f"{self.words} for {request.COOKIES.get('sessionid', 'nobody')}")
        for name, value in {"Content-Length": len(answer.content), **self.extra}.items():
            answer[name] = value
        if "set" in request.GET:
            answer.set_cookie("sessionid", "new")
        cookies = [("Set-Cookie", cookie.OutputString()) for cookie in answer.cookies.values()]
        start_response("200 OK", [*answer.items(), *cookies])
        return [answer.content]

    def later(self, seconds: float, words: str = "") -> None:
        """Time passes; `words` are written by somebody meanwhile."""
        self.now += seconds
        if words:
            self.words, self.written = words, self.written + 1

    def get(self, path: str = "/", cookies: dict[str, str] | None = None, **headers: str) -> HttpResponse:
        return self.ask("GET", path, cookies, **headers)

    def ask(self, method: str, path: str, cookies: dict[str, str] | None = None, **headers: str) -> HttpResponse:
        factory = RequestFactory()
        factory.cookies.load(cookies or {})
        request = factory.generic(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        return answered(self.cache, request.environ)


def answered(site: Application, environ: dict[str, str]) -> HttpResponse:
    """As a server would send it."""
    answer = HttpResponse()

    def hear(status: str, headers: list[tuple[str, str]]) -> None:
        answer.status_code = int(status[:3])
        del answer["Content-Type"]
        for name, value in headers:
            if name == "Set-Cookie":
                answer.cookies.load(value)
            else:
                answer[name] = value

    answer.content = b"".join(site(environ, hear))
    return answer
