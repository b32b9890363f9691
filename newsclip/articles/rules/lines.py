"""Lines that stand inside an article's body without belonging to it: pleas, credits, links to other pages."""

import re

from newsclip.articles.rules.shown import date_in

_JUNK = re.compile(
    r"""^(?:
      advertisement|ad|sponsored|share(?:[ ]this.*|[ ]on[ ].*)?|tweet|email|print
    | comments?|\d+[ ]comments?
    | read[ ]more.*|read[ ]also.*|also[ ]read.*|see[ ]also.*|watch:?[ ].*|continue[ ]reading.*
    | story[ ]continues[ ]below.*
    | related(?:[ ](?:articles?|stories|content|news|topics?))?:?.*|more[ ](?:from|on|in)[ ].*|you[ ]may[ ]also[ ]like.*
    | recommended.*|most[ ]popular.*|trending.*|editor'?s[ ]picks?|don't[ ]miss.*
    | follow[ ](?:us|me|him|her)[ ].*|sign[ ]up.*|subscribe.*|newsletter.*|thanks[ ]for[ ]signing[ ]up.*
    | click[ ]here.*
    | download[ ]our[ ]app.*|like[ ]this[ ]story\?.*|have[ ]a[ ]tip\?.*|contact[ ]us.*
    | report[ ](?:a[ ]typo|an[ ]error).*
    | photo(?:s|graph)?:.*|image:.*|\(?photo[ ]by[ ].*|getty[ ]images.*|getty|reuters|ap[ ]photo.*|caption|source:.*
    | published:?[ ].*|updated:?[ ].*|posted:?[ ].*|last[ ]updated.*|via[ ].{0,40}
    | by[ ][A-Z][\w.'-]+(?:[ ][A-Z][\w.'-]+){0,4}
    | ©.*|copyright[ ].*|all[ ]rights[ ]reserved.*
    | tags?:?.*|filed[ ]under:?.*|topics?:?.*|categories:?.*
    | already[ ]a[ ](?:subscriber|member)\b.*
    | loading\.*|close|play[ ]video|view[ ]comments|leave[ ]a[ ](?:reply|comment).*|skip[ ]to.*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_FULL_STOP = (".", ".”", '."')
_CREDIT = re.compile(
    r"""\((?:image|photo|picture|foto|bild|credit|crédit|pic)s?\s*(?:credit|source|by)?\s*[:/][^)]*\)\s*$
    | ^(?:bildrechte|foto|photo|image|bild|quelle|picture|crédit|credit|fuente|fotos)\s*:\s*.{0,80}$
    | ^©\s
    | (?:getty[ ]images|/reuters|/ap[ ]photo|/afp|\(ap\)|shutterstock|\bdpa\b)\s*\)?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|af)\s+[^\W\d_][^.!?]{3,}$", re.IGNORECASE)
_TAIL = re.compile(
    r"""^(?:related|more[ ](?:from|on|in|stories)|read[ ](?:more|next|also)|recommended|comments?|trending|latest
    | you[ ](?:may|might)[ ]also|most[ ](?:read|popular)|see[ ]also|further[ ]reading|about[ ]the[ ]author|share[ ]this
    | leave[ ]a|don't[ ]miss|popular|more\b|up[ ]next|next[ ]up|sponsored|editor|newsletter
    | weiterlesen|mehr[ ]zum|mehr[ ]zu|lesen[ ]sie|das[ ]könnte|auch[ ]interessant
    | à[ ]lire|lire[ ]aussi|sur[ ]le[ ]même|leer[ ]más|te[ ]puede|lea[ ]también|leggi[ ]anche)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_junk(line: str) -> bool:
    """Whether a short line is furniture: "Read more: …", "By Jane Roe", "Share this". A whole sentence never is."""
    if len(line) >= 120 or (len(line) > 30 and line.endswith(_FULL_STOP)):
        return False
    return _JUNK.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the article, and when: "By Jane Roe | Updated 3 March 2026, 10:15"."""
    return _BYLINE.match(line) is not None and date_in(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line is a picture's caption or credit, told by who it credits."""
    return len(line) < 220 and _CREDIT.search(line) is not None


def opens_tail(heading: str) -> bool:
    """Whether this heading opens what follows an article: related stories, comments, the author's portrait."""
    return len(heading) < 80 and _TAIL.match(heading) is not None
