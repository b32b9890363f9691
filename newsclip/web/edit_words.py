"""Bases and edits in plain words, in the reader's language. The exact rules: newsclip.evidence.edits, proof_edits."""

from django.utils.translation import gettext_noop

BASES = {
    "exact": gettext_noop("In the publisher's words"),
    "edited": gettext_noop("Edited from the publisher's words"),
    "judged": gettext_noop("In our words"),
}
# kind → what was done, and why it is allowed
EDITS = {
    "dropped": (
        gettext_noop("Words were left out."),
        gettext_noop(
            "Nothing that changes the meaning was cut: no “not”, “may” or “only”, no number, nobody’s name who said it."
        ),
    ),
    "replaced": (
        gettext_noop("A name took the place of a pronoun."),
        gettext_noop("The article means this person, and nobody else was named in between."),
    ),
    "named in full": (
        gettext_noop("A name in full took the place of a surname."),
        gettext_noop("The article gives the full name before, and the surname to nobody else."),
    ),
    "introduced": (
        gettext_noop("What somebody is was put beside the name."),
        gettext_noop("The article says it of this person, in these words."),
    ),
    "dated": (
        gettext_noop("A date was put behind a weekday."),
        gettext_noop("By the article's own date, it is this day."),
    ),
    "attributed": (
        gettext_noop("The publisher that alone tells this was named at the end."),
        gettext_noop("It is the publisher whose words these are."),
    ),
    "aside left out": (
        gettext_noop("A connecting word between commas was left out."),
        gettext_noop("It ties sentences together and opposes nothing."),
    ),
    "parenthesis left out": (
        gettext_noop("A parenthesis was left out."),
        gettext_noop("It explains a name; no “not”, “may”, number or speaker was cut."),
    ),
    "participle clause left out": (
        gettext_noop("A side remark without a verb of its own was left out."),
        gettext_noop("The main clause stands by itself; no “not”, “may”, number or speaker was cut."),
    ),
    "relative clause left out": (
        gettext_noop("A remark with “who” or “which” was left out."),
        gettext_noop("It describes one thing that is named anyway; no “not”, “may”, number or speaker was cut."),
    ),
    "apposition left out": (
        gettext_noop("A remark that says who somebody is was left out."),
        gettext_noop("The name says whom it is about; no “not”, “may”, number or speaker was cut."),
    ),
    "occasion left out": (
        gettext_noop("How it was said, such as “in a statement”, was left out."),
        gettext_noop("Who said it and what they said stand as they did."),
    ),
    "second clause left out": (
        gettext_noop("The second of two clauses was left out."),
        gettext_noop("Each has a subject and a verb of its own; the first does not depend on the second."),
    ),
    "circumstance left out": (
        gettext_noop("The end of a headline, which says when or what for, was left out."),
        gettext_noop("What is left reports one event that happened, with or without it."),
    ),
    "defining clause left out": (
        gettext_noop("Words that say which one is meant were left out at the end of a headline."),
        gettext_noop("It was “a” or “an” something, and stays so."),
    ),
    "clause in the subject left out": (
        gettext_noop("Words that say which one is meant were left out in the subject of a headline."),
        gettext_noop("It was “a” or “an” somebody, and stays so."),
    ),
    "second predicate left out": (
        gettext_noop("The second of two things that somebody did was left out."),
        gettext_noop("Both happened, and the first does not depend on the second."),
    ),
    "detail left out": (
        gettext_noop("The end of a headline, which says after what something is so, was left out."),
        gettext_noop("What is left is true by itself. The words cut do not take it back, and do not say who said it."),
    ),
    "publisher left out": (
        gettext_noop("The publisher's own name was left out as the speaker."),
        gettext_noop("The sentence is the publisher's anyway; the source stands beside it."),
    ),
    "second clause made a sentence": (
        gettext_noop("A second clause became a sentence."),
        gettext_noop("Both clauses stand by themselves; nothing in one (said, may, not, if) holds for the other."),
    ),
    "capitals lowered": (
        gettext_noop("Capitals became small letters."),
        gettext_noop("The words and their order are the same."),
    ),
    "role heading": (
        gettext_noop("A heading names what the sentences below it do."),
        gettext_noop("Every sentence below it meets the rule of that heading."),
    ),
    "shortened": (
        gettext_noop("A language model left words out."),
        gettext_noop("The same rules hold as for words that are left out otherwise."),
    ),
    "joined or reordered": (
        gettext_noop("A language model joined parts or moved words of time."),
        gettext_noop("Each part stands by itself; this site's operator allows it."),
    ),
    "proved": (
        gettext_noop("A language model used other words."),
        gettext_noop("The verifier found these steps from the publisher's words by itself."),
    ),
    "judged": (
        gettext_noop("A language model put it into its own words."),
        gettext_noop(
            "Names, figures, days and every “not” match the sources, and a model that passed our exam accepted it."
        ),
    ),
    "passages merged": (
        gettext_noop("Several sentences became one."),
        gettext_noop("Each part says what its passage says, of the same people and things."),
    ),
    "words reordered": (
        gettext_noop("Words changed their places."),
        gettext_noop("Who did what to whom, when, and who says so stay the same."),
    ),
    "words quoted": (
        gettext_noop("The heading is a quotation."),
        gettext_noop("The article has exactly these words in quotation marks."),
    ),
    "name or pronoun put": (
        gettext_noop("A name took the place of a pronoun or of another name of the same, or a pronoun that of a name."),
        gettext_noop("The passages, or the clip before, name one alone whom it can mean."),
    ),
    "title put": (
        gettext_noop("A title stands for whom it stands before, like “the mayor” for “Mayor Ada Holm”."),
        gettext_noop("It is the whole title, and nobody else here has it."),
    ),
    "kind put": (
        gettext_noop("A noun like “the company” took the place of a name."),
        gettext_noop("The sources say that it is one, and of nothing else here."),
    ),
    "noun or verb put": (
        gettext_noop("A noun took the place of a verb, or a verb of a noun."),
        gettext_noop("Both name the same deed by a closed list, and it was done."),
    ),
    "tense put back": (
        gettext_noop("What somebody said is told in reported speech."),
        gettext_noop("Only the tense went back, as grammar asks; it stays as sure, and its speaker is named."),
    ),
    "word pair": (
        gettext_noop("A word took the place of another that means the same."),
        gettext_noop("Both stand in one row of a closed list."),
    ),
    "figure put": (
        gettext_noop("A number was written in figures instead of words, or in words instead of figures."),
        gettext_noop("Both are the same number with the same unit."),
    ),
    "phrase put": (
        gettext_noop("A phrase took the place of another that means the same."),
        gettext_noop("Both stand in one row of a closed list."),
    ),
    "put for": (
        gettext_noop("Another form of a word was put in."),
        gettext_noop("Both are of one word or its family; it stays as sure and of the same time."),
    ),
    "not told": (
        gettext_noop("Some of the publisher’s words were left out."),
        gettext_noop("The rest does not depend on them; no “not”, “may”, “if”, number or speaker was cut."),
    ),
}
OTHER = (gettext_noop("An edit was made."), gettext_noop("The verifier allows it."))
