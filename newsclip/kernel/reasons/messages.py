"""One English message for each reason code, with a placeholder for each parameter.

To add a reason, return `Reason("my_code", {"said": word})` and add its message to VERDICTS, as in `"my_code": _("Says
“%(said)s”.")`. Codes are stored and never change their meaning; messages may be improved at any time. Translations are
in newsclip/locale; a test lists the missing ones.
"""

from collections.abc import Mapping

from newsclip.kernel.reasons.refusals import SENTENCES_BY_CODE


def _(words: str) -> str:
    """Mark a message for `makemessages` without translating it."""
    return words


VERDICTS = {
    # the passages
    "passage_lost": _("The publisher's words are no longer what this rests on."),
    "seal_broken": _("It is not what was published: its seal is broken."),
    "no_words": _("There are no words to check."),
    "no_article": _("There is no article that it could rest on."),
    # words that the passage does not say
    "says_instead": _("It says “%(said)s”, but the passage says “%(held)s”."),
    "figure_instead": _("It gives the figure “%(said)s”, but the passage says “%(held)s”."),
    "date_instead": _("It gives the date “%(said)s”, but the passage says “%(held)s”."),
    "not_said": _("It says “%(said)s”, which the passage does not say."),
    "figure_not_said": _("It gives the figure “%(said)s”, which the passage does not."),
    "date_not_said": _("It gives the date “%(said)s”, which the passage does not."),
    "order_instead": _("It says “%(said)s” where the passage says “%(held)s”: the same words in another order."),
    "other_order": _("The passage says the same words in another order."),
    "not_proved": _("Our editing rules cannot get “%(said)s” from what the passages say."),
    "judge_unnamed": _("It says that a judge accepted it, but the clip names none."),
    "proof_differs": _("Other allowed edits lead from the passages to it than it records."),
    "value_not_held": _("The passage does not hold “%(value)s”."),
    # words that were left out
    "turning_left_out": _("“%(word)s” was left out, which may change the meaning of the sentence."),
    "opening_left_out": _("“%(words)s” opens the passage's sentence and was left out."),
    "left_out_within_clause": _("Words were left out in the middle of a clause."),
    "not_apart": _("“%(words)s” was left out; the sentence does not stand apart from it."),
    "not_two_sentences": _("“%(words)s” became a sentence, and is none of its own."),
    "split_in_part": _("A sentence is recorded as split in two, and does not say all that it said."),
    "no_parser": _("Words were left out by their syntax, and no parser is installed that could check it."),
    "omission_not_held": _("“%(words)s” is recorded as left out, but the passage does not hold it."),
    "sentences_run_together": _("Two sentences of the passage were run together."),
    # marks
    "quoting_differs": _("The passage says this in quotation marks, or without them."),
    "marks_differ": _("The passage has other marks before “%(word)s”."),
    "opening_quote_differs": _("The passage opens a quotation here, or the sentence does where it does not."),
    "question_differs": _("One is a question and the other a statement."),
    "quotation_open": _("A quotation mark is not closed."),
    "speaker_not_before": _("A quotation stands without the words that say whose it is."),
    # a name for a pronoun
    "change_not_held": _("“%(old)s” is recorded as changed, but the passage does not hold it."),
    "not_a_pronoun": _(
        "“%(old)s” may not become “%(new)s”: only a name may take the place of a pronoun or of its surname."
    ),
    "name_not_held": _("No passage holds the name “%(name)s”."),
    "name_not_put_in": _("A name is recorded as put in, but the sentence does not hold it."),
    "antecedent_differs": _("“%(old)s” became “%(new)s”, but the article last names %(names)s."),
    "antecedent_unnamed": _("“%(old)s” became “%(new)s”, but the article names nobody before."),
    "antecedent_not_leading": _("“%(old)s” became “%(new)s”, but the sentence before does not begin with this name."),
    "antecedent_not_alone": _("“%(old)s” became “%(new)s”, but the article speaks of somebody else there, too."),
    "name_not_introduced": _("“%(old)s” became “%(new)s”, and may be another's name in the article."),
    "role_not_introduced": _("“%(old)s” became “%(new)s”, which the article does not say of this person beyond doubt."),
    "role_not_apart": _("“%(old)s” became “%(new)s”, where it is quoted or a part of another phrase."),
    "attribution_other": _("“%(words)s” does not name the publisher of its passage."),
    "day_not_certain": _("“%(old)s” became “%(new)s”, and may be another day, or is quoted."),
    "surname_not_apart": _("“%(old)s” became “%(new)s”, where it is quoted or a part of another phrase."),
    "antecedent_other": _("“%(word)s” means somebody or something else here than in the article."),
    # quotations
    "words_not_quoted": _("The passage does not hold the quotation “%(words)s”."),
    "quotation_not_held": _("The passage does not hold this quotation."),
    "not_speech": _("The passage holds these words, but not as anybody's speech."),
    "quotation_cut": _("The quotation begins or ends in the middle of what was said."),
    "not_named": _("No passage names “%(name)s”."),
    "speaker_unnamed": _("Given to %(said)s, which the passage does not say beyond doubt."),
    "role_differs": _("The passage does not call the speaker “%(role)s”."),
    # headings
    "role_outside_heading": _("Only a heading may name a role."),
    "role_unknown": _("This is no role that a heading may name."),
    "role_not_fitting": _("Not every sentence below fits the heading “%(heading)s”."),
    "heading_elsewhere": _("The heading rests on words that are not of its section."),
    "title_elsewhere": _("Something below this title is not told by its article."),
    "heading_not_held": _("No passage of the section holds “%(words)s” in a row."),
    "heading_turning": _("A heading may not hold “%(word)s”: cut out of its sentence it can say something else."),
    "heading_states": _("“%(words)s” states something that its sentence may not: a heading only names."),
    # sources, dates, picture, hashtags, disagreements
    "source_differs": _("The source “%(title)s” is not what its publisher gives."),
    "source_missing": _("A passage is cited from an article that is not among the sources."),
    "reports_differ": _("It says %(said)s reports, but the sources are %(held)s."),
    "dates_differ": _("The clip's dates are not those of its first and its last article."),
    "address_differs": _("The address “%(slug)s” is not the headline's."),
    "picture_unknown": _("No article gives this picture with these words and credit."),
    "hashtag_not_held": _("No article holds the words of %(tag)s."),
    "several_days": _("The sentence tells more than one day: %(days)s."),
    "day_differs": _("Dated %(day)s, the sentence tells %(days)s."),
    "day_not_of_event": _("The sentence does not say that this happened on %(day)s."),
    "day_not_told": _("The date %(day)s does not follow from the sentence."),
    "one_value": _("There is one value only: nobody disagrees."),
    "one_article": _("One article does not disagree with itself."),
    "matter_not_held": _("No passage is about “%(word)s”."),
    "value_of_another": _("The passage does not state “%(value)s” of this as a fact."),
    "sides_apart": _("The passages may tell of two different things."),
    "disagreement_unread": _("No rule can judge a disagreement about this in this language."),
    "glance_unread": _("No rule can judge this answer, or not in this language."),
    "glance_not_told": _("The passage does not plainly tell “%(value)s” as a fact of what the clip is about."),
    "json_differs": _("“%(name)s” does not say what the clip's sentences say."),
    # free claims
    "claim_not_named": _("The source does not name “%(name)s”."),
    "claim_figure": _("The source does not give the figure %(figure)s."),
    "claim_contrary": _("It says “%(word)s” where the source says the contrary."),
    "claim_negated": _("One of claim and source says “not” where the other does not."),
    "claim_of_another": _("The source does not say this of “%(name)s”."),
    "claim_apart": _("Too little of the claim stands together in the source."),
    # a language model's sentences
    "no_passage_named": _("It names no passage that was given."),
    "no_sentence_said": _("The answer holds no sentence in the form that was asked for."),
    "several_sentences": _("It is more than one sentence."),
    "other_language": _("“%(word)s” is of another language than its passages."),
    "little_in_common": _("It tells of something else than its passages."),
    "gives_an_order": _("It tells a reader or a program what to do."),
    "judge_refused": _("The judge did not find all of it in its passages."),
    "judge_silent": _("The judge gave no answer, or too late."),
    "told_before": _("The clip already says this."),
    "no_room": _("The clip has no room for it."),
    "not_brought_in": _("Nothing before it says who or what “%(word)s” is."),
    "plan_empty": _("It plans nothing that can be told."),
    "plan_unknown": _("It names facts that were never given."),
    "plan_repeats": _("It tells a fact twice."),
    "plan_buries_news": _("It does not begin with the news."),
    "plan_out_of_order": _("It tells an article in another order."),
    "plan_one_side": _("It tells one side of a disagreement."),
    "leans_on_another": _("It makes no sense without the sentence before it."),
    "character_not_held": _("Its passages hold no “%(character)s”."),
    "unfit": _("It cannot stand in a clip: %(fault)s."),
}
UNFIT = {
    "unfit_length": _("it is too short or too long"),
    "unfit_fragment": _("it is a fragment"),
    "unfit_unclosed": _("a bracket or quotation mark is not closed"),
    "unfit_plea": _("it is an appeal"),
    "unfit_caption": _("it is a caption"),
    "unfit_bare_quotation": _("it is a quotation without its speaker"),
    "unfit_label": _("it is a label"),
    "unfit_aside": _("it is an aside"),
    "unfit_question": _("it is a question"),
    "unfit_first_person": _("it is in the first person"),
    "unfit_shouting": _("it is in capital letters"),
    "unfit_opinion": _("it is an opinion"),
}
CHANGES = {
    # of a publisher's article; `who` is the publisher
    "article_changed": _("%(who)s changed its article."),
    "article_says_otherwise": _("%(who)s %(changes)s."),
    "article_says_much_otherwise": _("%(who)s %(changes)s, and more."),
    "article_changed_elsewhere": _("%(who)s changed other parts of its article."),
    "article_shown_otherwise": _("Another part of %(who)s's article may be shown."),
    "article_taken_back": _("%(who)s withdrew its article."),
    "muted_publisher_changed": _("A publisher that you muted changed something."),
    "article_moved": _("An article by %(who)s was moved to another story. That does not mean it was wrong."),
    "article_moved_by_moderator": _(
        "A moderator moved an article by %(who)s to another story. That does not mean it was wrong."
    ),
    "article_went_back": _(
        "An article by %(who)s is back in its own story: a moderator undid what had brought it here. "
        "That does not mean it was wrong."
    ),
    "article_returned": _(
        "An article by %(who)s was taken out of this story, and is part of it again. That does not mean it was wrong."
    ),
    "publisher_took_down": _("%(who)s asked that its words be taken down."),
    "publisher_allows_less": _("%(who)s allows fewer words to be shown."),
    # of a story
    "article_joined": _("One more article joined."),
    "articles_joined": _("%(count)s more articles joined."),
    "article_left": _("One article left the story."),
    "articles_left": _("%(count)s articles left the story."),
    # of a clip
    "first_version": _("First version."),
    "writer_changed": _("We changed how clips are written."),
    "clip_withdrawn": _("The clip was withdrawn."),
    "clip_restored": _("The clip is published again: its story was rewritten."),
    "headline_by_readers": _("Readers or a moderator gave it another headline."),
    "hashtags_by_readers": _("Readers or a moderator gave it other hashtags."),
    # what a page tells of these two where the log knows it
    "headline_by_votes": _("Readers gave it another headline: enough of them agreed."),
    "hashtags_by_votes": _("Readers gave it other hashtags: enough of them agreed."),
    "headline_by_moderator": _("%(who)s, a moderator, gave it another headline."),
    "hashtags_by_moderator": _("%(who)s, a moderator, gave it other hashtags."),
    "headline_by_a_moderator": _("A moderator gave it another headline."),
    "hashtags_by_a_moderator": _("A moderator gave it other hashtags."),
    "headline_undone_by": _("%(who)s, a moderator, took back the headline that it had been given."),
    "hashtags_undone_by": _("%(who)s, a moderator, took back the hashtags that it had been given."),
    "headline_taken_back": _("The headline that readers or a moderator gave it was taken back."),
    "hashtags_taken_back": _("The hashtags that readers or a moderator gave it were taken back."),
    "sentence_taken_out": _("A moderator took out a sentence that a reader challenged."),
    "sentence_put_back": _("A moderator put back a sentence that had been taken out."),
    "sentence_doubted": _("A reader challenged a sentence, and it did not hold up."),
    "sentence_stands": _(
        "The sentence says what the publisher wrote. Whether that is clear or right, this check cannot tell."
    ),
    # of what readers suggested
    "story_split": _("Its articles are a story of their own now."),
    "story_merged": _("The two are one story now."),
    "headline_wanted": _("The clip gets this headline when it is written next, within minutes."),
    "hashtags_wanted": _("The clip gets these hashtags when it is written next, within minutes."),
}
SUSPENSIONS = {
    "suspended_until": _("Until %(until)s."),
    "suspended_for_good": _("Until a moderator ends it."),
}
EDITS = {
    "changed": _("changed %(was)s to %(now)s"),
    "left_out": _("left out %(was)s"),
    "added": _("added %(now)s"),
    "no_longer_says": _("no longer says %(was)s"),
    "put_otherwise": _("reworded a sentence"),
    "quoted": _("“%(words)s”"),
}
KEPT_IN_WORDS = "kept_in_words"
"""The code of reasons that earlier versions stored as text; `words` is its only parameter."""
MESSAGES: Mapping[str, str] = {
    **SENTENCES_BY_CODE, **VERDICTS, **UNFIT, **CHANGES, **SUSPENSIONS, **EDITS, KEPT_IN_WORDS: "%(words)s",
}  # fmt: skip
AND, A_PUBLISHER = _("%(first)s and %(last)s"), _("A publisher")
GONE = _("[words that are no longer shown]")
TO_TRANSLATE = (
    *VERDICTS.values(), *UNFIT.values(), *CHANGES.values(), *SUSPENSIONS.values(), *EDITS.values(),
    AND, A_PUBLISHER, GONE,
)  # fmt: skip
