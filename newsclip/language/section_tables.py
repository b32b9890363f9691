"""The table of a language pack that tells the sections of a clip by what their sentences do."""

from dataclasses import dataclass

type Patterns = tuple[str, ...]  # alternatives of one regular expression, in the order in which they are tried


@dataclass(frozen=True, slots=True)
class SectionParts:
    """What the tests of section types share; they write its name in angle brackets (`<money>`).

    `figure`: a number, in digits or words. `quantity`: one that measures or counts. `money`: an amount. `day`, `hour`:
    when. `said`: verbs of saying, as a named speaker takes them. `body`: one that its noun alone names ("the harbour
    board"); `article` goes with the name of one. `person`, `thing`: pronouns for a person, and for a body. `event`:
    what is set for a day; `later`: a day to come; `planned`: something is. `doubt`: what makes a statement none.
    """

    figure: Patterns = ()
    quantity: Patterns = ()
    money: Patterns = ()
    day: Patterns = ()
    hour: Patterns = ()
    said: Patterns = ()
    body: Patterns = ()
    article: Patterns = ()
    person: Patterns = ()
    thing: Patterns = ()
    event: Patterns = ()
    later: Patterns = ()
    planned: Patterns = ()
    doubt: Patterns = ()


@dataclass(frozen=True, slots=True)
class SectionTest:
    """A kind of section: its `heading`, and what tells one of its sentences, outside quotation marks.

    One of the `signs` stands in it, one of `also` too, and none of `never`; where it must be `certain`, no doubt does.
    In all of these `<name>` stands for a name or a body, and “” for a quotation. A heading with "{name}" takes the
    name that `(?p<name>…)` of a sign found.
    """

    heading: str
    signs: Patterns
    also: Patterns = ()
    never: Patterns = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class SectionWords:
    """The closed list of section types, the most telling first; a language tells those that its pack gives.

    `no_subheadings`: how a short line opens that is not a publisher's subheading ("Read more", "By").
    """

    parts: SectionParts = SectionParts()
    no_subheadings: Patterns = ()
    the_sentence: SectionTest | None = None
    the_charges: SectionTest | None = None
    the_penalty: SectionTest | None = None
    in_court: SectionTest | None = None
    the_goals: SectionTest | None = None
    the_match: SectionTest | None = None
    the_weather: SectionTest | None = None
    the_market: SectionTest | None = None
    the_vote: SectionTest | None = None
    when_it_takes_effect: SectionTest | None = None
    what_it_costs: SectionTest | None = None
    the_victims: SectionTest | None = None
    the_injured: SectionTest | None = None
    the_suspect: SectionTest | None = None
    what_people_should_do: SectionTest | None = None
    what_is_not_known: SectionTest | None = None
    the_damage: SectionTest | None = None
    the_response: SectionTest | None = None
    what_the_footage_shows: SectionTest | None = None
    the_investigation: SectionTest | None = None
    what_police_say: SectionTest | None = None
    what_prosecutors_say: SectionTest | None = None
    name_answers: SectionTest | None = None
    name_says: SectionTest | None = None
    what_officials_say: SectionTest | None = None
    what_experts_say: SectionTest | None = None
    what_politicians_say: SectionTest | None = None
    what_people_say: SectionTest | None = None
    who_is_name: SectionTest | None = None
    critics: SectionTest | None = None
    support: SectionTest | None = None
    the_study: SectionTest | None = None
    the_poll: SectionTest | None = None
    the_deal: SectionTest | None = None
    what_was_decided: SectionTest | None = None
    what_changes: SectionTest | None = None
    the_plan: SectionTest | None = None
    the_money: SectionTest | None = None
    by_the_numbers: SectionTest | None = None
    why_it_matters: SectionTest | None = None
    how_it_came_to_this: SectionTest | None = None
    the_company: SectionTest | None = None
    what_comes_next: SectionTest | None = None
    where_things_stand: SectionTest | None = None
    reactions: SectionTest | None = None
    background: SectionTest | None = None
    context: SectionTest | None = None
    facts_and_figures: SectionTest | None = None
