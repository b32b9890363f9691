"""English templates of notices; they are translated when shown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

REPLY = "%(name)s replied: %(text)s"
MENTION = "%(name)s mentioned you: %(text)s"
CORRECTION = "Corrected: %(reason)s"
ONE_REPORT = "One more independent report: %(headline)s"
REPORTS = "%(number)s more independent reports: %(headline)s"
FACT = "New: %(text)s"
QUOTED = "%(name)s is quoted: %(text)s"
WENT_ON = "What happened next: %(headline)s"
APPEAL = "Your appeal was answered: %(text)s"
WEBHOOK = "Your webhook at %(host)s could not be reached and gets nothing more."
SOURCE_ACCEPTED = "The source that you suggested is read from now on: %(name)s"
SOURCE_DECLINED = "The source that you suggested at %(host)s was declined: %(reason)s"
SOURCE_KNOWN = "The source that you suggested at %(host)s is read already."
SOURCE_EMPTY = "The source that you suggested at %(host)s cannot be read."
SUGGESTION_DONE = "%(name)s carried out what you suggested for a story."
SUGGESTION_AGREED = "What you suggested for a story was carried out: enough readers agree."
SUGGESTION_DECLINED = "%(name)s declined what you suggested for a story: %(reason)s"
SUGGESTION_FAILED = "What you suggested for a story cannot be carried out."
SUGGESTION_UNDONE = "%(name)s undid what you suggested for a story."
SUGGESTION_UNDONE_WHY = "%(name)s undid what you suggested for a story: %(reason)s"
NAMING: Mapping[str, str] = {
    SUGGESTION_DONE: "%(name)s carried out what you suggested for “%(headline)s”.",
    SUGGESTION_AGREED: "What you suggested for “%(headline)s” was carried out: enough readers agree.",
    SUGGESTION_DECLINED: "%(name)s declined what you suggested for “%(headline)s”: %(reason)s",
    SUGGESTION_FAILED: "What you suggested for “%(headline)s” cannot be carried out.",
    SUGGESTION_UNDONE: "%(name)s undid what you suggested for “%(headline)s”.",
    SUGGESTION_UNDONE_WHY: "%(name)s undid what you suggested for “%(headline)s”: %(reason)s",
}
"""What is said instead where the story has a headline."""
DOUBT_RIGHT = "%(name)s took out the sentence that you challenged: %(reason)s"
DOUBT_WRONG = "%(name)s kept the sentence that you challenged: %(reason)s"
DOUBT_PUT_BACK = "%(name)s put back the sentence that you challenged: %(reason)s"
DOUBT_GONE = "The sentence that you challenged is no longer in the clip; %(name)s closed the challenge: %(reason)s"
DOUBT_AGAIN = "%(name)s reopened your challenge to a sentence: %(reason)s"
SINCE_UNDONE = "(It was undone since.)"
"""Said behind a notice of what was taken back."""
DEEDS: Mapping[tuple[str, str], str] = {
    ("comment", "remove"): "%(name)s removed your comment: %(reason)s",
    ("comment", "restore"): "%(name)s restored your comment: %(reason)s",
    ("comment", "approve"): "%(name)s approved your comment: %(reason)s",
    ("comment", "dismiss"): "%(name)s dismissed the reports about your comment: %(reason)s",
    ("comment", "reopen"): "%(name)s reopened the reports about your comment: %(reason)s",
    ("reader", "reopen"): "%(name)s reopened the reports about you: %(reason)s",
    ("reader", "approve"): "%(name)s approved your account: %(reason)s",
    ("reader", "warn"): "%(name)s warned you: %(reason)s",
    ("reader", "suspend"): "%(name)s suspended you: %(reason)s",
    ("reader", "unsuspend"): "%(name)s ended your suspension: %(reason)s",
    ("reader", "give_mod"): "%(name)s made you a moderator: %(reason)s",
    ("reader", "take_mod"): "%(name)s removed you as a moderator: %(reason)s",
    ("reader", "dismiss"): "%(name)s dismissed the reports about you: %(reason)s",
}
"""By target and action."""
REPORTS_OF: Mapping[tuple[str, str], str] = {
    ("headline", "dismiss"): "%(name)s left the story that you reported as it is, “%(headline)s”: %(reason)s",
    ("headline", "agree"): "%(name)s agrees with your report about the story “%(headline)s”: %(reason)s",
    ("headline", "remove"): "%(name)s removed the story that you reported, “%(headline)s”: %(reason)s",
    ("headline", "restore"): "%(name)s restored the story that you reported, “%(headline)s”: %(reason)s",
    ("headline", "merge"): "%(name)s merged the story that you reported, “%(headline)s”, with another: %(reason)s",
    ("headline", "split"): "%(name)s split articles off the story that you reported, “%(headline)s”: %(reason)s",
    ("headline", "move"): "%(name)s moved articles out of the story that you reported, “%(headline)s”: %(reason)s",
    ("headline", ""): "%(name)s acted on the story that you reported, “%(headline)s”: %(reason)s",
    ("story", "dismiss"): "%(name)s left the story that you reported as it is: %(reason)s",
    ("story", "agree"): "%(name)s agrees with your report about a story: %(reason)s",
    ("story", "remove"): "%(name)s removed the story that you reported: %(reason)s",
    ("story", "restore"): "%(name)s restored the story that you reported: %(reason)s",
    ("story", "merge"): "%(name)s merged the story that you reported with another: %(reason)s",
    ("story", "split"): "%(name)s split articles off the story that you reported: %(reason)s",
    ("story", "move"): "%(name)s moved articles out of the story that you reported: %(reason)s",
    ("story", ""): "%(name)s acted on the story that you reported: %(reason)s",
    ("comment", "dismiss"): "%(name)s left the comment that you reported as it is: %(reason)s",
    ("comment", "remove"): "%(name)s removed the comment that you reported: %(reason)s",
    ("comment", "restore"): "%(name)s restored the comment that you reported: %(reason)s",
    ("comment", "approve"): "%(name)s approved the comment that you reported: %(reason)s",
    ("comment", ""): "%(name)s acted on the comment that you reported: %(reason)s",
    ("reader", "dismiss"): "%(name)s left the account that you reported as it is: %(reason)s",
    ("reader", "approve"): "%(name)s approved the account that you reported: %(reason)s",
    ("reader", "warn"): "%(name)s warned the person whom you reported: %(reason)s",
    ("reader", "suspend"): "%(name)s suspended the person whom you reported: %(reason)s",
    ("reader", "close"): "%(name)s closed the account that you reported: %(reason)s",
    ("reader", ""): "%(name)s acted on the account that you reported: %(reason)s",
}
"""What became of a report, by what it was about (a story by its headline, if that is known) and action; "" for any."""
REOPENED: Mapping[str, str] = {
    "headline": "%(name)s reopened your report about the story “%(headline)s”: %(reason)s",
    "story": "%(name)s reopened your report about a story: %(reason)s",
    "comment": "%(name)s reopened your report about a comment: %(reason)s",
    "reader": "%(name)s reopened your report about an account: %(reason)s",
}
"""What became of a report whose decision was undone, by what it was about."""
REPORT_UNDONE = "%(name)s undid the decision about the account that you reported: %(reason)s"
SUSPENDED_UNTIL = "%(name)s suspended you until %(until)s: %(reason)s"
DEED = "%(name)s decided something about you: %(reason)s"
ALL = (
    REPLY,
    MENTION,
    CORRECTION,
    ONE_REPORT,
    REPORTS,
    FACT,
    QUOTED,
    WENT_ON,
    APPEAL,
    WEBHOOK,
    SOURCE_ACCEPTED,
    SOURCE_DECLINED,
    SOURCE_KNOWN,
    SOURCE_EMPTY,
    SUGGESTION_DONE,
    SUGGESTION_AGREED,
    SUGGESTION_DECLINED,
    SUGGESTION_FAILED,
    DOUBT_RIGHT,
    DOUBT_WRONG,
    DOUBT_GONE,
    DOUBT_PUT_BACK,
    DOUBT_AGAIN,
    SINCE_UNDONE,
    REPORT_UNDONE,
    SUGGESTION_UNDONE,
    SUGGESTION_UNDONE_WHY,
    SUSPENDED_UNTIL,
    DEED,
    *DEEDS.values(),
    *NAMING.values(),
    *REPORTS_OF.values(),
    *REOPENED.values(),
)
_LONGEST = 400


def of_report(target: str, kind: str, *, named: bool) -> str:
    """What whoever reported it is told; `named`: the story's headline is known."""
    about = "headline" if named else target
    return REPORTS_OF.get((about, kind)) or REPORTS_OF.get((about, "")) or DEED


def of_undone_report(target: str, *, named: bool, again: bool) -> str:
    """What whoever reported it is told when the decision was undone; `again`: their report waits again."""
    about = "headline" if named else target
    return REOPENED[about] if again else REPORTS_OF.get((about, "restore"), REPORT_UNDONE)


def parts(given: Mapping[str, Any]) -> dict[str, Any]:
    """The stored parts: each text is bounded, so the sentence is too."""
    return {name: part[:_LONGEST] if isinstance(part, str) else part for name, part in given.items()}


def plain_day(moment: datetime) -> str:
    """As rows that are read without a page have it."""
    return moment.date().isoformat()


def said(
    sentence: str,
    given: Mapping[str, Any],
    translate: Callable[[str], str] = str,
    day: Callable[[datetime], str] = plain_day,
) -> str:
    """The sentence with its parts, translated; `day`: how the page writes a date."""
    ends = {"until": day(datetime.fromisoformat(given["until"]))} if given.get("until") else {}
    return translate(sentence) % {**given, **ends}
