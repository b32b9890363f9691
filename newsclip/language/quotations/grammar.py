"""The phrases around a quotation: who, a speech verb, an apposition. English."""

import re

from newsclip.language.word_lists import (
    APPOSITION_OPENERS,
    PARTICLES,
    PASSIVES,
    PERSON_TITLES,
    PHRASE_ENDS,
    RELATIVES,
    SPEECH_ADVERBS,
    SPEECH_VERBS,
)

# a full stop belongs to an initial only: “…,” says Ada. She left.
_CAPITAL = r"(?:St\.|[^\W\d_a-zß-öø-ÿ](?:\.(?:[^\W\d_a-z]\.)*|[\w’'\-&]*))"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof|Sens|Reps|Capt|Hon)\.?)"
_PARTICLE = rf"(?:{PARTICLES})"
_GAP = r"[ \u00a0]+"

VERB = r"(?:" + "|".join(sorted(SPEECH_VERBS, key=lambda verb: (-len(verb), verb))) + r")"
NAME = rf"(?:{_TITLE}{_GAP})?{_CAPITAL}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,3}}{_CAPITAL}){{0,8}}"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Ww]ho)\b"
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Oo]ther|[Tt]wo|[Aa]nother|[Ss]everal|[Mm]any|[Mm]ost)"
)
_LED_BY = rf"(?:[A-Za-z][\w\-’'&]+{_GAP}){{1,3}}(?:{NAME})"
_OFFICE = rf"(?:[A-Z]\w+{_GAP}){{0,2}}[A-Z]\w+{_GAP}(?:for|of){_GAP}(?:(?:the|and|[A-Z][\w\-]+),?{_GAP}){{1,7}}{NAME}"
_NOUNS = rf"{_DETERMINER}{_GAP}(?:[\w’'\-.]+{_GAP}){{0,7}}?[\w’'\-]+"
# "said Norvale State House majority leader Ada Quist": a calling between two names
_CALLING = rf"(?:{'|'.join(sorted(PERSON_TITLES))})"
_OF_A_BODY = rf"{NAME}(?:{_GAP}[a-z][\w\-]+){{0,2}}{_GAP}{_CALLING}{_GAP}{NAME}"
PHRASE = rf"(?:{_NOUNS}|{_OFFICE}|{_OF_A_BODY}|{_LED_BY})"
SUBJECT = rf"(?P<subject>{PHRASE}|{PRONOUN}|{NAME})"
# behind the verb a phrase has to end where a phrase does, as no verb ends it: “…,” said the freshwater ecologist, who
_END = rf"(?=\s*(?:[,.;:!?—–()“”\"\n]|$)|\s+-|\s+(?:{PHRASE_ENDS})\b|\s+[A-Z])"
_SUBJECT_BEHIND = rf"(?P<subject>{_NOUNS}{_END}|{_OFFICE}|{_OF_A_BODY}|{_LED_BY}|{PRONOUN}|{NAME})"
APPOSITION = r"(?:,[^,“”\"\n]{2,120}?,)?"
_ADVERB = rf"(?:{SPEECH_ADVERBS})"
ADVERBS = rf"(?:{_ADVERB}\s+){{0,4}}"
_LEAD = r"^[”»\"’']?\s*+[,.—–-]*+\s*+"

# after the quotation: “…”, said X · X said · according to X · X, who …, verb-ed · — X
VERB_FIRST = re.compile(rf"{_LEAD}{ADVERBS}(?P<verb>{VERB})\s+{ADVERBS}{_SUBJECT_BEHIND}")
SUBJECT_FIRST = re.compile(rf"{_LEAD}{SUBJECT}{APPOSITION}\s+{ADVERBS}(?P<verb>{VERB})\b")
ACCORDING_AFTER = re.compile(rf"{_LEAD}according\s+to\s+{SUBJECT}")  # “We go.” According to Ada, …: another sentence
DASH = re.compile(rf"^[”»\"’']?\s*[―—–-]{{1,2}}\s*(?P<subject>{NAME})\s*[.,]?\s*(?:\n|$|,)")
# before it: X said … “ · according to X … “ · X: “
VERB_WORD = re.compile(rf"\b{VERB}\b")
SUBJECT_BEFORE_VERB = re.compile(rf"{SUBJECT}{APPOSITION}\s+{ADVERBS}$")
JOINED = re.compile(r"(?:\b(?:and|but|before|by)|,)\s+(?:(?:then|also|later|even)\s+)?$")
# "In a statement, Ada Quist, a spokeswoman for the port, " before its verb: no joined verb
_PARTY = r"[A-Z]-[A-Z][\w.]*"  # "Ada Quist, R-TX, who"
APPOSED = re.compile(
    rf"^(?:(?:[A-Z]|according)[^,“”\"]{{2,60}},{_GAP})?(?P<subject>(?!{_PARTY}){NAME}),{_GAP}(?:{_PARTY},{_GAP})?"
    rf"(?:(?:{APPOSITION_OPENERS})\b|\d|[a-z]+ing\b)[^,“”\"\n]{{2,120}},\s+{ADVERBS}$"
)
ACCORDING_BEFORE = re.compile(rf"[Aa]ccording\s+to\s+{SUBJECT}[^“”\"\n]{{0,120}}$")
COLON = re.compile(rf"^\s*(?P<subject>{NAME}|[A-Z][A-Z. ]{{2,40}}):\s*$")
# the holder behind a phrase: "the rector, Ada Quist" · "one of them, Ada Quist" · "the astronomer Ada Quist"
NAMED_BEHIND = re.compile(r"(?:\s+(?:them|us))?,?\s+(?=[^\W\d_a-z])")
# "was praised for “…”": said of somebody, not by them
PASSIVE = re.compile(rf"(?:{PASSIVES}) (?:for|by|as|over|to be)\b")
RELATIVE = re.compile(rf"^.*\b(?:{RELATIVES})\s+")
SUBJECT_START = re.compile(rf"[A-Z]|{_DETERMINER}\b|{PRONOUN}")
PRONOUN_INSIDE = re.compile(r"(?<! of)\s(?:I|he|she|we|they|him|them|us|me)(?:\s|$)")
IS_PRONOUN = re.compile(PRONOUN)
