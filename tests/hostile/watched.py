"""Chromium with no network at all: every request is answered here, and everything a page tries is written down.

The browser runs in a network namespace of its own that holds nothing (`unshare`), so what slips past the interception
has nowhere to go. Whether a script would run is not guessed from what it does: the site's own policy stands on every
page, enforced or for report alone, and Chromium tells of each script, handler or address that the policy would refuse.
"""

import json
import os
import stat
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Frame, Route, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.conftest import CHROMIUM, FLAGS

ORIGIN = "https://news.example"
POLICY = "Content-Security-Policy"
TOGETHER = 12
_SETTLED = 120  # milliseconds

_HOOKS = """(() => {
  const tell = (kind, what) => { try { window.tellTest(kind, String(what).slice(0, 200)) } catch {} };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { tell("ran", name) };
  window.addEventListener("securitypolicyviolation", (event) => {
    tell("tried", `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
  }, true);
  const bad = /^(javascript|vbscript|data|blob|filesystem):/i;
  const provoke = (element, {name, value}) => {
    if (name.startsWith("on")) {
      tell("tried", `${name} of ${element.localName}`);
      element.dispatchEvent(new Event(name.slice(2), {bubbles: true, cancelable: true}));
    } else if (/href|src|action|data$/i.test(name) && bad.test(new URL(value, document.baseURI).href)) {
      tell("tried", `${name} of ${element.localName}: ${value.slice(0, 60)}`);
      element.click();
    }
  };
  window.addEventListener("load", () => setTimeout(() => {
    for (const element of document.querySelectorAll("*"))
      for (const attribute of [...element.attributes]) try { provoke(element, attribute) } catch {}
  }));
})()"""


@dataclass(frozen=True)
class Shown:
    """A page to show: its HTML, and the policy of the site's own answer."""

    html: str
    policy: str


@dataclass
class Seen:
    """What came of some pages. Each finding begins with the name of its page."""

    ran: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)

    @property
    def anything(self) -> list[str]:
        return [*self.ran, *self.tried, *self.foreign, *self.hung]


class Watched:
    """One browser context in which nothing is unseen."""

    def __init__(self, browser: Any) -> None:
        self._context = browser.new_context(service_workers="block")
        self._context.set_default_timeout(90_000)
        self._context.add_init_script(_HOOKS)
        self._context.expose_binding("tellTest", self._told)
        self._context.route("**/*", self._answer)
        self._pages: dict[str, Shown] = {}
        self._names: dict[str, str] = {}
        self._files: dict[str, tuple[str, str]] = {}
        self._enforce = True
        self.seen = Seen()

    def serve(self, files: dict[str, tuple[str, str]]) -> None:
        """What else the site has: path → (type, content)."""
        self._files |= files

    def trigger(self, scripts: dict[str, str]) -> None:
        """What a tester would do in the page of that name once it is there (a click, say)."""
        for name, script in scripts.items():
            then = f"addEventListener('load', () => setTimeout(() => {{ {script} }}))"
            self._context.add_init_script(f"if (window.name === {json.dumps(name)}) {then}")

    def show(self, pages: dict[str, Shown], *, enforce: bool) -> Seen:
        """Open all pages, many at a time, provoke whatever is in them, and tell what was seen."""
        self.seen, self._enforce = Seen(), enforce
        names = list(pages)
        for start in range(0, len(names), TOGETHER):
            self._names = {
                f"/page/{number}": name for number, name in enumerate(names[start : start + TOGETHER], start)
            }
            self._pages = {path: pages[name] for path, name in self._names.items()}
            self._show_some()
        return self.seen

    def _show_some(self) -> None:
        page = self._context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        try:
            page.goto(f"{ORIGIN}/all", wait_until="load")
            page.wait_for_timeout(_SETTLED)
        except PlaywrightTimeout:
            self.seen.hung += self._names.values()
        page.close()

    def _told(self, source: dict[str, Any], kind: str, what: str) -> None:
        getattr(self.seen, kind).append(f"{self._name(source['frame'])} | {what}")

    def _name(self, frame: Frame | None) -> str:
        while frame is not None:
            name = self._names.get(frame.url.removeprefix(ORIGIN).partition("#")[0].partition("?")[0])
            if name:
                return name
            frame = frame.parent_frame
        return ""

    def _answer(self, route: Route) -> None:
        url = route.request.url
        path = url.removeprefix(ORIGIN).partition("#")[0].partition("?")[0]
        if not url.startswith(f"{ORIGIN}/"):
            self.seen.foreign.append(f"{self._name(_frame(route))} | {route.request.resource_type} {url[:120]}")
            route.abort()
        elif path == "/all":
            frames = "".join(
                f'<iframe src="{path}" name="{escape(name)}" width="600" height="300"></iframe>'
                for path, name in self._names.items()
            )
            route.fulfill(content_type="text/html", body=f"<!doctype html>{frames}")
        elif path in self._pages:
            shown = self._pages[path]
            name = POLICY if self._enforce else f"{POLICY}-Report-Only"
            # shown inside the tester's own page, which the site itself forbids
            policy = shown.policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            route.fulfill(content_type="text/html; charset=utf-8", body=shown.html, headers={name: policy})
        elif path in self._files:
            route.fulfill(content_type=self._files[path][0], body=self._files[path][1])
        else:
            route.fulfill(status=404, content_type="text/plain", body="")


def _frame(route: Route) -> Frame | None:
    try:
        return route.request.frame
    except Error:  # a request that belongs to no frame
        return None


@contextmanager
def watched(folder: Path) -> Iterator[Watched]:
    """A browser in a namespace without a network, where the machine allows one; without any name or proxy otherwise."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        flags = [
            *FLAGS,
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:8249",
            "--disable-extensions",
        ]
        chromium = playwright.chromium.launch(executable_path=_alone(folder), args=flags)
        yield Watched(chromium)
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _alone(folder: Path) -> str:
    for unshare in (["unshare", "--net"], ["unshare", "--net", "--map-root-user"]):
        try:
            subprocess.run([*unshare, "true"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        script = folder / "chromium-alone"
        script.write_text(f'#!/bin/sh\nexec {" ".join(unshare)} {CHROMIUM} "$@"\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return str(script)
    return CHROMIUM


def each(fragments: Iterable[tuple[str, str]], policy: str) -> dict[str, Shown]:
    """Each fragment in a page of its own: name → page."""
    return {name: Shown(f"<!doctype html><title>x</title><body>{markup}", policy) for name, markup in fragments}


def together(fragments: dict[str, str], policy: str, most: int = 60) -> dict[str, Shown]:
    """Many fragments in one page, for such as close what they open."""
    names = list(fragments)
    groups = [names[start : start + most] for start in range(0, len(names), most)]
    pages = {f"{group[0]} … {group[-1]}": "<hr>".join(fragments[name] for name in group) for group in groups}
    return each(pages.items(), policy)


def name_of(finding: str) -> str:
    return finding.partition(" | ")[0]
