"""Words that pages take from the inner stages, which know no language but English: named here to be translated.

A test says which are missing. The sentences of kernel.reasons need no place here: `makemessages` reads them there, but
of a refusal only one argument.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import pgettext_lazy

CATEGORIES = (
    _("General"), _("World"), _("Politics"), _("Crime & Law"), _("Disasters & Accidents"), _("Business"),
    _("Technology"), _("Science"), _("Health"), _("Sports"), _("Culture"), _("Entertainment"), _("Environment"),
)  # fmt: skip
EVENTS = (
    _("a clip is published or changed"), _("a clip is corrected or withdrawn"), _("you are told something"),
)  # fmt: skip
PERIODS = (_("day"), _("week"), _("month"))
PHASES = (pgettext_lazy("phase", "new"), pgettext_lazy("phase", "developing"), pgettext_lazy("phase", "quiet"))
SCOPES = (_("everywhere"), _("in lists, not in search"), _("in comments only"))
BALLOT = (_("off topic"), _("wrong"), _("old news"), _("advertising"))
WEIGHTS = (_("the first weights"), _("what repeats a category or its only publisher counts less"))
FLAGS = (
    _("advertising"), _("it attacks somebody"), _("off topic"), _("wrong or misleading"),
    _("an article does not belong here"), _("the same event as another story"),
    _("it shows something private"), _("against the law"), _("something else"), _("held by a rule"),
    _("a challenge to a sentence"),
)  # fmt: skip
CHANGES = (
    _("%(what)s, from “%(old)s” to “%(new)s”"), _("%(what)s: “%(new)s”"), _("%(what)s, no longer “%(old)s”"),
)  # fmt: skip
DEEDS = (
    _("took a sentence out of"), _("changed the headline or the hashtags of"),
    _("changed the headline of"), _("changed the hashtags of"),
    _("paused a source of"), _("resumed a source of"), _("removed a source of"),
    _("removed"), _("restored"), _("locked the discussion of"), _("opened the discussion of"), _("merged"), _("split"),
    _("moved articles:"), _("kept apart"), _("kept an article in"),
    _("undid a change to"), _("warned"), _("suspended"), _("ended the suspension of"), _("banned"),
    _("unbanned"), _("held back"), _("approved"),
    _("pinned to the front page"), _("unpinned from the front page"),
    _("dismissed readers’ reports about"), _("reopened readers’ reports about"), _("carried out a suggestion for"),
    _("refused a suggestion for"), _("no longer counts what was done by"), _("counts again what was done by"),
    _("closed the account of"), _("opened the account of"),
    _("added a source of"), _("declined a source of"),
    _("gave a moderator’s rights to"), _("took a moderator’s rights from"),
    _("gave a staff member’s rights to"), _("took a staff member’s rights from"),
    _("gave every right to"), _("removed all rights from"),
)  # fmt: skip
MATTERS = (
    _("the story “%(headline)s”"), _("story %(number)s"), _("a comment by %(name)s"), _("comment %(number)s"),
    _("reader %(number)s"),
)  # fmt: skip
ORDERS = (
    pgettext_lazy("do", "lock"), pgettext_lazy("do", "unlock"), pgettext_lazy("do", "remove"),
    pgettext_lazy("do", "restore"), pgettext_lazy("do", "dismiss"), pgettext_lazy("do", "approve"),
    pgettext_lazy("do", "warn"), pgettext_lazy("do", "suspend"), pgettext_lazy("do", "unsuspend"),
    pgettext_lazy("do", "ban"), pgettext_lazy("do", "unban"), pgettext_lazy("do", "hold"),
    pgettext_lazy("do", "pin"), pgettext_lazy("do", "unpin"),
    pgettext_lazy("do", "discount"), pgettext_lazy("do", "count"),
    pgettext_lazy("do", "reopen the reports"), pgettext_lazy("do", "end the suspension"),
    pgettext_lazy("do", "make a moderator"), pgettext_lazy("do", "remove as a moderator"),
)  # fmt: skip
SUGGESTIONS = (
    _("another headline"), _("other hashtags"), _("these articles are about another event"),
    _("another story is about the same event"), _("Open"), _("Applied"), _("Refused"), _("Undone"),
)  # fmt: skip
CORRECTIONS = (
    _("A publisher changed its article"), _("A publisher withdrew its article"),
    _("An article turned out to belong to another story"), _("The clip was withdrawn"),
    _("The clip is published again"), _("A reader’s challenge was upheld"),
    _("An article went back to its own story"),
    _("A sentence was taken out and put back"), _("A moderator took out a sentence"),
)  # fmt: skip
NOTICES = (
    _("%(name)s mentioned you: %(text)s"), _("%(name)s is quoted: %(text)s"),
    _("What happened next: %(headline)s"),
    _("%(name)s replied: %(text)s"), _("Corrected: %(reason)s"), _("One more independent report: %(headline)s"),
    _("%(number)s more independent reports: %(headline)s"), _("New: %(text)s"), _("Your appeal was answered: %(text)s"),
    _("Your webhook at %(host)s could not be reached and gets nothing more."),
    _("The source that you suggested is read from now on: %(name)s"),
    _("The source that you suggested at %(host)s was declined: %(reason)s"),
    _("The source that you suggested at %(host)s cannot be read."),
    _("The source that you suggested at %(host)s is read already."),
    _("%(name)s carried out what you suggested for a story."),
    _("What you suggested for a story was carried out: enough readers agree."),
    _("%(name)s declined what you suggested for a story: %(reason)s"),
    _("What you suggested for a story cannot be carried out."),
    _("%(name)s carried out what you suggested for “%(headline)s”."),
    _("What you suggested for “%(headline)s” was carried out: enough readers agree."),
    _("%(name)s declined what you suggested for “%(headline)s”: %(reason)s"),
    _("What you suggested for “%(headline)s” cannot be carried out."),
    _("%(name)s left the story that you reported as it is, “%(headline)s”: %(reason)s"),
    _("%(name)s removed the story that you reported, “%(headline)s”: %(reason)s"),
    _("%(name)s acted on the story that you reported, “%(headline)s”: %(reason)s"),
    _("%(name)s left the story that you reported as it is: %(reason)s"),
    _("%(name)s removed the story that you reported: %(reason)s"),
    _("%(name)s acted on the story that you reported: %(reason)s"),
    _("%(name)s left the comment that you reported as it is: %(reason)s"),
    _("%(name)s removed the comment that you reported: %(reason)s"),
    _("%(name)s acted on the comment that you reported: %(reason)s"),
    _("%(name)s left the account that you reported as it is: %(reason)s"),
    _("%(name)s acted on the account that you reported: %(reason)s"),
    _("%(name)s took out the sentence that you challenged: %(reason)s"),
    _("%(name)s kept the sentence that you challenged: %(reason)s"),
    _("%(name)s put back the sentence that you challenged: %(reason)s"),
    _("The sentence that you challenged is no longer in the clip; %(name)s closed the challenge: %(reason)s"),
    _("%(name)s removed your comment: %(reason)s"), _("%(name)s restored your comment: %(reason)s"),
    _("%(name)s approved your comment: %(reason)s"), _("%(name)s dismissed the reports about your comment: %(reason)s"),
    _("%(name)s approved your account: %(reason)s"), _("%(name)s warned you: %(reason)s"),
    _("%(name)s suspended you: %(reason)s"),
    _("%(name)s suspended you until %(until)s: %(reason)s"), _("%(name)s made you a moderator: %(reason)s"),
    _("%(name)s removed you as a moderator: %(reason)s"),
    _("%(name)s decided something about you: %(reason)s"),
    _("%(name)s reopened the reports about your comment: %(reason)s"),
    _("%(name)s reopened the reports about you: %(reason)s"),
    _("%(name)s ended your suspension: %(reason)s"), _("%(name)s dismissed the reports about you: %(reason)s"),
)  # fmt: skip
EDITIONS = (_("no mail edition"), _("every day"), _("once a week"))
RIGHTS = (
    pgettext_lazy("may", "read what you follow, mute and were told"), pgettext_lazy("may", "vote"),
    pgettext_lazy("may", "comment"), pgettext_lazy("may", "follow and mute"), pgettext_lazy("may", "submit links"),
    pgettext_lazy("may", "read your own feeds, by their address"), pgettext_lazy("may", "keep collections"),
    pgettext_lazy("may", "suggest changes and challenge sentences"),
    pgettext_lazy("may", "report to moderators, and appeal"),
    pgettext_lazy("may", "change your settings and take your data along"),
    pgettext_lazy("may", "add webhooks and browsers that are told"),
    pgettext_lazy("may", "moderate, where you are a moderator"),
)  # fmt: skip
REMEDIES = (
    _("Give an address that starts with https:// or http://."),
    _("Give the page's http(s) address."),
    _("Give an address that anyone can open."),
    _("Give its https address."),
    _("Use the site's ordinary address."),
    _("Give the address of an article; clips are here already."),
    _("Give the address of a publisher."),
    _("Remove the part before the @."),
    _("Check the spelling; a source is tried again."),
    _("Check the spelling."),
    _("What is here can be read. Leave this page open, and send it again later."),
    _("A source is tried again by itself."),
    _("Tell the publisher, or use another address."),
    _("Take a smaller feed, or the article itself."),
    _("Give the address it should lead to."),
    _("Take another source, or ask them."),
    _("Nothing. We ask again at the time it gave."),
    _("Take a public page of this publisher."),
    _("Check the address; a source is tried again, less and less often."),
    _("Remove the source."),
    _("Check the address."),
    _("It is looked at again; check that it is the right one."),
    _("Check the address in a browser."),
    _("Give the site's home page to find its feeds."),
    _("Give the feed's own address."),
    _("Give the page that lists them, or a feed."),
    _("Nothing: they are free again within minutes, and the worker or the next refresh takes them."),
    _("Nothing: pictures and files are not articles."),
    _("Add it as a source instead."),
    _("Choose two stories that stand on their own."),
    _("Name some of its articles, not all."),
    _("See the log; this is a defect of Newsclip."),
    _("See NEWSCLIP_LLM_TOKENS_A_DAY."),
    _("Try another model; see docs/how-to/use-a-model.md."),
    _("Raise NEWSCLIP_LLM_TOKENS."),
    _("Derive it with that version."),
    _("Write something first."),
    _("Shorten it."),
    _("Come back tomorrow."),
    _("Sign in in another tab, come back to this one, and send it again."),
    _("Send it again."),
    _("See the moderation log; you may appeal."),
    _("See the moderation log for the reason."),
    _("Unmute it to read this."),
    _("Write a reply that puts it right."),
    _("It is open to you a week after you signed up."),
    _("Choose one."),
    _("See newsclip FILTER --help."),
    _("Check that it exists."),
    _("Submit it as a link instead."),
    _("Choose at least one."),
    _("See docs/reference/catalogue.md."),
    _("Remove one of them."),
    _("Put the rest into another file."),
    _("Give two letters, such as SE, or nothing."),
)
# What older notices say.
FORMER_NOTICES = (
    _("%(name)s ended your time as a moderator: %(reason)s"), _("How it went on: %(headline)s"),
    _("%(name)s dismissed the flags on your comment: %(reason)s"),
    _("%(name)s dismissed the flags on you: %(reason)s"),
    _("%(name)s opened the flags on your comment again: %(reason)s"),
    _("%(name)s opened the flags on you again: %(reason)s"),
    _("%(name)s took out the sentence that you doubted: %(reason)s"),
    _("%(name)s kept the sentence that you doubted: %(reason)s"),
    _("The clip no longer says the sentence that you doubted; %(name)s closed the doubt: %(reason)s"),
)  # fmt: skip
