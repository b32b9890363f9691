"""The buttons of a card, in HTML: to vote for a story, to save it, to follow it; and the link to its discussion."""

from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from newsclip.web.formatting import filled

# The page's form says who votes or saves, so that the buttons are the same for all (web/_card_form.html).
_VOTE = (
    '<button class="card-act" type="submit" form="card-form" formaction="{address}" id="vote-{story}"{pressed}'
    ' aria-labelledby="vote-{story} title-{story}"><span aria-hidden="true">{sign}</span> {words}{number}</button>'
)
_NOT_PRESSED = SafeString(' aria-pressed="false"')
_PRESSED = ' aria-pressed="true" name="take_back" value="1" title="{title}"'
_SAVE = (
    '<button class="card-act" type="submit" form="card-form" formaction="{address}" id="save-{story}"{pressed}'
    ' aria-labelledby="save-{story} title-{story}"><span aria-hidden="true">{sign}</span> {words}</button>'
)
_FOLLOW = (
    '<button class="card-act" type="submit" form="card-form" formaction="{address}" id="follow-{story}"{pressed}'
    ' aria-labelledby="follow-{story} title-{story}">{words}{number}</button>'
)
_UNDOES = ' aria-pressed="true" name="undo" value="1" title="{title}"'
_DISCUSS = (
    '<a class="card-act" id="discuss-{story}" href="{address}" aria-labelledby="discuss-{story} title-{story}">'
    "{words}{number}</a>"
)


def vote_button(story: int, votes: int, mine: int) -> SafeString:
    """The button that votes for a story, or takes back how the reader voted (`mine`)."""
    sign, words = {
        1: ("▲", gettext("You voted")),
        -1: ("▼", gettext("You voted against it")),
        0: ("△", pgettext("verb", "Vote")),
    }[mine]
    return filled(
        _VOTE,
        address=address_of("web:vote", str(story)),
        story=story,
        pressed=filled(_PRESSED, title=gettext("Take your vote back")) if mine else _NOT_PRESSED,
        sign=sign,
        words=words,
        number=_in_brackets(votes),
    )


def save_button(story: int, *, saved: bool) -> SafeString:
    """The button that saves a story to read it later, or takes it out again."""
    return filled(
        _SAVE,
        address=address_of("web:save", str(story)),
        story=story,
        pressed=filled(_UNDOES, title=gettext("Remove it from “Saved”")) if saved else _NOT_PRESSED,
        sign="✓" if saved else "+",
        words=pgettext("state", "Saved") if saved else pgettext("read later", "Save"),
    )


def follow_button(story: int, followers: int, *, followed: bool) -> SafeString:
    """The button that follows a story, or ends it."""
    return filled(
        _FOLLOW,
        address=address_of("web:follow_story", str(story)),
        story=story,
        pressed=filled(_UNDOES, title=gettext("Unfollow")) if followed else _NOT_PRESSED,
        words=pgettext("state", "Following") if followed else gettext("Follow"),
        number=_in_brackets(followers),
    )


def discuss_link(story: int, comments: int) -> SafeString:
    """The link to the story's discussion, with how many comments it has."""
    address, words = address_of("web:discussion", str(story)), gettext("Discuss")
    return filled(_DISCUSS, address=address, story=story, words=words, number=_in_brackets(comments))


def _in_brackets(count: int) -> str:
    return f" ({count})".replace("-", "−") if count else ""


def address_of(name: str, slug: str) -> str:
    """The address of the page or form of this name, for this slug or number."""
    before, after = _around(name)
    return f"{before}{slug}{after}"


@lru_cache
def _around(name: str) -> tuple[str, str]:
    """What stands before and after the slug or number in addresses of this name: to be looked up often for a page."""
    before, _, after = reverse(name, args=["1234567890"]).partition("1234567890")
    return before, after
