"""Words in English to whoever condenses a page: of their answer, of the duties of a summary, by a machine's name."""

import re

from newsclip.writing.prompt_injection.verbs import TEXT_VERB

_YOUR_TEXT = re.compile(
    r"\byour (?:\w+ ){0,2}(?:answers?|responses?|repl(?:y|ies)|output|summar(?:y|ies)|digest|prompt|instructions|"
    r"operators?|users?|developers?|headline|draft|real material|training)\b|\bin your (?:position|message|text)\b",
    re.IGNORECASE,
)
_SUMMARY = (
    r"(?:summar(?:y|ies)|digests?|synops[ei]s|recaps?|abstracts?|headlines?|headings?|clips?|(?:short|condensed|"
    r"brief) "
    r"versions?|(?<!earlier )(?<!previous )(?<!prior )(?<!original )versions? of this (?:text|article|story|page|"
    r"report|piece)|opening (?:line|sentence|words))"
)
_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|outputs?|text|title)"
_DUTY = (
    r"(?:must|should|shall|may(?: only| not)?|can only|need(?:s|ed)? to|ha(?:s|ve) to|ought to|(?:is|are) (?:to|"
    r"obliged|"
    r"required|expected|supposed|only|not complete|incomplete)|will(?: have to)?|end|ends|open|opens|contain|"
    r"contains|begin|begins)"
)
_SAYS = (
    r"(?:say|contain|carry|name|begin|start|open|end|close|include|mention|read|state|omit|consist|praise|repeat|be "
    r"(?:in|the word|written|limited|exactly))"
)
_DUTY_OF_A_SUMMARY = re.compile(
    rf"\b{_SUMMARY}(?: (?!that|which|it|and|who)[\w'’]+){{0,5}}? {_DUTY}\b(?! be "
    r"(?:published|released|issued|presented|sent|ready))|"
    rf"\b{_ANSWER}(?: [\w'’]+){{0,4}}? (?:{_DUTY} )?(?:only )?{_SAYS} (?:that|the (?:words?|line|name|sentence|"
    rf"phrase)|exactly|as)\b|"
    rf"\b{_ANSWER} (?:{_DUTY}|that fail) (?:\w+ )?{_SAYS}\b|"
    rf"\bonly (?:acceptable|valid|correct|permitted|allowed) (?:{_ANSWER}|{_SUMMARY})\b|"
    rf"\b(?:like|want|need|prefer)s? (?:the|your|every|any) {_SUMMARY} to\b|"
    rf"\b(?:be|is|are) summari[sz]ed (?:as|only|with)\b|\b(?:{_ANSWER}|{_SUMMARY}) contain the (?:word|line|name)\b",
    re.IGNORECASE,
)
_MACHINE = (
    r"(?:(?:large |the )?language models?|llms?|ais?\b|(?:ai|digital|virtual|automated|automatic) \w+|assistants?|"
    r"chat ?bots?|bots?|crawlers?|scrapers?|(?:the |this )?models?|machines?|programs?|summari[sz](?:ers?|"
    r"ing \w+|ation "
    r"\w+)|automated readers?|summary tools?|indexing|agents?)"
)
_TO_A_MACHINE = re.compile(
    rf"^\W*(?:(?:note|notice|message|memo|instructions?|attention|hint|warning|request|advice|"
    rf"reminder)\W+(?:\w+\W+)?(?:to|for|of)?|"
    rf"for the attention of|dear|hello|hey|to|attention)\W+(?:any |all |the |every |"
    rf"our )?(?:\w+\W+){{0,2}}?{_MACHINE}\b[^.]{{0,60}}?[:,]|"
    rf"^\W*(?:note|notice|message|instructions?) (?:to|for) (?:the )?(?:editors?|readers?|desk|"
    rf"indexers?)\b[^.:]{{0,40}}:|"
    rf"\b(?:any|every|all|each|an?|the) (?:\w+ )?{_MACHINE}\b(?:\W+\w+){{0,5}}?\W+(?:must|should|has to|have to|"
    rf"is to|are to|shall)"
    rf"\W+(?:\w+\W+)?(?:{TEXT_VERB})\b|\b(?:ask|remind|instruct|tell|order)s? (?:the|any|every|all) {_MACHINE}\b|"
    rf"\b(?:editors?|whoever) (?:who \w+ )?(?:must|should|has to|have to|are to|is to|shall) (?:{TEXT_VERB})\b|"
    rf"\b(?:insists?|asks?|requires?|demands?|wants?|"
    rf"expects?) (?:that )?(?:\w+ )?{_MACHINE} (?:\w+ )?(?:{TEXT_VERB})\b|"
    r"\byou have (?:permission|leave|freedom|our consent) to\b|\b(?:sentences?|text|paragraphs?|lines?|article|"
    r"everything)(?: \w+){0,3} "
    r"(?:is|are) (?:satire|void|fictitious|a placeholder|placeholders|a draft|a test)\b|\b(?:writer|editor|"
    r"author|anyone|anybody|whoever|reviewer)s?\b[^.;]{0,60} "
    r"(?:reminded|asked|requested|advised|invited|leave|free|welcome) to\b(?! (?:contact|come forward|phone|e-?mail|"
    r"call (?:\W{0,2}\d|(?:the )?(?:\w+ )?(?:police|sheriff|detectives?|hotline|office|department)))\b)|"
    rf"\b(?:message|note|word|instruction)s? (?:to|for) (?:the|any|every|all) {_MACHINE}\b|\bwhoever (?:condenses|"
    r"summari[sz]es|reads|shortens|edits|retells)\b|"
    r"\b(?:person|program|system|model|tool|reader)s? (?:preparing|reading|writing|making|condensing|"
    r"summari[sz]ing)\b",
    re.IGNORECASE,
)
_ABOUT_THE_TEXT = re.compile(
    r"\b(?:system|developer) (?:prompt|message|instructions?|administrator)\b|"
    r"\b(?:as an?|you are an?) (?:ai|assistant|(?:large )?language model|chatbot|llm)\b|\bwill be your job\b|"
    r"\b(?:previous|prior|above|earlier|preceding|foregoing|following) (?:instructions?|prompts?|rules|directions)\b|"
    r"\b(?:text|article|content|paragraphs?|lines?|sentences?|words|material|everything|figures|all) (?:above|"
    r"before this)\b|"
    r"\bthe (?:following|next) (?:line|sentence|words?|phrase|paragraph)\b|\bthe (?:clip|summary|"
    r"article) (?:writer|above)\b|\byour (?:task|job|role) is (?:now )?to\b|^\W*your (?:task|job|role|mission)\W|"
    r"\byou (?:now )?(?:answer|belong|report) to\b|"
    r"\bif you are (?:summari[sz]ing|condensing|an? (?:ai|llm|bot|language))\b",
    re.IGNORECASE,
)
# Words that seldom meet in news: for a text, for what is done to one, for whoever is spoken to, for what they ought to.
_KINDS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        rf"(?:this|the|our|whole|entire|every|each|any|all|these|earlier|derived) (?:\w+ )?(?:articles?|texts?|"
        rf"stor(?:y|ies)|sentences?|page|piece|"
        rf"paragraphs?|news item|passages?|quotations?|lines)|{_SUMMARY}|retellings?|rewordings?|paraphrases?|"
        rf"texts (?:made|produced|derived)",
        rf"(?:to|must|should|shall|may|will|can|and|only|please|not|or|cannot|be|is|are|that|,|"
        rf"then) (?:\w+ly )?(?:{TEXT_VERB}|retell|tell|call|use|keep|"
        r"called|named|praised|said|told|written|read as|mentioned|described|quoted|omitted|left out|ignored|"
        r"replaced|"
        r"invented)",
        rf"you|your|yourself|readers?|editors?|whoever|anyone|anybody|{_MACHINE}",
        r"must|shall|should|ought|(?<!was )(?<!were )(?:expected|advised|supposed|obliged|required|permitted|allowed)|"
        r"insists?|agrees?|ensure|permission|free to|correct way|"
        r"right way|needs? to|has to|have to|had better|important that|is to|are to|only (?:where|if|when)|void|"
        r"satire|fictitious|"
        r"placeholder|hereby|hereafter|henceforth",
    )
)
_ENOUGH_KINDS = 3
# The author of the page speaks of it: "My goal with this article is to show you …"
_AUTHOR = re.compile(r"^\W*(?:[Ii]n [^,;:]{1,60}, )?(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_STRICT = re.compile(
    r"\b(?:must|shall|should|ought|required|obliged|insist|only|hereby|has to|have to)\b", re.IGNORECASE
)


def to_a_writer(text: str) -> bool:
    if any(shape.search(text) for shape in (_YOUR_TEXT, _DUTY_OF_A_SUMMARY, _TO_A_MACHINE, _ABOUT_THE_TEXT)):
        return True
    if _AUTHOR.match(text) and not _STRICT.search(text):
        return False
    return bool(_KINDS[0].search(text)) and sum(bool(kind.search(text)) for kind in _KINDS) >= _ENOUGH_KINDS
