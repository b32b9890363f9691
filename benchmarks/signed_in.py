"""Signs Mara in, in the environment of one site: her session, and how many queries her front page takes, as JSON."""

import json

from benchmarks.many_clips import MARA
from newsclip.server.setup import ready


def main() -> None:
    ready()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from newsclip.accounts.models import Reader
    from newsclip.web.accounts.session_store import cookie_of

    browser = Client(headers={"host": "localhost"})
    browser.force_login(Reader.objects.get(username=MARA), "allauth.account.auth_backends.AuthenticationBackend")
    browser.cookies["sessionid"] = cookie_of(browser.cookies["sessionid"].value)
    browser.get("/")
    with CaptureQueriesContext(connection) as asked:
        page = browser.get("/").content.decode()
    session = browser.cookies["sessionid"].value
    print(json.dumps({"session": session, "queries": len(asked), "cards": page.count('<article class="card')}))


if __name__ == "__main__":
    main()
