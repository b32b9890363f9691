"""Every markup that ever attacked a page, through the one sanitiser, in a real Chromium, with the policy on and off."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils.csp import build_policy

from newsclip.kernel.markdown import as_html, read
from newsclip.kernel.reasons import Refused
from newsclip.kernel.sanitizing import clean
from tests.hostile.rows import body_of, rows
from tests.hostile.watched import Watched, each, name_of, together, watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SETS = [f"xss-{name}" for name in ("ammonia", "dompurify", "h5sc", "miniflux", "owasp", "patt")]
SAMPLED = 200  # each raw row needs a page of its own
POLICY = build_policy(settings.SECURE_CSP)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory, hostile_data):
    with watched(tmp_path_factory.mktemp("chromium")) as browser:
        browser.trigger(triggers(hostile_data))
        yield browser


def markup(hostile_data: Path, *names: str) -> dict[str, str]:
    return {
        f"{name}/{row['id']}": body_of(row).decode("utf-8", "replace")
        for name in names
        for row in rows(hostile_data, name)
    }


def triggers(hostile_data: Path) -> dict[str, str]:
    return {f"xss-h5sc/{row['id']}": row["trigger"] for row in rows(hostile_data, "xss-h5sc") if row.get("trigger")}


def cleaned(texts: dict[str, str]) -> dict[str, str]:
    shown = {}
    for name, text in texts.items():
        try:
            shown[name] = clean(text)
        except Refused:
            continue
    return shown


@pytest.mark.parametrize("enforce", [True, False], ids=["policy on", "policy off"])
def test_nothing_runs_and_nothing_is_asked_for(chromium: Watched, hostile_data, enforce):
    texts = markup(hostile_data, *SETS, "http-leaks", "naughty", "injection-texts")
    safe = cleaned(texts)
    assert safe.keys() == texts.keys()
    clicked = {name: text for name, text in safe.items() if name in triggers(hostile_data)}
    seen = chromium.show(each(clicked.items(), POLICY) | together(safe, POLICY), enforce=enforce)
    assert seen.anything == []


@pytest.mark.parametrize("enforce", [True, False], ids=["policy on", "policy off"])
def test_nothing_runs_in_a_comment_whatever_its_marks(chromium: Watched, hostile_data, enforce):
    texts = markup(hostile_data, *SETS, "http-leaks", "naughty", "injection-texts")
    forms = ("%s", "> %s", "- `%s", "[%s](https://press.example/)", "[a](%s)", "[a](https://press.example/%s)", "@%s")
    shown = {
        f"{name} {form % ''}": as_html(read(form % text), {})
        for number, (name, text) in enumerate(texts.items())
        for form in (forms[0], forms[1 + number % (len(forms) - 1)])
    }
    seen = chromium.show(together(shown, POLICY), enforce=enforce)
    assert seen.anything == []


def test_the_same_markup_uncleaned_is_seen_to_attack(chromium: Watched, hostile_data):
    """The check notices when the sanitiser is off; and the policy alone stops all that is tried."""
    texts = list(markup(hostile_data, *SETS, "http-leaks").items())
    raw = each(texts[:: max(1, len(texts) // SAMPLED)], POLICY)
    unguarded = chromium.show(raw, enforce=False)
    assert len({name_of(finding) for finding in unguarded.tried}) > len(raw) / 4
    assert len({name_of(finding) for finding in unguarded.ran}) > len(raw) / 20
    assert unguarded.foreign
    assert chromium.show(raw, enforce=True).ran == []


def test_cleaning_twice_changes_nothing(hostile_data):
    texts = markup(hostile_data, *SETS, "http-leaks", "html5lib-tree", "naughty")
    assert [name for name, text in cleaned(texts).items() if clean(text) != text] == []
