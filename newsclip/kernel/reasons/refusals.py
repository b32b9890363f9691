"""Every way in which something can be refused or fail, explained for people.

A code is stored on its row and never changes its meaning; its sentence may be improved at any time.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """`sentence` says what happened, `remedy` what to do about it ("" if there is nothing to do).

    `once`: the remedy where nothing is tried again, as an address was only looked at; None if it is the same.
    """

    code: str
    sentence: str
    remedy: str = ""
    once: str | None = None

    @property
    def remedy_once(self) -> str:
        """What to do where nothing is tried again by itself."""
        return self.remedy if self.once is None else self.once


def explain(code: str) -> Explanation:
    """The explanation of a code. Raises KeyError for an unknown one, which is a defect."""
    return _BY_CODE[code]


_REASONS = (
    # addresses
    Explanation("not_a_url", "This is not a web address.", "Give an address that starts with https:// or http://."),
    Explanation("scheme_refused", "Only http and https addresses can be read.", "Give the page's http(s) address."),
    Explanation(
        "address_not_public",
        "This address is not on the public internet, so it is not asked.",
        "Give an address that anyone can open.",
    ),
    Explanation("port_refused", "This port is not one that news is served on.", "Use the site's ordinary address."),
    Explanation("not_encrypted", "Only encrypted addresses (https) are asked here.", "Give its https address."),
    Explanation("credentials_refused", "The address holds a name or a password.", "Remove the part before the @."),
    # asking
    Explanation(
        "name_unknown",
        "No website was found under this name.",
        "Check the spelling; a source is tried again.",
        once="Check the spelling.",
    ),
    Explanation(
        "connection_failed", "We could not connect to this website.", "A source is tried again by itself.", once=""
    ),
    Explanation(
        "tls_failed",
        "This website's security certificate could not be trusted.",
        "Tell the publisher, or use another address.",
    ),
    Explanation("timeout", "The website did not answer in time.", "A source is tried again by itself.", once=""),
    Explanation("too_large", "The answer is larger than is read.", "Take a smaller feed, or the article itself."),
    Explanation("too_many_redirects", "The address redirects too often.", "Give the address it should lead to."),
    Explanation("bad_answer", "The host's answer is not proper HTTP.", "A source is tried again by itself.", once=""),
    Explanation(
        "of_ours", "This address is of this site itself.", "Give the address of an article; clips are here already."
    ),
    Explanation("source_of_ours", "This address is of this site itself.", "Give the address of a publisher."),
    Explanation("robots", "The publisher's robots.txt asks us not to read this.", "Take another source, or ask them."),
    Explanation("busy", "The website asked us to come back later.", "Nothing. We ask again at the time it gave."),
    Explanation("unauthorized", "The website asks us to sign in.", "Take a public page of this publisher."),
    Explanation(
        "not_found",
        "There is no page at this address.",
        "Check the address; a source is tried again, less and less often.",
        once="Check the address.",
    ),
    Explanation("gone", "The publisher took this page away for good.", "Remove the source.", once="Check the address."),
    Explanation("client_error", "The website refused the request.", "Check the address."),
    Explanation("server_error", "The website has a problem at its end.", "A source is tried again by itself.", once=""),
    # sources
    Explanation("unchanged", "Nothing changed since the last look."),
    Explanation("looked", "The source was read."),
    Explanation("empty_feed", "The feed holds no entries.", "It is looked at again; check that it is the right one."),
    Explanation("feed_unreadable", "This is not a feed that can be read.", "Check the address in a browser."),
    Explanation("not_opml", "This file is no list of feeds.", "Give one of OPML, as feed readers export it."),
    Explanation(
        "partly_listed",
        "The list breaks off, is broken, or holds more than 5,000 feeds; what could be read of it was.",
        "Look which feeds are missing (newsclip sources), and import the rest as a list of its own.",
    ),
    Explanation(
        "feed_is_html", "A feed was expected, but a web page came.", "Give the site's home page to find its feeds."
    ),
    Explanation("no_feed_found", "The page names no feed and is no article.", "Give the feed's own address."),
    Explanation("no_links_found", "The page shows no list of articles.", "Give the page that lists them, or a feed."),
    Explanation("hub_asked", "The hub was asked to tell us what is new."),
    Explanation("hub_refused", "The hub did not take our wish; the source is asked as before."),
    Explanation("unsubscribed", "The hub was asked to stop."),
    Explanation("partly_read", "Part of the feed is broken; the good part was read."),
    Explanation("sources_found", "There is something here that can be read."),
    Explanation("one_article", "This is one article, not a list of articles.", "Submit it as a link instead."),
    Explanation("nothing_chosen", "Nothing was chosen.", "Choose at least one."),
    Explanation("no_country", "This is no country's code.", "Give two letters, such as SE, or nothing."),
    Explanation(
        "bad_interval",
        "These times cannot be kept.",
        "Give times from one minute to seven days, the shorter one first.",
    ),
    Explanation("not_a_catalogue", "This file is no catalogue of sources.", "See docs/reference/catalogue.md."),
    Explanation("bad_entry", "This entry is not as the format says.", "See docs/reference/catalogue.md."),
    Explanation("named_twice", "The catalogue names this source twice.", "Remove one of them."),
    Explanation("too_many_entries", "The catalogue has more than 5,000 entries.", "Put the rest into another file."),
    Explanation("already_followed", "We read this source already."),
    Explanation("added", "The source is read from now on."),
    # articles
    Explanation("found", "The article waits to be read."),
    Explanation("read", "The article was read."),
    Explanation(
        "held",
        "Another process works on these, or one that was killed did.",
        "Nothing: they are free again within minutes, and the worker or the next refresh takes them.",
    ),
    Explanation("revised", "The publisher changed the article; the new text is kept as a revision."),
    Explanation(
        "not_html", "The address does not lead to a web page.", "Nothing: pictures and files are not articles."
    ),
    Explanation("no_article", "No article was found on this page."),
    Explanation("too_short", "The page's own text is too short for an article."),
    Explanation("index_page", "This is a list of articles, not an article.", "Add it as a source instead."),
    Explanation("paywall_stub", "Only the beginning of the article is free to read."),
    Explanation("consent_wall", "The page shows a consent form instead of its article."),
    Explanation("error_page", "The page says that something went wrong."),
    Explanation("login_page", "The page asks for a name and a password.", "Take a public page of this publisher."),
    Explanation("robot_check", "The page asks for proof that a person reads it."),
    Explanation("video_page", "The page holds a video and no article."),
    Explanation("gallery_page", "The page holds pictures and no article."),
    Explanation("unreadable_page", "The page could not be decoded."),
    Explanation("future_date", "The date of publication lies in the future; the time it was found counts instead."),
    Explanation("too_old", "The article is older than is kept."),
    Explanation("same_article", "This is the same article as one that was found at another address."),
    Explanation("picture_unreadable", "The picture could not be read."),
    Explanation(
        "store_away", "The store of pictures does not work.", "See: newsclip doctor. The picture is tried again."
    ),
    Explanation("kept", "The picture is kept here."),
    # stories and clips
    Explanation("placed", "The article was placed in a story."),
    Explanation("wrong_clock", "Its publisher's clock is wrong by years, so it is placed as if it had no date."),
    Explanation("very_long", "Its text is far longer than an article, so it is placed by how it begins."),
    Explanation("menu_text", "What came as its text is the page's menu, so it is placed by its headline."),
    Explanation("not_mergeable", "These two stories cannot be merged.", "Choose two stories that stand on their own."),
    Explanation("not_splittable", "The story cannot be split so.", "Name some of its articles, not all."),
    Explanation("written", "The clip was written."),
    Explanation("rewritten", "The clip was rewritten."),
    Explanation("not_news", "The page is an offer, a puzzle or the like and reports nothing."),
    Explanation("too_thin", "The story's articles give too little to write a clip from."),
    Explanation("not_supported", "The sentence does not rest on the passages it cites."),
    Explanation("time_limit", "It takes more processor time than one text may."),
    Explanation("memory_limit", "It takes more memory than one text may."),
    Explanation("process_died", "The process that read its text died."),
    Explanation(
        "tried_too_often",
        "It, or much else of its publisher, took more than one text may too often today; it is tried again tomorrow.",
        "Once mended, try it now: newsclip retry NAME",
    ),
    Explanation("worker_killed", "The worker was killed twice while it worked on it."),
    Explanation("internal_error", "Something unexpected went wrong.", "See the log; this is a defect of Newsclip."),
    Explanation("counted", "The clip's standing was counted."),
    Explanation("indexed", "Search knows the clip."),
    # language models
    Explanation("over_budget", "The day's budget for the language model is spent.", "See NEWSCLIP_LLM_TOKENS_A_DAY."),
    Explanation(
        "bad_draft", "The language model's answer is no clip.", "Try another model; see docs/how-to/use-a-model.md."
    ),
    Explanation(
        "answer_cut", "The language model's answer was cut off before it said anything.", "Raise NEWSCLIP_LLM_TOKENS."
    ),
    Explanation("too_little_left", "Too little of what the language model said rests on its passages."),
    Explanation(
        "judge_failed", "The judge let a wrong sentence pass that was mixed into its work.", "Run: newsclip exam"
    ),
    Explanation("answer_lost", "What the language model answered is no longer kept."),
    Explanation(
        "other_version", "The clip was written by another version of its writer.", "Derive it with that version."
    ),
    Explanation("inputs_lost", "A revision that the clip was written from is no longer kept."),
    # people
    Explanation("empty", "It is empty.", "Write something first."),
    Explanation("too_long", "It is too long.", "Shorten it."),
    Explanation("too_fast", "You have reached today’s limit.", "Come back tomorrow."),
    Explanation(
        "network_too_fast",
        "Many texts were checked from your network a short while ago.",
        "Send this again in an hour, or sign in.",
    ),
    Explanation("checks_busy", "Other texts are being checked just now.", "Send this again in a few seconds."),
    Explanation("longer_for_members", "Without an account a text may not be so long.", "Sign in, or shorten it."),
    Explanation("too_many", "That is as many as one account may have.", "First delete one that you no longer need."),
    Explanation("delivered", "It was delivered."),
    Explanation(
        "signed_out", "You are not signed in.", "Sign in in another tab, come back to this one, and send it again."
    ),
    Explanation("form_old", "The form had expired; nothing was changed.", "Send it again."),
    Explanation(
        "unconfirmed",
        "The email address of this account is not confirmed yet, so it can read but not write.",
        "Follow the link in the email we sent to it, or ask for another one under Settings.",
    ),
    Explanation(
        "unapproved",
        "This account waits for a moderator's approval, so it may read but not write.",
        "Keep what you wrote, and come back when we tell you that it is approved.",
    ),
    Explanation(
        "factor_missing",
        "This token was made without a second factor, so it does not moderate.",
        "Sign in with your passkey or code, and make another: Settings, Tokens for programs.",
    ),
    Explanation("suspended", "This account may read but not write for now.", "See the moderation log; you may appeal."),
    Explanation(
        "disk_full",
        "This site's disk is full, so nothing new can be kept for now.",
        "What is here can be read. Leave this page open, and send it again later.",
    ),
    Explanation("locked", "This discussion is closed.", "See the moderation log for the reason."),
    Explanation("taken_out", "A moderator took this story out.", "See the moderation log for the reason."),
    Explanation("forgotten", "It was old and in no clip, so we no longer keep its text."),
    Explanation("taken_down", "Its publisher asked that it be taken down."),
    Explanation("not_yours", "Only its author may do this."),
    Explanation("not_concerned", "Only the person whom it concerns can appeal."),
    Explanation("too_late", "It can no longer be changed.", "Write a reply that puts it right."),
    Explanation("newcomer", "New accounts may not do this yet.", "It is open to you a week after you signed up."),
    Explanation("banned", "Links to this site are not taken here.", "See the moderation log for the reason."),
    Explanation("reason_missing", "Please say why you vote against it.", "Choose one."),
    Explanation("not_allowed", "You are not allowed to do this."),
    Explanation("muted", "It is hidden because of what you muted:", "Unmute it to read this."),
    Explanation("already_gone", "It has already been removed."),
    Explanation(
        "answered_gone",
        "The comment that you answered is not shown here.",
        "You can post yours as a comment of its own.",
    ),
    Explanation("unknown", "We could not find that."),
    Explanation(
        "unknown_name",
        "No member has this name, and no clip quotes anybody of this name or has it as a hashtag.",
        "Write the name in full, or search for it: its page has a Follow button.",
    ),
    Explanation(
        "not_a_list",
        "This file is no list that can be taken in.",
        "Choose the file that this page gave, or OPML of a feed reader, of at most 1 MiB.",
    ),
    Explanation("submitted", "Thank you; the link is read now."),
    # what is shown
    Explanation("markup_refused", "This text is too large or too deeply nested and cannot be shown.", "Shorten it."),
    # filters
    Explanation("bad_row", "The line is not the JSON object that this filter reads.", "See newsclip FILTER --help."),
    Explanation("unreadable_file", "The file named by `path` could not be read.", "Check that it exists."),
)
# A text exceeded its limits, or its process died: retried once, then set aside.
OVER_LIMITS = frozenset({"time_limit", "memory_limit", "process_died"})
_BY_CODE = {reason.code: reason for reason in _REASONS}
SENTENCES_BY_CODE = {reason.code: reason.sentence for reason in _REASONS}
