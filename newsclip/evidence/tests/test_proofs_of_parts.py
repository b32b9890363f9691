"""What no proof may lead to: a part of an office, of a name or of a thing told for the whole, or a view for a fact."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

# an office that is only a part of another
TITLES = [
    ("Gov. Holm resigned on Friday.", "Lt. Gov. Holm resigned on Friday."),
    ("Gov. Ada Holm signed the bill.", "Lt. Gov. Ada Holm signed the bill."),
    ("Governor Holm resigned.", "Former Governor Holm resigned."),
    ("Gov. Holm resigned.", "Former Gov. Holm resigned."),
    ("Mayor Holm opened the bridge.", "Deputy Mayor Holm opened the bridge."),
    ("Mayor Holm opened the bridge.", "Acting Mayor Holm opened the bridge."),
    ("President Holm opened the bridge.", "Vice President Holm opened the bridge."),
    ("Chancellor Holm resigned.", "Shadow Chancellor Holm resigned."),
    ("President Holm met the council.", "President-elect Holm met the council."),
    ("Secretary Holm met the council.", "Assistant Secretary Holm met the council."),
    ("Minister Holm met the council.", "Junior Minister Holm met the council."),
    ("General Holm was jailed.", "Major General Holm was jailed."),
    ("President Holm was jailed.", "Former Vice President Holm was jailed."),
    ("The chancellor resigned.", "The shadow chancellor resigned."),
    ("Captain Holm was rescued.", "Co-captain Holm was rescued."),
    ("Senator Holm voted for the ban.", "State Senator Holm voted for the ban."),
    ("Sen. Holm voted for the ban.", "State Sen. Holm voted for the ban."),
    ("Judge Holm was fined.", "Retired Judge Holm was fined."),
    ("Prime Minister Holm resigned.", "Deputy Prime Minister Holm resigned."),
    ("Minister Holm resigned.", "Prime Minister Holm resigned."),
    ("Prince Jan was jailed.", "Crown Prince Jan was jailed."),
]
# “herself” is not “her”
REFLEXIVES = [
    ("Eva Quist hurt herself.", "Eva Quist hurt her."),
    ("Eva Quist hurt her.", "Eva Quist hurt herself."),
    ("Jan Holm shot himself.", "Jan Holm shot him."),
    ("The guards blamed themselves.", "The guards blamed them."),
    ("The firm sold itself.", "The firm sold it."),
    ("Eva Quist praised herself on Monday.", "Eva Quist praised her on Monday."),
    ("Jan Holm killed himself.", "Jan Holm killed."),
]
# what somebody is only called
CALLED = [
    ("Holm was a liar.", "Quist called Holm a liar."),
    ("Holm is a liar.", "Quist called Holm a liar."),
    ("Holm was a traitor.", "The paper named Holm a traitor."),
    ("Holm was an enemy of the state.", "The party declared Holm an enemy of the state."),
    ("Holm was the winner.", "The council declared Holm the winner."),
    ("Holm was a coward.", "Quist branded Holm a coward."),
    ("The plan was a disgrace.", "Quist described the plan as a disgrace."),
    ("Holm was a spy.", "Quist saw Holm as a spy."),
    ("Holm was a spy.", "Holm was called a spy."),
    ("Holm, a liar, resigned.", "Holm, called a liar by Quist, resigned."),
    ("The strike was a mistake.", "Quist judged the strike a mistake."),
]
# what somebody only wants to become something
BECOMES = [
    ("Holm requested the ban.", "Holm asked for the ban to be lifted."),
    ("Holm asked for the ban.", "Holm asked for the ban to be lifted."),
    ("Holm wanted the quay.", "Holm wanted the quay to be closed."),
    ("Holm wanted the law.", "Holm wanted the law repealed."),
    ("The council ordered the bridge.", "The council ordered the bridge closed."),
    ("Holm called for the ban.", "Holm called for the ban to end."),
    ("Holm expects the strike.", "Holm expects the strike to be called off."),
    ("Holm needs the permit.", "Holm needs the permit to be cancelled."),
    ("Holm got the prize.", "Holm got the prize withdrawn."),
    ("Holm had the car.", "Holm had the car towed."),
    ("Holm helped the thief.", "Holm helped the thief to be caught."),
    ("The council voted for the tax.", "The council voted for the tax to be scrapped."),
    ("Quist pressed for the trial.", "Quist pressed for the trial to be dropped."),
    ("Holm backs the plan.", "Holm backs the plan being dropped."),
]
# what a speaker quotes another with
QUOTED = [
    ("“I stole the money,” Holm said.", "“He told me, ‘I stole the money,’ and laughed,” Holm said."),
]
# what “only”, “even” or a count stands beside
SCOPE = [
    ("Only Holm voted for the plan.", "Holm only voted for the plan."),
    ("Holm only voted for the plan.", "Only Holm voted for the plan."),
    ("Even Holm voted for the plan.", "Holm even voted for the plan."),
    ("Holm was found guilty.", "Holm was found guilty on one of six counts."),
    ("The vaccine works.", "The vaccine works in theory."),
    ("The bridge is safe.", "The bridge is far from safe."),
]
# within what a rule, a habit or a denial holds
RESTRICTED = [
    ("Dogs are banned.", "Dogs are banned at night."),
    ("Smoking is banned.", "Smoking is banned in bars."),
    ("The council banned cars.", "The council banned cars that run on diesel."),
    ("The council banned cars.", "The council banned diesel cars."),
    ("The firm made no profit.", "The firm made no profit in Velm."),
    ("Nobody died.", "Nobody died in Velm."),
    ("Students pay nothing.", "Students pay nothing in the first year."),
    ("Men earn more than women.", "Men earn more than women in banking."),
]
# a condition without “if”
TURNED = [
    ("The ferry will sail.", "Were the crew to return, the ferry will sail."),
    ("The ferry will sail.", "Should the crew return, the ferry will sail."),
]
# per how much, of what
RATES = [
    ("Holm earned $5.", "Holm earned $5 an hour."),
    ("Half of the boats sank.", "Half of the boats' crews sank."),
]
# another day
DATES = [
    ("The vote is today.", "The vote is today's news."),
    ("The vote was last week.", "The vote was the week before last week."),
]
# with what something is compared
COMPARED = [
    ("Velm is larger.", "Velm is larger than it was."),
    ("Holm is older than Quist.", "Holm is older than Quist's son."),
    ("Velm is like Orlo.", "Velm is nothing like Orlo."),
]
# one told as many
MANY = [
    ("Ferries are dangerous.", "The ferry is dangerous."),
    ("Ferries sank.", "A ferry sank."),
    ("Schools closed in Velm.", "A school closed in Velm."),
]
# somebody else's, or kin of another degree
WHOSE = [
    ("The firm's profit fell.", "The profit of the firm's partner fell."),
    ("Holm's killer was jailed.", "The killer Holm was jailed."),
    ("The killer Holm was jailed.", "Holm's killer was jailed."),
    ("The council's report blamed Holm.", "The report on the council blamed Holm."),
    ("The report of the police was false.", "The report about the police was false."),
    ("Holm's father was a priest.", "Holm's foster father was a priest."),
    ("Holm's father was a priest.", "Holm's father was a priest's son."),
    ("Holm's son was jailed.", "Holm's son-in-law was jailed."),
    ("Holm's son was jailed.", "Holm's step-son was jailed."),
    ("Holm's mother resigned.", "Holm's mother-in-law resigned."),
]
# another kind of thing
KINDS = [
    ("The director resigned.", "The art director resigned."),
    ("The captain was jailed.", "The team captain was jailed."),
    ("The Bank of Orlo failed.", "The Food Bank of Orlo failed."),
    ("The Orlo bank failed.", "The Orlo blood bank failed."),
    ("Police found a gun.", "Police found a toy gun."),
    ("A plane crashed.", "A paper plane crashed."),
    ("A lion escaped.", "A sea lion escaped."),
    ("Holm owns an island.", "Holm owns an artificial island."),
    ("Holm ended the war.", "Holm ended the war of words."),
    ("Holm opposed the war.", "Holm opposed the war on drugs."),
    ("Holm shot the king.", "Holm shot at the king."),
    ("Crime fell.", "Crime fell short of the target."),
    ("Holm has been jailed.", "Holm had been jailed."),
]
# what is so only to somebody, or in a story
FRAMES = [
    ("Holm died.", "In the novel, Holm died."),
    ("Holm killed the king.", "In a dream, Holm killed the king."),
    ("Holm killed the king.", "On stage, Holm killed the king."),
    ("Quist lied.", "Quist lied in a play."),
    ("The firm lied.", "In Quist's view, the firm lied."),
    ("The firm lied.", "The firm lied, in the view of Quist."),
    ("The firm lied.", "As Quist put it, the firm lied."),
    ("The firm lied.", "As far as is known, the firm lied."),
]
REFUSED = [
    *KINDS,
    *FRAMES,
    *TITLES,
    *REFLEXIVES,
    *CALLED,
    *BECOMES,
    *QUOTED,
    *SCOPE,
    *RESTRICTED,
    *TURNED,
    *RATES,
    *DATES,
    *COMPARED,
    *MANY,
    *WHOSE,
]


@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_a_part_is_not_told_for_the_whole(text: str, passage: str):
    assert not stands(text, passage)


HEADINGS = [
    ("Plane crash", "A paper plane crashed."),
    ("Murder in Orlo", "In the novel, a murder in Orlo goes unsolved."),
    ("Death of Holm", "The play ends with the death of Holm."),
    ("Fire at the school", "The drill assumed a fire at the school."),
    ("Ten dead", "Ten dead birds were found."),
    ("Five years in prison", "Five years ago Holm left prison."),
]


@pytest.mark.parametrize(("text", "passage"), HEADINGS)
def test_a_heading_names_no_part_and_nothing_made_up(text: str, passage: str):
    assert not stands(text, passage, place="heading")


KEPT = [
    ("Gov. Holm resigned.", "Gov. Holm resigned on Friday."),
    ("Deputy Mayor Holm opened the bridge.", "Deputy Mayor Holm opened the bridge on Friday."),
    ("Eva Quist hurt herself.", "Eva Quist hurt herself on Friday."),
    ("Quist called Holm a liar.", "Quist called Holm a liar on Friday."),
    ("Only Holm voted for the plan.", "Only Holm voted for the plan on Friday."),
    ("The Supreme Court freed Holm.", "The Supreme Court freed Holm on Friday."),
    ("The council banned diesel cars.", "The council of Orlo banned diesel cars."),
    ("Holm is older than Quist's son.", "Holm is older than Quist's son, who lives in Velm."),
]


@pytest.mark.parametrize(("text", "passage"), KEPT)
def test_the_whole_is_proved(text: str, passage: str):
    assert stands(text, passage)
