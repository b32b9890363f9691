"""English words in lower case, and alternatives of them, that the rules of quotations, names and tags share."""

from operator import attrgetter

from newsclip.language.pack import ENGLISH, english, pack
from newsclip.language.pack_tables import DayWords, PersonWords
from newsclip.language.pattern_parts import any_of, with_capital
from newsclip.language.text_analysis_tables import QuotationWords


def _words(field: str) -> frozenset[str]:
    found: frozenset[str] = attrgetter(field)(_ENGLISH)
    return found


_ENGLISH = pack(ENGLISH)
_DAYS, _PEOPLE, _QUOTATIONS = english(DayWords), english(PersonWords), english(QuotationWords)

SPEECH_VERBS = _words("speech.verbs")
NO_SUBJECT_STARTS = _words("speech.no_subject_starts")
NO_SUBJECT_ENDS = _words("speech.no_subject_ends")

PARTICLES = any_of(_QUOTATIONS.particles)
SPEECH_ADVERBS = any_of(_QUOTATIONS.adverbs)
PHRASE_ENDS = any_of(_QUOTATIONS.phrase_ends)
PASSIVES = any_of(_QUOTATIONS.passives)
RELATIVES = any_of(_QUOTATIONS.relatives)
APPOSITION_OPENERS = any_of(_QUOTATIONS.appositions)
FRAME_ENDS = any_of(_QUOTATIONS.frame_ends)
SAYS_TO_SOMEBODY = _QUOTATIONS.to_somebody
SURELY_SAYS = _QUOTATIONS.surely_says
SPEECH_NOUNS = _QUOTATIONS.nouns
SAYS = any_of(_QUOTATIONS.says)
THINGS = any_of(_QUOTATIONS.things)
PREPOSITIONS = _QUOTATIONS.prepositions
ROLE_DETERMINERS = any_of(_QUOTATIONS.role_determiners)
ELIDED = any_of(_QUOTATIONS.elided)

FUNCTION_WORDS = _words("words.function")
PLAIN_WORDS = _words("words.plain")
MONTHS = frozenset(name for names in _DAYS.months for name in names)
WEEKDAYS = frozenset(name for names in _DAYS.weekdays for name in names)

PERSON_TITLES = _words("names.titles")
CONNECTORS = _words("names.connectors")
NEVER_NAMES = FUNCTION_WORDS | WEEKDAYS | MONTHS | _words("names.never")
GIVEN_MONTHS = _words("names.given_months")
BEFORE_MONTHS = _words("names.before_months")
SENTENCE_OPENERS = NEVER_NAMES | _words("names.openers")

OFFICES = _words("people.offices")
OCCUPATIONS = _words("people.occupations")
RELATIONS = _words("people.relations")
SOMEBODY = RELATIONS | OFFICES | _PEOPLE.somebody
SOMEBODY_DETERMINERS = any_of(_PEOPLE.determiners)
OFFICES_OF = any_of(_PEOPLE.offices_of)
TITLES_HIS = any_of(with_capital(_PEOPLE.titles_his))
TITLES_HER = any_of(with_capital(_PEOPLE.titles_her))
NOUNS_HIS = any_of(_PEOPLE.nouns_his)
NOUNS_HER = any_of(_PEOPLE.nouns_her)
_HIS, _HER = _words("people.given_names_his"), _words("people.given_names_her")
GIVEN_NAMES = _HIS | _HER
GIVEN_NAMES_ONLY_HIS, GIVEN_NAMES_ONLY_HER = _HIS - _HER, _HER - _HIS  # some stand in both lists

BODY_WORDS = _words("places.bodies")
PLACE_WORDS = _words("places.places")
PLACE_OPENERS = _words("places.openers")
PLACE_PREPOSITIONS = _words("places.prepositions")
STORMS = _words("places.storms")
DATELINE_PLACES = _words("places.datelines")
REGIONS = _words("places.regions")
REGION_CODES = frozenset(region.replace(".", "") for region in REGIONS)  # "NY"
