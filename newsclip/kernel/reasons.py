"""Every way in which something can be refused or fail, in words a person understands.

A code is stored on the row and never changes its meaning; its sentence may be improved at any time.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """`sentence` says what happened; `remedy` what to do about it ("" where nothing need be done)."""

    code: str
    sentence: str
    remedy: str = ""


class Refused(Exception):
    """Something was refused for a named reason."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.reason = explain(code)
        self.detail = detail
        super().__init__(f"{self.reason.sentence} {detail}".strip())

    @property
    def code(self) -> str:
        return self.reason.code


def explain(code: str) -> Reason:
    """The reason of this code. An unknown code is a defect, and raises KeyError."""
    return _BY_CODE[code]


_REASONS = (
    # addresses
    Reason("not_a_url", "This is not a web address.", "Give an address that starts with https:// or http://."),
    Reason("scheme_refused", "Only http and https addresses can be followed.", "Give the page's http(s) address."),
    Reason(
        "address_not_public",
        "This address is not on the public internet, so it is not asked.",
        "Give a public address. For sources on this machine see NEWSCLIP_LOOPBACK_PORTS.",
    ),
    Reason("port_refused", "This port is not one that news is served on.", "Use the site's ordinary address."),
    Reason("not_encrypted", "Only encrypted addresses (https) are asked here.", "Give its https address."),
    Reason("credentials_refused", "The address holds a name or a password.", "Remove the part before the @."),
    # asking
    Reason(
        "name_unknown", "The host's name could not be found.", "Check the spelling; what is followed is tried again."
    ),
    Reason("connection_failed", "The host did not take the connection.", "What is followed is tried again."),
    Reason("tls_failed", "The host's certificate could not be trusted.", "Tell the publisher, or use another address."),
    Reason("timeout", "The host did not answer in time.", "What is followed is tried again."),
    Reason("too_large", "The answer is larger than is read.", "Follow a smaller feed, or the article itself."),
    Reason("too_many_redirects", "The address redirects too often.", "Give the address it should lead to."),
    Reason("bad_answer", "The host's answer is not proper HTTP.", "What is followed is tried again."),
    Reason("of_ours", "This address is of this very site.", "Give that of an article; clips are here already."),
    Reason("robots", "The publisher's robots.txt asks us not to read this.", "Follow another source, or ask them."),
    Reason("busy", "The host asked us to come back later.", "Nothing: it is asked again when it said."),
    Reason("unauthorized", "The host wants a sign-in (401 or 403).", "Follow a public page of this publisher."),
    Reason(
        "not_found",
        "There is no such page (404).",
        "Check the address; what is followed is tried again, less and less often.",
    ),
    Reason("gone", "The publisher took this page away for good (410).", "Remove the source."),
    Reason("client_error", "The host refused the request.", "Check the address."),
    Reason("server_error", "The host has a fault of its own (5xx).", "What is followed is tried again."),
    # sources
    Reason("unchanged", "Nothing changed since the last look."),
    Reason("looked", "The source was read."),
    Reason("empty_feed", "The feed holds no entries.", "It is looked at again; check that it is the right one."),
    Reason("feed_unreadable", "This is not a feed that can be read.", "Check the address in a browser."),
    Reason("not_opml", "This file is no list of feeds.", "Give one of OPML, as feed readers export it."),
    Reason(
        "partly_listed",
        "The list breaks off, is broken, or holds more than 5,000 feeds; what could be read of it was.",
        "Look which feeds are missing (newsclip sources), and import the rest as a list of its own.",
    ),
    Reason("feed_is_html", "A feed was expected, but a web page came.", "Give the site's home page to find its feeds."),
    Reason("no_feed_found", "The page names no feed and is no article.", "Give the feed's own address."),
    Reason("no_links_found", "The page shows no list of articles.", "Give the page that lists them, or a feed."),
    Reason("hub_asked", "The hub was asked to tell us what is new."),
    Reason("hub_refused", "The hub did not take our wish; the source is asked as before."),
    Reason("unsubscribed", "The hub was asked to stop."),
    Reason("partly_read", "Part of the feed is broken; the good part was read."),
    Reason("already_followed", "This source is followed already."),
    Reason("added", "The source is followed from now on."),
    # articles
    Reason("found", "The article waits to be read."),
    Reason("read", "The article was read."),
    Reason(
        "held",
        "Another process works on these, or one that was killed did.",
        "Nothing: they are free again within minutes, and the worker or the next refresh takes them.",
    ),
    Reason("revised", "The publisher changed the article; the new text is kept as a revision."),
    Reason("not_html", "The address does not lead to a web page.", "Nothing: pictures and files are not articles."),
    Reason("no_article", "No article was found on this page."),
    Reason("too_short", "The page's own text is too short for an article."),
    Reason("index_page", "This is a list of articles, not an article.", "Add it as a source instead."),
    Reason("paywall_stub", "Only the beginning of the article is free to read."),
    Reason("consent_wall", "The page shows a consent form instead of its article."),
    Reason("error_page", "The page says that something went wrong."),
    Reason("login_page", "The page asks for a name and a password.", "Follow a public page of this publisher."),
    Reason("robot_check", "The page asks for proof that a person reads it."),
    Reason("video_page", "The page holds a video and no article."),
    Reason("gallery_page", "The page holds pictures and no article."),
    Reason("unreadable_page", "The page could not be decoded."),
    Reason("future_date", "The date of publication lies in the future; the time it was found counts instead."),
    Reason("too_old", "The article is older than is kept."),
    Reason("same_article", "This is the same article as one that was found at another address."),
    Reason("picture_unreadable", "The picture could not be read."),
    Reason("kept", "The picture is kept here."),
    # stories and clips
    Reason("placed", "The article was placed in a story."),
    Reason("wrong_clock", "Its publisher's clock is wrong by years, so it is placed as if it had no date."),
    Reason("very_long", "Its text is far longer than an article, so it is placed by how it begins."),
    Reason("menu_text", "What came as its text is the page's menu, so it is placed by its headline."),
    Reason("not_mergeable", "These two stories cannot be merged.", "Choose two stories that stand on their own."),
    Reason("not_splittable", "The story cannot be split so.", "Name some of its articles, not all."),
    Reason("written", "The clip was written."),
    Reason("rewritten", "The clip was written anew."),
    Reason("not_news", "The page is an offer, a puzzle or the like and reports nothing."),
    Reason("too_thin", "The story's articles give too little to write a clip from."),
    Reason("not_supported", "The sentence does not rest on the passages it cites."),
    Reason("internal_error", "Something unexpected went wrong.", "See the log; this is a defect of Newsclip."),
    Reason("counted", "The clip's standing was counted."),
    Reason("indexed", "Search knows the clip."),
    # language models
    Reason("over_budget", "The day's budget for the language model is spent.", "See NEWSCLIP_LLM_TOKENS_A_DAY."),
    Reason(
        "bad_draft", "The language model's answer is no clip.", "Try another model; see docs/how-to/use-a-model.md."
    ),
    Reason(
        "answer_cut", "The language model's answer was cut off before it said anything.", "Raise NEWSCLIP_LLM_TOKENS."
    ),
    Reason("too_little_left", "Too little of what the language model said rests on its passages."),
    Reason("answer_lost", "What the language model answered is no longer kept."),
    Reason("other_version", "The clip was written by another version of its writer.", "Derive it with that version."),
    Reason("inputs_lost", "A revision that the clip was written from is no longer kept."),
    # people
    Reason("empty", "There are no words in it.", "Write something first."),
    Reason("too_long", "It is too long.", "Shorten it."),
    Reason("too_fast", "That is as much as one account may do in a day.", "Come back tomorrow."),
    Reason("too_many", "That is as many as one account may have.", "Give up one that is no longer needed first."),
    Reason("delivered", "The receiver took it."),
    Reason("signed_out", "You are not signed in.", "Sign in in another tab, come back to this one, and send it again."),
    Reason("form_old", "The form had grown old; nothing was changed.", "Send it again."),
    Reason("suspended", "This account may read but not write for now.", "See the moderation log; you may appeal."),
    Reason("locked", "This discussion is closed.", "See the moderation log for the reason."),
    Reason("taken_out", "A moderator took this story out.", "See the moderation log for the reason."),
    Reason("forgotten", "It was old and told by no clip; its text is no longer kept."),
    Reason("taken_down", "Its publisher asked that it be taken down."),
    Reason("not_yours", "Only its author may do this."),
    Reason("not_concerned", "Only the person whom it concerns can appeal."),
    Reason("too_late", "It can no longer be changed.", "Write a reply that puts it right."),
    Reason("newcomer", "New accounts may not do this yet.", "It is open to you a week after you signed up."),
    Reason("banned", "Links to this site are not taken here.", "See the moderation log for the reason."),
    Reason("reason_missing", "A vote against needs its reason.", "Choose one."),
    Reason("not_allowed", "You are not allowed to do this."),
    Reason("muted", "It is hidden by what you mute:", "Take the mute back to read it."),
    Reason("already_gone", "It is gone already."),
    Reason("unknown", "There is no such thing here."),
    Reason(
        "not_a_list",
        "This file is no list that can be taken in.",
        "Choose the file that this page gave, or OPML of a feed reader, of at most 1 MiB.",
    ),
    Reason("submitted", "Thank you; the link is read now."),
    # what is shown
    Reason("markup_refused", "This text is too large or too deeply nested and cannot be shown.", "Shorten it."),
    # filters
    Reason("bad_row", "The line is not the JSON object that this filter reads.", "See newsclip FILTER --help."),
    Reason("unreadable_file", "The file named by `path` could not be read.", "Check that it exists."),
)
_BY_CODE = {reason.code: reason for reason in _REASONS}
SENTENCES = tuple(reason.sentence for reason in _REASONS)
