"""English words in lower case that the rules of quotations, names and tags share, from the English pack."""

from operator import attrgetter

from newsclip.language.pack import pack


def _words(field: str) -> frozenset[str]:
    found: frozenset[str] = attrgetter(field)(_ENGLISH)
    return found


_ENGLISH = pack("en")
_DAYS = _ENGLISH.days if _ENGLISH else None

SPEECH_VERBS = _words("speech.verbs")
NO_SUBJECT_STARTS = _words("speech.no_subject_starts")
NO_SUBJECT_ENDS = _words("speech.no_subject_ends")

FUNCTION_WORDS = _words("words.function")
PLAIN_WORDS = _words("words.plain")
MONTHS = frozenset(name for names in (_DAYS.months if _DAYS else ()) for name in names)
WEEKDAYS = frozenset(name for names in (_DAYS.weekdays if _DAYS else ()) for name in names)

PERSON_TITLES = _words("names.titles")
CONNECTORS = _words("names.connectors")
NEVER_NAMES = FUNCTION_WORDS | WEEKDAYS | MONTHS | _words("names.never")
SENTENCE_OPENERS = NEVER_NAMES | _words("names.openers")

OFFICES = _words("people.offices")
RELATIONS = _words("people.relations")
GIVEN_NAMES_HIS = _words("people.given_names_his")
GIVEN_NAMES_HER = _words("people.given_names_her")

BODY_WORDS = _words("places.bodies")
PLACE_WORDS = _words("places.places")
PLACE_OPENERS = _words("places.openers")
PLACE_PREPOSITIONS = _words("places.prepositions")
STORMS = _words("places.storms")
