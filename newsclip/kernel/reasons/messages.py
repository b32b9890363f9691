"""The words of reasons: one English message for each code, with a place for each parameter.

To give a new reason, return `Reason("my_code", {"said": word})` and add `"my_code": "Says “%(said)s”."` to MESSAGES.
Codes are stored and never change their meaning; messages may be improved at any time. The German and French of each
message stand in newsclip/locale (tests/test_languages.py in newsclip/web says which are missing).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from newsclip.kernel.reasons.reason import Reason

type Translate = Callable[[str], str]

VERDICTS = {
    # the passages
    "passage_lost": "The publisher's words are no longer what this rests on.",
    "seal_broken": "It is not what was published: its seal is broken.",
    "no_words": "There are no words to check.",
    "no_article": "There is no article that it could rest on.",
    # words that the passage does not say
    "says_instead": "Says “%(said)s”, the passage says “%(held)s”.",
    "figure_instead": "Says the figure “%(said)s”, the passage says “%(held)s”.",
    "date_instead": "Says the date “%(said)s”, the passage says “%(held)s”.",
    "not_said": "Says “%(said)s”, which the passage does not say.",
    "figure_not_said": "Says the figure “%(said)s”, which the passage does not say.",
    "date_not_said": "Says the date “%(said)s”, which the passage does not say.",
    "order_instead": "Says “%(said)s” where the passage says “%(held)s”: the same words in another order.",
    "other_order": "The passage says the same words in another order.",
    "value_not_held": "The passage does not hold “%(value)s”.",
    # words that were left out
    "turning_left_out": "“%(word)s” was left out, which may turn the sentence.",
    "opening_left_out": "“%(words)s” opens the passage's sentence and was left out.",
    "left_out_within_clause": "Words were left out in the middle of a clause.",
    "omission_not_held": "“%(words)s” is recorded as left out, but the passage does not hold it.",
    "sentences_run_together": "Two sentences of the passage were run together.",
    # marks
    "quoting_differs": "The passage says this in quotation marks, or without them.",
    "marks_differ": "The passage has other marks before “%(word)s”.",
    "opening_quote_differs": "The passage opens a quotation here, or the sentence does where it does not.",
    "question_differs": "One of sentence and passage asks what the other states.",
    "quotation_open": "A quotation mark is not closed.",
    # a name for a pronoun
    "change_not_held": "“%(old)s” is recorded as changed, but the passage does not hold it.",
    "not_a_pronoun": "“%(old)s” may not become “%(new)s”: only a name may take the place of a pronoun.",
    "name_not_held": "No passage holds the name “%(name)s”.",
    "name_not_put_in": "A name is recorded as put in, but the sentence does not hold it.",
    "antecedent_differs": "“%(old)s” became “%(new)s”, the article last names %(names)s.",
    "antecedent_unnamed": "“%(old)s” became “%(new)s”, the article last names nobody.",
    "antecedent_not_leading": "“%(old)s” became “%(new)s”, whom the sentence before does not begin with.",
    "antecedent_not_alone": "“%(old)s” became “%(new)s”, the article speaks of somebody else there, too.",
    # quotations
    "words_not_quoted": "The passage does not hold the quotation “%(words)s”.",
    "quotation_not_held": "The passage does not hold this quotation.",
    "not_speech": "The passage holds these words, but not as anybody's speech.",
    "quotation_cut": "The quotation begins or ends in the middle of what was said.",
    "not_named": "No passage names “%(name)s”.",
    "speaker_differs": "Given to %(said)s, the passage gives it to %(held)s.",
    "speaker_unnamed": "Given to %(said)s, the passage to nobody.",
    "role_differs": "The passage does not call the speaker “%(role)s”.",
    # headings
    "role_outside_heading": "Only a heading may name a role.",
    "role_unknown": "This is no role that a heading may name.",
    "role_not_fitting": "Not every sentence below fits the heading “%(heading)s”.",
    "heading_elsewhere": "The heading rests on words that are not of its section.",
    "title_elsewhere": "Something below this title is not told by its article.",
    "heading_not_held": "No passage of the section holds “%(words)s” in a row.",
    "heading_turning": "A heading may not hold “%(word)s”: cut out of its sentence it can say something else.",
    "heading_states": "“%(words)s” states something that its sentence may not: a heading only names.",
    # sources, dates, picture, hashtags, disagreements
    "source_differs": "The source “%(title)s” is not what its publisher gives.",
    "source_missing": "A passage is cited from an article that is not among the sources.",
    "reports_differ": "Says %(said)s reports, the sources are %(held)s.",
    "dates_differ": "The clip's dates are not those of its first and its last article.",
    "address_differs": "The address “%(slug)s” is not the headline's.",
    "picture_unknown": "No article gives this picture with these words and credit.",
    "hashtag_not_held": "No article holds the words of %(tag)s.",
    "several_days": "The sentence tells more than one day: %(days)s.",
    "day_differs": "Dated %(day)s, the sentence tells %(days)s.",
    "day_not_of_event": "The sentence does not say that this happened on %(day)s.",
    "day_not_told": "The date %(day)s does not follow from the sentence.",
    "one_value": "There is one value only: nobody disagrees.",
    "one_article": "One article does not disagree with itself.",
    "matter_not_held": "No passage is about “%(word)s”.",
    "json_differs": "“%(name)s” does not say what the clip's sentences say.",
    # free claims
    "claim_not_named": "The source does not name “%(name)s”.",
    "claim_figure": "The source does not give the figure %(figure)s.",
    "claim_contrary": "Says “%(word)s” where the source says the contrary.",
    "claim_negated": "One of claim and source says “not” where the other does not.",
    "claim_of_another": "The source does not say this of “%(name)s”.",
    "claim_new_word": "Nothing in the source stands for “%(word)s”.",
    "claim_apart": "Too little of the claim stands together in the source.",
    # a language model's sentences
    "no_passage_named": "It names no passage that was given.",
    "leans_on_another": "It leans on the sentence before it.",
    "quotation_written": "Quotations are copied by place, not written.",
    "character_not_held": "Its passages hold no “%(character)s”.",
    "unfit": "It is not fit to be published: %(fault)s.",
}
UNFIT = {
    "unfit_length": "length",
    "unfit_fragment": "fragment",
    "unfit_unclosed": "unclosed",
    "unfit_plea": "plea",
    "unfit_caption": "caption",
    "unfit_bare_quotation": "bare quotation",
    "unfit_label": "label",
    "unfit_aside": "aside",
    "unfit_question": "question",
    "unfit_first_person": "first person",
    "unfit_shouting": "shouting",
    "unfit_opinion": "opinion",
}
KEPT_IN_WORDS = "kept_in_words"
"""The code of a reason that an earlier version kept in words alone; they are its one parameter, `words`."""
MESSAGES: Mapping[str, str] = {**VERDICTS, **UNFIT, KEPT_IN_WORDS: "%(words)s"}
AND = "%(first)s and %(last)s"
TO_TRANSLATE = (*VERDICTS.values(), *UNFIT.values(), AND)


def message(reason: Reason, translate: Translate = str) -> str:
    """The reason in words, in the language of `translate`. An unknown code is a defect, and raises KeyError."""
    told = MESSAGES[reason.code]
    given = {name: _told(value, translate) for name, value in reason.params.items()}
    return (told if reason.code == KEPT_IN_WORDS else translate(told)) % given


def outline(code: str, translate: Translate = str) -> str:
    """What all reasons of this code say, a “…” in the place of each parameter."""
    return translate(MESSAGES[code]) % defaultdict(lambda: "…")


def _told(value: Any, translate: Translate) -> str:
    if isinstance(value, Mapping):
        return message(Reason(value["code"], value["params"]), translate)
    if isinstance(value, list | tuple):
        *first, last = [_told(one, translate) for one in value] or [""]
        return translate(AND) % {"first": ", ".join(first), "last": last} if first else last
    return f"{value:g}" if isinstance(value, float) else str(value)
