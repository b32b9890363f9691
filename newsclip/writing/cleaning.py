"""What must not be published as news, and what may be cut from the front of a sentence that is."""

import re

from newsclip.evidence.edits import Edit
from newsclip.language.cues import cues, unspaced_cues
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.quotation_marks import closed
from newsclip.language.unspaced import LANGUAGES, count_words

_SHORTEST, _LONGEST, _MOST_CHARACTERS = 5, 60, 2000  # words; sixty words of thirty letters are no sentence
_TAIL = 80  # characters: more marks than end a sentence, and more letters than an abbreviation has
_ENDS = re.compile(r"(?<!\.\.)[.!。।] ?['\"”’“»«)\]）」』]*$|[.!?…。।！？]['\"”’“»«」』]$")
_ABBREVIATED = re.compile(
    r"\b(?:Smt|Shri|Sri|Hon|Messrs|Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Supt|Insp|Jan|Feb|Aug|"
    r"Sept|Oct|Nov|Dec|St|Nr|Str|bzw|ca|Sra?|Exc|Sig|Mme|Dott)\.$"
)
_PLEA = re.compile(
    r"\b(?:sign up|subscri(?:be|bing|ption)|newsletters?|click here|tap here|read more|read also|also read|"
    r"follow us|follow our|download (?:the|our)|our app\b|share this|^advertisement\b|\badvertisement$|sponsored (?:by|"
    r"content|post)|(?:see|learn|hear) more (?:about|of|from|at|on|in)\b.{0,60}\bhere|watch (?:the|"
    r"our) video|watch below|watch live|listen to|scroll down|all rights reserved|copyright|cookies?|"
    r"privacy policy|terms of (?:use|service)|e-?mail us|contact us|get in touch|donate|support our|"
    r"become a member|breaking news alerts?|our live|(?:originally|first) (?:appeared|published)|"
    r"this (?:article|story|report|post) (?:was|is|has|originally|first)|contributed to this (?:report|story)|"
    r"(?:additional )?(?:reporting|editing|writing) by|edited by|compiled by|getty images|shutterstock|"
    r"file (?:photo|image|picture)|stock (?:photo|image)|photo(?:graph)?s? (?:by|courtesy|via)|(?:image|"
    r"picture|photo|video|screenshot|source|credit|courtesy)s?:|"
    r"for more (?:information|details|stories|news)|visit (?:our|the) (?:web)?site|"
    r"call (?:the )?(?:samaritans|hotline)|join (?:our|the conversation|us)|get the latest|find out more|"
    r"(?:don['’]t|never) miss out|(?:featured|top|cover|main|header) (?:image|photo|picture)|must-reads?|"
    r"created this story|"
    r"generated (?:this|by automated)|receives? (?:financial )?support from|solely responsible for|"
    r"editorial independence|(?:whatsapp|telegram) channel|have your say|what do you think|let us know|"
    r"send (?:us|your)|^(?:see|read|find|check out|learn|explore|click|tap|scroll|watch|listen|"
    r"stay tuned)\b.{0,80}\bhere[.]?$|"
    r"(?:view|see|read|find|watch)\b[^.]{0,60}\bhere\b(?: and|,|$)|^(?:explore|enjoy|discover|grab|shop|look out for|"
    r"use code|treat yourself|keep coming back|don['’]t (?:miss|skip|forget)|available (?:at|for|from)) (?!of\b)\w|"
    r"(?:video|clip) is cued|(?:coffee mug|merchandise|gift card|premium) for (?:supporters|subscribers|members)|"
    r"offer (?:available|valid|ends)|the views expressed|opinions expressed|"
    r"(?:facebook|twitter|instagram|telegram|whatsapp) (?:page|channel|group) (?:for|to)|"
    r"https?://|www\.)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:pictured|photo|image|left|right|cent(?:re|er)|above|below|file|picture)[^)]*\)|\bpictured\b|"
    r"^(?:above|below|left|right|pictured|photo|image|caption|graphic|map|chart|video|watch|listen|live|related|more|"
    r"topics?|tags?|source|author|by|editor'?s? note|correction|updated?|published|posted|article date)\s*[:|]|"
    r"\b(?:seen here|seen above|seen in this|in this (?:photo|picture|image|file|undated|handout|screen)|"
    r"(?:poses?|posing) (?:for|with) (?:a )?(?:photo|picture)|handout (?:photo|image)|\|)\b|"
    r"\((?:AP|Reuters|AFP|Getty)(?: (?:Photo|Images?))?[/)]",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?!.{0,40}[“\"])[A-Z][^.,:]{2,40}: [A-Z]")
_FIRST_PERSON = re.compile(
    r"(?<!War )\bI\b|\b(?:I'm|I've|I'd|we|we're|we've|we'll|our|ours|us|my|me|you|your|you're|you'll|We|We're|We've|"
    r"We'll|Our|"
    r"My|You|Your|You're|You'll)\b"
)
_OPINION = re.compile(
    r"^(?:obviously|clearly|frankly|honestly|sadly|thankfully|luckily|needless to say|make no mistake|simply put|"
    r"to be (?:"
    r"fair|honest|clear)|in (?:other words|short)|believe it or not|no wonder|good luck|let'?s|just (?:imagine|think)|"
    r"remember|imagine|surely|so,|well,|yes,|no,|look,|and yet)\b|\b(?:had better|points? (?:is|are) well made|"
    r"it is (?:imperative|high time)|must remain vigilant|ultra-woke|so-called experts|goes without saying|"
    r"should be ashamed|hits hard|spot on|a must-(?:see|read|have))\b|\b(?:bizarre|ridiculous|absurd|laughable|"
    r"pathetic)\b(?!ly)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|told|according to|announced|reported|argued|wrote|warned|added|found|showed|shows)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? opens new tab\b|,? opens in (?:a )?new (?:tab|window)\b| ?\((?=[^()]*\.)[A-Z0-9]*\.[A-Z0-9]{1,8}\)"
)
_ALSO = re.compile(r"^((?:[A-Z][\w.'’\-]*,? ){1,4}(?:(?:is|was|were|are|has|have|had|will|would) )?)also ")
# up to 1,000 characters, as no sentence holds more: a mark that nothing closes is not looked for to the end of a text
_QUOTED = re.compile(
    r"``(?:(?!``|'').){0,1000}+''|“[^”]{0,1000}+”|\"[^\"]{0,1000}+\"|«[^»]{0,1000}+»|„[^“]{0,1000}+“|"
    r"「[^」]{0,1000}+」|『[^』]{0,1000}+』|(?<![\w])['‘][^'’\n]{13,1000}+(?<=[.,!?])[’'](?!\w)"
)
_AGENCY = r"\( ?[A-Z][A-Za-z .]{1,24}\) ?"
_DASH = r"[—–\-]{1,2} ?"
_DATELINE = re.compile(
    rf"^(?:(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]++[ ,/]++){{1,5}}(?:[A-Z][a-z]++\.?,? ){{0,3}}"
    rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? (?:\d{{4}},? )?)?"
    rf"(?:{_AGENCY})?{_DASH}(?:{_AGENCY}{_DASH})?|"
    rf"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{{2,}}+ ?){{1,4}}(?:, (?:[A-Z][\w.'’\-]++ ?){{1,3}})? ?:(?: |(?<= :))|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? [A-Z][a-z]{{2,8}} \d{{4}} {_DASH}(?:{_AGENCY})?|"
    rf"[A-ZÀ-Þ][\w-]++(?:/[A-ZÀ-Þ][\w-]++ |(?: [A-ZÀ-Þ][\w-]++)?, \d{{1,2}}\. ?\d{{1,2}}\. ?(?:\d{{2,4}})? ?)[—–] |"
    rf"(?:[A-Z][\w.'’\-]++,? ){{0,4}}(?:\[[A-Z][\w .]++\],? )?"
    rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?,? )?{_AGENCY}"
    rf"(?:{_DASH}|: )?)(?=[A-ZÀ-Þ“\"'‘„«])"
)
_MARKER = re.compile(r"(?:\d{1,2}[.)]|[-–—•▪●*])\s+(?=[A-Z“\"‘])")
_CONNECTIVE = re.compile(
    r"^(?:(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|additionally|in addition|besides|indeed|"
    r"of course|in fact|also|still|therefore|thus|consequently|as a result|that said|"
    r"even so|at the same time|now|finally|separately|overall|notably|importantly|interestingly|"
    r"unfortunately),\s+"
    r"|(?:but|and|yet|or|plus)\s+(?!(?:far|long|much|many|what|why|how|who)\b),?\s*"
    r"|so,\s+|so\s+(?=(?:the|an?|he|she|they|it|his|her|their|its)\b))",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^[“\"'‘]?(?:(?:[a-z]+ (?:he|she)|(?:now|soon|then|eventually|still|once|today) (?:they|it)|"
    r"he|she|they|his|her|hers|their|its|him|them|such|another|others?|both|neither|either|here|each|"
    r"then|again|the (?:two|pair|trio|duo|same|latter|former|other|move|decision|news|incident|comments?|"
    r"remarks?|announcement|three|others|following (?:day|morning|night)|next (?:day|morning))|(?:one|some|"
    r"most|many|all|among|none|several|half|part) of (?:them|those|these|it|this|that|the(?! (?:\w+est|most|first|"
    r"last|few|main|top|country|world|city)\b))|doing so|as such|"
    r"if so|not (?:only|so|everyone|all)|more than that|turns out|like (?:that|this)|what'?s more|it'?s|"
    r"that'?s|which|who|whose|(?:because of|after|before|since|by|until|in|for|of|with|at|on|despite|even|"
    r"from|to|under|during|following|given|"
    r"behind|beside|besides|beyond|above|below|beneath|inside|outside|near|around|through|without|within|towards?|"
    r"between|among|when|as|while|if|because|although|though|"
    r"once|where) (?:that|this|these|those|then|them|him|her|it|his|their|its|he|"
    r"she|they|it)|(?:however|meanwhile|also|still|instead|therefore|thus|but|and|so|yet|or|nor))\b|(?:it|that|"
    r"this|these|those)\b(?! (?:week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|"
    r"winter|season)\b)|the (?:[\w’'\-]+ ){1,3}(?:also )?added\b)",
    re.IGNORECASE,
)
_TIES = re.compile(
    r"^(?:likewise|similarly|for example|for instance|on the other hand|(?:by|in) contrast|in turn|then again|first|"
    r"firstly|"
    r"second|secondly|third|thirdly|there|if passed|as a result|after all|again|in response|in this case),",
    re.IGNORECASE,
)
_LEANS_INSIDE = re.compile(
    r"\bthose (?!who|with|in|of|from|that|under|over|living|affected|aged|to|at|on|for|already|still)\w+|"
    r"\bthese \w+|\bthis (?:decision|move|case|plan|law|bill|rule|measure|approach|suggestion|incident|"
    r"statement|claim|report|figure|kind|type|sort|process|information|questionnaire|agreement|deal|change)\b|"
    r"\b(?:that (?:day|night|evening|morning|afternoon|time|point|moment)|the (?:same|following|next|"
    r"previous) (?:day|night|morning|evening))\b",
    re.IGNORECASE,
)
_AFTER_SOMETHING = re.compile(
    r"\b(?:went|goes) on to\b|^the \w+ had (?:\w+ed|been|begun|taken|come|gone|fallen|broken)\b|"
    r"\b(?:put|puts) (?:a finer point on it|it (?:this way|like this|bluntly|simply|another way))\b|"
    r"\bhad this to say\b|\b(?:is|are|was|were) (?:therefore|thus)\b|\b(?:has|have|had) none\b|"
    r"^the (?:second|third|fourth|fifth) (?:[a-z]+ )?(?:is|was|are|were)\b|"
    r"^(?:(?:just|only|about|barely|more than|less than|almost|nearly) )?(?:(?:an?|the|a few|"
    r"several|some|many|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|\d+) )?(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|decades?|"
    r"nights?) (?:(?:later|earlier|afterwards?)\b|(?:before|after) (?:the|that|this|his|her|its|their)\b)|"
    r"^(?:soon|shortly|later|earlier|"
    r"afterwards?|previously|until then|by then|since then)(?:,| (?:after|before|that|in the day)\b)|"
    r"\b(?:(?:none|all|any|much|part|some|most) of it|do(?:es|ing|ne)? so|did so)\b(?! (?:was|is|by|in|because|to)\b)|"
    r"^the (?:man|woman|boy|girl|couple|teenager|child|\d+-year-old)\b(?! (?:who|whose|accused|suspected|charged|"
    r"arrested|"
    r"behind|convicted|from|at|in|killed|found|shot|of|believed)\b)",
    re.IGNORECASE,
)
_DUMMY_IT = re.compile(
    r"^it(?:'s|’s| is| was| remains| has been| had been) (?:not |still |now |also |yet |\w+ly )*(?:unclear|"
    r"clear|unknown|known|likely|unlikely|possible|impossible|expected|understood|believed|thought|estimated|"
    r"hoped|reported|alleged|the (?:first|second|third|latest|largest|biggest|worst) \w+ (?:time|year|since|"
    r"that|in)|(?:important|necessary)(?= (?:that|to|for)\b)|too early)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
# "In 1971, her essay", "The last time its yield rose"
_PRONOUN_LATER = re.compile(
    r"^(?:[A-Z][^,“”\"]{2,80}, )(?:he|she|they|it)\b|"
    r"^(?:In|On|At|By|For|During|After|Before|Since|From|Until|Last|That|This|Earlier|Later)(?: (?:\d[\w.]*|"
    r"(?-i:[a-z]+)|"
    rf"{_MONTH}))*, (?:his|her|their|its)\b|"
    r"^the (?:last|first|only|next|second|third) time (?:his|her|their|its|he|she|they|it)\b",
    re.IGNORECASE,
)
_SPEAKER_PRONOUN = re.compile(
    r"[”\"’'],? (?:he|she|they|it|his|her|their) \w+|, (?:he|she|they|it) (?:\w+ly )?(?:said|says|added|adds|"
    r"told|wrote|explained|noted|"
    r"continued|warned|recalled|claimed|insisted|stressed|admitted)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_LOUD = 2


def unfit(text: str, language: str = "en") -> str:
    """Why this sentence must not be published: "caption", "plea", "question" …; "" where nothing speaks against it."""
    if len(text) > _MOST_CHARACTERS or not _SHORTEST <= count_words(text) <= _LONGEST:
        return "length"
    outside = outside_quotes(text)
    faults = {
        "fragment": not ends(text),
        "unclosed": not closed(text) or text.count("(") != text.count(")"),
        "plea": bool(_PLEA.search(text)),
        "caption": bool(_CAPTION.search(text)),
        "bare quotation": count_words(outside) < 3,
        "label": bool(_LABEL.match(text)),
        "aside": text[:1] in "([" and text.rstrip(" .")[-1:] in ")]",
        "question": "?" in outside or "？" in outside,
        "first person": "!" in outside or "！" in outside,
        "shouting": _shouts(text),
    }
    return next((fault for fault, found in faults.items() if found), "") or _unfit_voice(text, outside, language)


def _unfit_voice(text: str, outside: str, language: str) -> str:
    """Whether it is the writer who speaks, or the page, by the words of the language."""
    known = cues(language)
    if known:
        return "plea" if known.plea.search(text) else "first person" if known.mine.search(outside) else ""
    if language[:2] in LANGUAGES:
        return "first person" if unspaced_cues().speaks.search(outside) else ""
    if language[:2] not in {"en", ""}:
        return ""
    return "opinion" if _OPINION.search(outside) else "first person" if _FIRST_PERSON.search(outside) else ""


def _shouts(text: str) -> bool:
    """Whether more than names and abbreviations is in capitals."""
    loud = [word for word in _CAPITALS.findall(text) if is_common_word(word)]
    return len(loud) >= _LOUD or sum(character.isupper() for character in text) > len(text) / 3


def ends(text: str) -> bool:
    """Whether the text ends as a sentence does, and in no abbreviation that a name or a day follows ("Jan.")."""
    tail = text[-_TAIL:]
    return bool(_ENDS.search(tail)) and not _ABBREVIATED.search(tail)


def outside_quotes(text: str) -> str:
    """The journalist's own words: what stands outside quotation marks."""
    return _QUOTED.sub(" ", text)


def before_sentence(text: str, start: int, title: str, language: str) -> int:
    """Where the sentence at `start` begins, behind what a list or the page sets before it: "2. ", "• ", its title."""
    at = start
    repeated = re.compile(r"\s+".join(map(re.escape, title.split())) + r"[.:]?\s+(?=[A-ZÀ-Þ“\"‘„«])")
    if not at and len(title.split()) > 2 and (found := repeated.match(text)):
        at = found.end()
    marker = _MARKER.match(text, at) if language[:2] in {"en", ""} else None
    return marker.end() if marker else at


def without_dateline(text: str) -> tuple[str, Edit | None]:
    """ "HARBOURTON (AP) — The bridge opened" without the place and agency, and the edit that says so."""
    return _without(_DATELINE, text)


def without_connective(text: str, language: str = "en") -> tuple[str, Edit | None]:
    """ "However, the vote" as "The vote": a word that ties to a sentence that is not there."""
    return (text, None) if cues(language) else _without(_CONNECTIVE, text)


def attributed(text: str, language: str = "en") -> bool:
    """Whether somebody is named as saying it."""
    known = cues(language)
    return bool((known.says if known else _SAYS).search(text))


def without_asides(text: str) -> tuple[str, tuple[Edit, ...]]:
    """The sentence without what the page, not the journalist, put into it: "opens new tab", "(PKI.TO)"."""
    edits = tuple(Edit(found.group().strip()) for found in _ASIDE.finditer(text))
    return _ASIDE.sub("", text), edits


def without_also(text: str) -> tuple[str, Edit | None]:
    """ "Brandt also met" as "Brandt met": the word ties to a sentence that may not be there."""
    found = _ALSO.match(text)
    if not found or "also" in found.group(1).lower():
        return text, None
    return found.group(1) + text[found.end() :], Edit("also")


def leans(text: str, language: str = "en") -> bool:
    """Whether the sentence can only be understood after the one before it."""
    known = cues(language)
    if known:
        return bool(known.leans.match(text) or known.connective.match(text) or known.said_by.search(text))
    if language[:2] in LANGUAGES:
        return bool(unspaced_cues().leans.match(text))
    if _DUMMY_IT.match(text):
        return False
    outside = outside_quotes(text)
    return bool(
        _LEANS.match(text)
        or _TIES.match(text)
        or _AFTER_SOMETHING.search(outside)
        or _LEANS_INSIDE.search(outside)
        or _PRONOUN_LATER.match(text)
        or _SPEAKER_PRONOUN.search(text)
    )


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, Edit | None]:
    found = pattern.match(text)
    if not found or not found.end() or len(text) - found.end() < 20:
        return text, None
    rest = text[found.end() :]
    return rest[0].upper() + rest[1:], Edit(found.group().strip())
