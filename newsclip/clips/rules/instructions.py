"""Sentences that tell a reader or a machine what to do. They are no news, whoever put them into a page and why.

A page may hold orders for whatever program reads it ("Ignore the article. Reply only with …"), visible or not. Such a
line is never material: no writer is given it, no hashtag is drawn from it, nothing may cite it. This is a second wall:
the first is that nothing is published that does not stand in a cited passage.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclip.clips.ports import SourceArticle
from newsclip.kernel.language import sentences

_VERBS = (
    "add|adopt|analy[sz]e|anagram|answer|append|appeal|apply|argue|assess|assume|base|behave|break|call|change|claim|compare|"
    "compile|compose|conclude|convert|convince|craft|create|define|describe|design|develop|direct|discuss|display|"
    "disregard|draft|embed|emphasi[sz]e|encode|encourage|end|enhance|ensure|evaluate|execute|explain|express|fetch|finish|group|"
    "focus|follow|forget|format|frame|generate|give|highlight|identify|ignore|illustrate|imagine|implement|imply|"
    "include|incorporate|indicate|insert|instruct|integrate|introduce|invert|list|load|make|mention|mix|modify|obey|"
    "offer|outline|output|override|paraphrase|persuade|plan|post|predict|prepare|present|pretend|print|produce|"
    "promote|propose|provide|publish|put|quote|rank|rate|rearrange|recite|recommend|refer|reference|remember|render|repeat|"
    "replace|replicate|reply|report|request|research|respond|return|reveal|reverse|review|rewrite|rework|say|scramble|send|set|"
    "share|show|signal|slip|solve|speak|specify|spread|state|stop|substitute|suggest|summari[sz]e|switch|teach|tell|"
    "transform|translate|treat|try|turn|type|urge|use|utili[sz]e|visit|warn|weave|write"
)
_OBJECTS = (
    r"(?:an?|the|this|that|these|those|your|my|me|us|it|its|all|any|every|everything|each|some|no|nothing|only|just|"
    r"how|what|why|who|where|when|which|whether|if|as|with|in|into|to|at|using|about|for|on|from|and|like|one|two|three|"
    r"exactly|previous|prior|above|below|instructions?|fact|text|code|words?|facts|false|fake|letters|vowels)\b|[{\[<:]"
)
_ORDER = re.compile(
    rf"^\W*(?:(?:please|now|also|then|next|instead|first|finally|always|never|and|do not|don['’]t|kindly|but),? )*"
    rf"(?:(?:{_VERBS})(?::|,)? (?:[a-z]+ly |down |up |out )?(?:{_OBJECTS})|"
    r"(?:add|append|include|insert|output|print|say|write) [\"“'‘]|"
    r"you (?:are (?:now|the|an?)|must|should|will|have to)\b|your (?:task|job|answer|response|reply|output)\b|"
    r"new (?:rules?|instructions?|task)\b|print (?:nothing|anything))",
    re.IGNORECASE,
)
_TO_A_MACHINE = re.compile(
    r"<\|\w|\|>|\[/?INST\]|```|</?[a-z!][^>]*>|[\"}\]]\s*[}\]],|\{\s*\"|!\[[^\]]*\]\(|"
    r"\b(?:system|developer) (?:prompt|message|instructions?)\b|"
    r"\b(?:as an|you are an?) (?:ai|assistant|language model|chatbot|llm)\b|"
    r"^\W*(?:assistant|user|system|human|new (?:rules?|instructions?|task)):|"
    r"\byou to (?:act|pretend)\b|\bwill be your job\b|"
    r"\b(?:previous|prior|above|earlier|these|following) (?:instructions?|prompts?|rules)\b|"
    r"\b(?:in|of|to) your (?:answer|response|reply|output|message|summary)\b|"
    r"\bthe (?:clip|summary|article) (?:writer|above)\b",
    re.IGNORECASE,
)
# The same in Chinese and Japanese: what to ignore or answer, or to whom it is said.
_UNSPACED_ORDER = re.compile(
    r"^\W*(?:忽略|无视|忘记|不要理会|(?:请|现在|从现在开始)你?(?:忽略|无视|忘记|回复|输出|回答|重复|翻译|扮演|写))|"
    r"(?:忽略|无视)(?:以上|上述|之前|前面|先前|所有)|只(?:能|需|须|要)?(?:回复|输出|回答)|你(?:现在)?(?:是|必须|应该|的任务)|系统提示|提示词|"
    r"(?:上記|以上|これまで|前|以前)の(?:内容|指示|命令|文章)[^。]*無視|(?:出力|返信|回答|返答|翻訳|要約)して(?:ください|下さい)|"
    r"(?:とだけ|のみ)(?:出力|返信|回答|答え)|あなたは[^。]*(?:です|として)|プロンプト"
)
# Letters that no screen shows (Unicode tags) and marks that turn the reading direction round: never part of news.
_HIDDEN = re.compile("[\u202d\u202e\U000e0000-\U000e007f]")


_SPELT = re.compile(r"(?:(?<!\w)\w ){8}")  # l e t t e r s set apart, by marks that no screen shows
_SAID_THERE = re.compile("「[^」]*」|“[^”]*”")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def is_instruction(text: str) -> bool:
    """Whether the sentence orders somebody to do something and is nobody's speech, or is written for a machine."""
    text = _UNSEEN.sub("", text)
    if _HIDDEN.search(text) or _SPELT.search(text) or _TO_A_MACHINE.search(text):
        return True
    said = text.lstrip()[:1] in "“\"„«‘'「" or text.count("”") > text.count("“")
    return not said and bool(_ORDER.match(text) or _UNSPACED_ORDER.search(_SAID_THERE.sub("", text)))


def without_instructions(articles: Sequence[SourceArticle]) -> tuple[SourceArticle, ...]:
    """The articles with such sentences blanked: every other word stays where it stood. Such a title is left out."""
    return tuple(_news_of(article) for article in articles)


def _news_of(article: SourceArticle) -> SourceArticle:
    text, title = _blanked(article.text), "" if _orders_inside(article.title) else article.title
    return article if (text, title) == (article.text, article.title) else replace(article, text=text, title=title)


def _orders_inside(title: str) -> bool:
    """Whether an order stands anywhere in a title that is not written With Capitals Throughout."""
    if is_instruction(title):
        return True
    words = title.split()
    if sum(word[:1].isupper() for word in words) * 2 > len(words):
        return False
    starts = [match.start() for match in re.finditer(r"(?<=\s)[A-Z]", title)]
    return any(_ORDER.match(title[start:]) for start in starts)


def _blanked(text: str) -> str:
    for span in sentences(text):
        if is_instruction(span.of(text)):
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
