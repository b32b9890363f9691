"""Readers and members who ask nginx, and remember what they were told."""

import http.client
import http.cookiejar
import random
import time
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from urllib.error import HTTPError

from benchmarks.two_hosts.servers import ADDRESSES
from benchmarks.two_hosts.site import NAME
from newsclip.web.error_views import RETRY_AFTER

READERS, MEMBERS = 3, 4
PASSWORD = "a long and quiet phrase"
_PAUSE = 0.25
_PATIENCE = 70.0
_REFUSED = (403, 429)
_TOO_BUSY = 503
_SLOW_STORE = ("picture", 503)  # pages do without those
LONG = 5.0  # seconds; a reader would have gone


@dataclass
class Heard:
    """What all of them were answered; `refused`: by the site itself, with a page that says why, by phase."""

    answers: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    lately: float = 0.0
    long: int = 0
    phase: str = ""
    _one: Lock = field(default_factory=Lock)

    def note(self, kind: str, path: str, status: int | str, seconds: float) -> None:
        with self._one:
            self.answers[kind] += 1
            self.longest, self.lately = max(self.longest, seconds), max(self.lately, seconds)
            self.long += seconds > LONG
            if isinstance(status, int) and (status in _REFUSED or (kind, status) == _SLOW_STORE):
                self.refused[f"{self.phase}: {status}"] += 1
            elif status not in (200, 302):
                self.failures.append(f"{self.phase}: {kind} {path}: {status} after {seconds:.1f} s")
                print(self.failures[-1], flush=True)

    def note_busy(self) -> None:
        with self._one:
            self.refused[f"{self.phase}: {_TOO_BUSY}"] += 1

    def failed(self, unsure: str = "") -> list[str]:
        """What was not answered. In the phase `unsure` a host is gone: it took along the changes that it was at, which
        nginx may not ask another host for.
        """
        gone = (f"{unsure}: vote", f"{unsure}: comment")
        return [line for line in self.failures if not unsure or not line.startswith(gone)]

    def take_longest(self) -> float:
        """Seconds that the slowest answer took since this was last asked."""
        with self._one:
            longest, self.lately = self.lately, 0.0
        return longest


@dataclass
class Member:
    """Who votes and comments. `votes` and `words`: what was confirmed; `unsure`: what nobody answered."""

    name: str
    votes: dict[int, bool] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    unsure_votes: set[int] = field(default_factory=set)
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def sign_up(self) -> None:
        self._opener = urllib.request.build_opener(_NoRedirect, urllib.request.HTTPCookieProcessor(self.jar))
        assert self._ask("/accounts/signup/") == 200
        status = self.post("/accounts/signup/", username=self.name, password1=PASSWORD, email="")
        assert status == 302, f"{self.name} could not sign up: {status}"

    def post(self, path: str, **fields: object) -> int | str:
        token = next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")
        return self._ask(path, urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}).encode())

    def _ask(self, path: str, form: bytes | None = None) -> int | str:
        at = f"http://{NAME}"
        request = urllib.request.Request(
            f"http://{ADDRESSES['nginx']}{path}", form, {"Host": NAME, "Referer": at + path}
        )
        try:
            with self._opener.open(request, timeout=_PATIENCE) as answer:
                answer.read()
                return int(answer.status)
        except HTTPError as error:
            with error:
                return error.code
        except (OSError, http.client.HTTPException) as error:
            return repr(error)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


class Load:
    """Runs in threads between `start` and `stop`. `look`: story numbers and addresses that there are by now."""

    def __init__(self, look: Callable[[], tuple[list[int], list[str]]]) -> None:
        self.heard = Heard()
        self.members = [Member(f"member{number}") for number in range(MEMBERS)]
        self._look, self._stop = look, Event()
        self._stories: list[int] = []
        self._addresses = ["/"]

    def refresh(self) -> None:
        self._stories, found = self._look()
        self._addresses = ["/", "/?order=new", "/search?q=bridge", "/feed.atom", *found]

    def phase(self, name: str) -> None:
        self.heard.phase = name

    @contextmanager
    def running(self) -> Iterator[None]:
        with ThreadPoolExecutor(READERS + MEMBERS) as pool:
            asked: list[Future[None]] = [pool.submit(self._read, number) for number in range(READERS)]
            asked += [pool.submit(self._take_part, member) for member in self.members]
            try:
                yield
            finally:
                self._stop.set()
            for one in asked:
                one.result()

    def _read(self, number: int) -> None:
        chance = random.Random(number)
        while not self._stop.wait(_PAUSE):
            path = chance.choice(self._addresses)
            self._patiently("picture" if path.startswith("/media/") else "page", path, lambda at=path: self._get(at))

    def _patiently(self, kind: str, path: str, ask: Callable[[], int | str]) -> int | str:
        """The answer. A site that is too busy says when to come back; who came in vain again and again has failed."""
        for comes_back in (True, True, False):
            began = time.monotonic()
            status = ask()
            if status != _TOO_BUSY or not comes_back:
                break
            self.heard.note_busy()
            if self._stop.wait(RETRY_AFTER):
                return status  # the run is over: nobody comes back
        self.heard.note(kind, path, status, time.monotonic() - began)
        return status

    @staticmethod
    def _get(path: str) -> int | str:
        line = http.client.HTTPConnection(ADDRESSES["nginx"], 80, timeout=_PATIENCE)
        try:
            line.request("GET", path, headers={"Host": NAME})
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            return repr(error)
        else:
            return answer.status
        finally:
            line.close()

    def _take_part(self, member: Member) -> None:
        chance, turn = random.Random(member.name), 0
        while not self._stop.wait(2 * _PAUSE):
            if not self._stories:
                continue
            turn += 1
            story = chance.choice(self._stories)
            if turn % 12 == 0:
                self._comment(member, story, f"Words {turn} of {member.name} about it.")
            else:
                self._vote(member, story)

    def _vote(self, member: Member, story: int) -> None:
        wanted = not member.votes.get(story, False)
        status = self._post("vote", member, f"/s/{story}/vote", **({} if wanted else {"take_back": "1"}))
        if status == 302:
            member.votes[story] = wanted
            member.unsure_votes.discard(story)
        elif status not in (*_REFUSED, 404, 503):
            member.unsure_votes.add(story)

    def _comment(self, member: Member, story: int, words: str) -> None:
        status = self._post("comment", member, f"/s/{story}/comment", text=words)
        if status == 302:
            member.words.append(words)
        elif status not in (*_REFUSED, 404, 503):
            member.unsure.append(words)

    def _post(self, kind: str, member: Member, path: str, **fields: object) -> int | str:
        return self._patiently(kind, path, lambda: member.post(path, **fields))
