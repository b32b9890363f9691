"""A reader with an account, as a browser is: cookies, forms with their tokens."""

import http.cookiejar
import urllib.parse
import urllib.request
from urllib.error import HTTPError

from benchmarks.hard_days.product import Product

PASSWORD = "a long and quiet phrase"


class Browser:
    """Signs up in a running product."""

    def __init__(self, product: Product, name: str) -> None:
        self._open(product)
        status = self.post("/accounts/signup/", username=name, password1=PASSWORD, email="")
        assert status == 200, f"{name} could not sign up: {status}"
        assert "sessionid" in self.cookie, "who signed up is signed in"

    def _open(self, product: Product, path: str = "/accounts/signup/") -> None:
        self.at = f"http://127.0.0.1:{product.port}"
        self.voted = False
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.opener.open(f"{self.at}{path}", timeout=30).close()

    @property
    def cookie(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    def post(self, path: str, **fields: object) -> int:
        """The status of the page that this form leads to; 0 where nothing answers."""
        token = next(cookie.value for cookie in self.jar if cookie.name == "csrftoken")
        form = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        request = urllib.request.Request(f"{self.at}{path}", form, {"Referer": f"{self.at}{path}"})
        try:
            with self.opener.open(request, timeout=60) as answer:
                return int(answer.status)
        except HTTPError as error:
            error.close()
            return error.code
        except OSError:
            return 0

    def get(self, path: str) -> str:
        with self.opener.open(f"{self.at}{path}", timeout=30) as answer:
            return answer.read().decode()

    def vote(self, story: object) -> int:
        """Vote, or take it back: a change each time."""
        self.voted = not self.voted
        return self.post(f"/s/{story}/vote", **({} if self.voted else {"take_back": "1"}))


def sign_in(product: Product, name: str) -> bool:
    """Whether who signed up before can sign in."""
    browser = Browser.__new__(Browser)
    browser._open(product, "/accounts/login/")
    browser.post("/accounts/login/", login=name, password=PASSWORD)
    return "sessionid" in browser.cookie
