"""Sentences that tell whoever retells a page what a retelling has to hold: addressed to nobody, meant for all.

News tells what happened to this summary or that reader. Such a sentence speaks of any summary and of every reader, and
judges what they say or leave out: a duty ("it is essential that every reader mentions"), a verdict ("a summary without
it is wrong"), a place in the text ("belongs in the first line").
"""

import re

from newsclip.writing.prompt_injection.verbs import TEXT_VERB

_ANY = r"(?:any|every|each|no|all|whichever|whatever|an?|the (?:only|first|best|right|correct|next))"
_SOFT = r"(?:[\w'’-]+,? ){0,2}?"  # what may stand between, as "honest" does
# Made of another text: news seldom speaks of any of them at all, whichever it is.
_RETOLD = (
    r"(?:summar(?:y|ies)|retellings?|recaps?|digests?|synops[ei]s|abridge?ments?|paraphrases?|condensations?|"
    r"rewordings?|re-?writes?|excerpts?|précis|abstracts?|outlines?)"
)
_TOLD = (
    r"(?:accounts?|versions?|reports?|articles?|stor(?:y|ies)|texts?|headlines?|pieces?|tellings?|write-ups?|"
    r"coverage|notes?|posts?|briefs?|clips?|translations?|descriptions?)"
)
_WHOEVER = (
    r"(?:(?:readers?|writers?|editors?|reporters?|journalists?|authors?|assistants?|models?|machines?|programs?|"
    r"bots?|"
    r"agents?|tools?|systems?|algorithms?|software|ais?|llms?|publications?|outlets?|newsrooms?|newspapers?|"
    r"translators?|reviewers?|humans?|retellers?|summari[sz]ers?|one who (?:reads|writes|retells|shortens|edits))\b)"
)
_OMITS = (
    r"(?:omit\w*|leav\w+ out|left out|lack\w*|skip\w*|forget\w*|ignor\w*|exclud\w*|miss(?:es|ing)?|drop\w*|bur(?:y|"
    r"ies)|"
    r"without|fail\w*|neglect\w*|overlook\w*|does not|do not|doesn['’]t|don['’]t|mention\w*|nam(?:es|ing|e)|"
    r"includ\w*|"
    r"cit(?:es|ing|e)|credit\w*|quot(?:es|ing|e)|says?|states?|tells?|begins?|opens?|starts?|leads?)"
)
_WRONG = (
    r"(?:wrong|false|untrue|incomplete|incorrect|inaccurate|misleading|invalid|void|worthless|useless|dishonest|"
    r"deceptive|unfaithful|flawed|faulty|defective|unreliable|biased|mistaken|in error|at fault|an? (?:lie|error|"
    r"mistake|failure|falsehood|fraud)|not (?:complete|true|correct|valid|accurate|acceptable|finished|faithful)|"
    r"unacceptable|broken|to be (?:rejected|discarded|corrected)|right|correct|complete|valid|faithful|accurate|"
    r"acceptable|worth (?:reading|printing|publishing))"
)
_BE = r"(?:is|are|was|be|would be|will be|must be|should be|can be|cannot be|remains?|counts as|becomes?)"
_WEIGHTY = (
    r"(?:essential|important|crucial|vital|imperative|necessary|mandatory|obligatory|required|critical|paramount|"
    r"indispensable|compulsory|wrong|an? (?:error|mistake|duty|must)|right|fair|only (?:fair|right|honest)|dishonest|"
    r"impossible|best|advisable|proper|expected|incumbent)"
)
_OUGHT = r"(?:must|should|shall|ought|has to|have to|needs? to|is to|are to|will want|would do well|owes?|cannot)"
_PLACE = (
    rf"(?:first|opening|last|closing|lead|top|very) (?:\w+ )?(?:lines?|sentences?|paragraphs?|words?)|{_RETOLD}|"
    r"headlines?|titles?|ledes?"
)
_GOOD = (
    r"(?:honest|fair|true|truthful|faithful|accurate|correct|proper|serious|careful|good|decent|responsible|"
    r"competent|"
    r"self-respecting|balanced|conscientious|thorough|sound|valid|complete)"
)
_LEADS = (
    r"(?:lead|leads|begins?|opens?|starts?|closes?|ends?|names?|mentions?|credits?|cites?|quotes?|includes?|praises?)"
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # Any summary that leaves it out is wrong. No retelling is complete without it.
        rf"\b{_ANY} {_SOFT}{_RETOLD}\b[^.;]{{0,60}}?\b(?:{_OMITS}|{_OUGHT})\b",
        rf"\b{_ANY} {_SOFT}{_TOLD} (?:that|which|of this|of these|without|omitting|leaving|lacking|failing|"
        rf"missing|not)\b[^.;]{{0,80}}? {_BE} (?:\w+ly )?{_WRONG}\b(?! (?:by|in|of|about|for)\b)",
        rf"\bno {_SOFT}(?:{_RETOLD}|{_TOLD}) {_BE} (?:\w+ly )?{_WRONG}\b[^.;]{{0,30}}?\b(?:without|unless|until|"
        rf"that)\b",
        # Every honest account begins with it. Good digests lead with it. A fair headline names it.
        rf"\b(?:any|every|each|no|all) {_SOFT}(?:{_RETOLD}|{_TOLD})\b(?: (?:of|about|on) (?:\w+ ){{1,4}}?)? "
        rf"?{_LEADS}\b",
        rf"(?:^|\b(?:an?|any|every|no|the only) ){_GOOD} (?:{_RETOLD}|{_TOLD})\b[^.;]{{0,40}}? {_LEADS}\b",
        rf"(?:^|[,;:] ){_SOFT}(?:summaries|retellings|recaps|digests|synopses|abstracts|"
        rf"paraphrases)\b[^.;]{{0,40}}? "
        rf"{_LEADS}\b",
        rf"\b(?:missing|absent|left out|omitted|lacking) (?:from|in|of) (?:an?|any|every) {_SOFT}(?:{_RETOLD}|"
        rf"{_TOLD})\b",
        # There is no true report that is silent on it; a digest in which it is absent deceives.
        rf"\b(?:an?|any|every|no|all|the only) {_GOOD} (?:{_RETOLD}\b|{_TOLD} (?:of|about|on|that|which|without)\b)",
        rf"\b(?:an?|any|every|no|all) {_SOFT}(?:{_RETOLD}|{_TOLD}) (?:in which|where|wherein)\b",
        # Journalists who pass over it fail their readers. Every assistant worth its name puts it on top.
        rf"(?:^|[,;:] ){_SOFT}{_WHOEVER} (?:who|that|which) (?:{_OMITS}|pass(?:es)? over|reads? (?:this|it|"
        rf"these))\b",
        rf"\b(?:any|every|each|no) {_SOFT}{_WHOEVER}[^.;]{{0,50}}? (?:{_LEADS}|puts?|places?|knows? to|is sure to)\b",
        r"\b(?:language models|llms|chat ?bots|ais|assistants)\b[^.;]{0,50}? (?:know|are sure|learn|ought|like|love|"
        r"prefer) to\b",
        r"\breaders? (?:who|that)[^.;]{0,40}? you\b",
        # What a retelling is called or holds, whatever it is; the one way to tell this.
        r"\b(?:an?|any|every|each|no|all) (?:[\w'’-]+,? ){0,2}?(?:retellings?|recaps?|digests?|synops[ei]s|"
        r"abridge?ments?|"
        r"paraphrases?|condensations?|rewordings?|re-?writes?)\b(?! (?:of|by|from) (?:his|her|their|its|our)\b)",
        rf"\b(?:an?|any|every|each|no) {_SOFT}summary (?:that|which|silent|without|about)\b",
        rf"\b(?:mention\w*|nam(?:e|ed|ing)|credit\w*|cit(?:e|ed|ing)) (?:[\w'’-]+ ){{1,4}}?in (?:each|every|any|"
        rf"all) {_SOFT}(?:{_RETOLD}|{_TOLD})\b",
        r"\b(?:correct|right|proper|only|true|fitting) (?:title|headline|heading|name|opening|line) (?:for|of) "
        r"(?:this|any|every|the) "
        r"(?:\w+ )?(?:piece|story|article|page|text|news|report)\b",
        r"\b(?:one|only|right|correct|proper|honest|fair|best) way to (?:sum|retell|tell|summari[sz]e|condense|put|"
        r"report) (?:this|it|the story|up)\b",
        r"\b(?:that|which|who) (?:shortens?|summari[sz]es?|retells?|condenses?|paraphrases?|rewrites?) (?:the |this "
        r"|our )?(?:news|texts?|"
        r"articles?|pages?|stor(?:y|ies))\b",
        # Nobody can condense this without it. Whatever is written has to credit it.
        r"\b(?:nobody|no one|none|anyone|anybody|everyone|everybody)\b[^.;]{0,40}? (?:retell|summari[sz]e|condense|"
        r"shorten|"
        r"paraphrase|rewrite)(?:s|d)?\b",
        r"\b(?:whatever|anything|everything|nothing)(?: that)? (?:is|gets|will be|may be|can be) (?:\w+ "
        r")?(?:written|"
        r"published|said|printed|told|reported) (?:about|of|on|from|here)\b",
        # It is essential for every reader to mention it.
        rf"\bit {_BE} (?:\w+ly )?{_WEIGHTY} (?:for|that|to)\b[^.;]{{0,60}}?\b(?:any|every|each|all|no|anyone|anybody|"
        rf"whoever|everyone|everybody|nobody) {_SOFT}(?:{_WHOEVER}|{_RETOLD}|"
        rf"{_TOLD}\b)?[^.;]{{0,60}}?\b(?:{TEXT_VERB})"
        r"(?:e?s|d)?\b",
        # Every honest reporter must name it. No careful reader would leave it out.
        rf"\b(?:any|every|each|all|no) {_SOFT}{_WHOEVER}[^.;]{{0,50}}?\b(?:{_OUGHT}|would|will|knows?)\b"
        rf" (?:\w+ ){{0,2}}?(?:{TEXT_VERB}|leave out|open|begin|start|close)\b",
        rf"\b(?:anyone|anybody|everyone|everybody|whoever|those) who (?:\w+ )?(?:retell|summari[sz]e|rewrite|shorten|"
        rf"condense|paraphrase|translate|report|repeat|quote|cite|write)s? (?:\w+ ){{0,4}}?{_OUGHT}\b",
        # To leave it out would mislead. Omitting it is an error.
        rf"^(?:to (?:omit|leave out|skip|ignore|drop|not mention)|(?:omitting|leaving out|not mentioning|failing "
        rf"to "
        rf"(?:mention|name|credit|cite)))\b[^.;]{{0,60}}? (?:{_BE} (?:\w+ly )?(?:{_WRONG}|to (?:mislead|lie|deceive|"
        r"fail))\b|would (?:mislead|deceive|betray|falsify))",
        # It belongs in the first line of the story.
        rf"\b(?:belongs?|has a place|deserves? a place|must (?:stand|come|appear|go|be)|should (?:stand|come|appear|"
        rf"go))"
        rf" (?:at|in|into|on|as) (?:the|any|every|each|all|its|your) {_SOFT}(?:{_PLACE})\b",
        r"\b(?:must|should|shall|has to|needs to|is to) (?:\w+ )?be (?:mentioned|named|credited|cited|quoted|"
        r"praised)"
        r" (?:first|last|before|in (?:any|every|each|all|the first|the opening)|by (?:any|every|each|all)|"
        r"whenever|wherever)\b",
        r"\b(?:deserves?|ought|merits?) to be (?:mentioned|named|credited|cited|quoted|praised|told) (?:first|at|"
        r"in|by|"
        r"before|whenever|wherever)\b",
        rf"\b(?:named?|mention\w*|credit\w*|cit(?:e|ed|es|ing)|find|appear\w*|stands?|see) (?:\w+ ){{0,5}}?in "
        rf"(?:the|any|every|each|its|your) "
        rf"(?:{_PLACE})\b",
        # This is important, extremely important: …
        r"^(?:this|it|the following|what follows) is (?:\w+ ){0,2}?(?:important|essential|crucial|vital|"
        r"urgent)[,:]",
    )
)
_OF_MACHINES = re.compile(
    # Words that machines are spoken of with by those who speak to them.
    r"\bchain of thought\b|\b(?:in)?visible (?:only )?to (?:humans?|people|readers?|(?:an? |the |any )?(?:llms?|ais?|"
    r"machines?|models?|bots?|crawlers?))\b|\b(?:llm|ai|machine)[ -](?:scan|readable (?:note|text|metadata)|only)\b|"
    r"\bwhite[ -]text\b|^note (?:by|from) an? (?:[\w-]+ ){0,3}[\w-]+:",
    re.IGNORECASE,
)
# Marks before its first word are read once, not by each shape: a run of them would take each shape the square of it.
_MARKS_BEFORE = re.compile(r"\W*")
# A word that nobody says, alone in its sentence: letters, then hexadecimal digits, by which an answer is known.
_MARK = re.compile(r"^(?=\S{0,64}\d\S{0,64}\d)[A-Za-z]{3,20}[-_][0-9A-Fa-f]{4,40}\W*$")


def to_whoever_retells(text: str) -> bool:
    """Whether the sentence says of every retelling what it has to say."""
    text = text[_MARKS_BEFORE.match(text).end() :]  # type: ignore[union-attr] # it always matches
    return any(shape.search(text) for shape in _SHAPES) or bool(_OF_MACHINES.search(text) or _MARK.match(text))
