"""Invented events of a few matters, and others like them."""

FERRY_STRIKE = (
    "Ferry crews in Velmora walk out over night shifts",
    "Deckhands and engineers of Strait Line stopped work in Velmora on Monday and left five ferries at the quay. The "
    "Seafarers' League wants an end to double night shifts without rest. Its secretary Dora Quist said crews were "
    "falling asleep on watch. Strait Line called the walkout unlawful and sent passengers to the bus bridge.",
)
FERRY_DEAL = (
    "Ferry crews go back to work after deal on night shifts",
    "Ferries of Strait Line sail again after seventeen days. Under the deal that Aron Peck mediated nobody works two "
    "night shifts in a row, and deckhands get a rest of eleven hours. Dora Quist of the Seafarers' League asked "
    "members to accept it. Strait Line drops its lawsuit over the walkout.",
)
FERRY_VOTE = (
    "Seafarers vote for the Strait Line deal by a narrow margin",
    "Members of the Seafarers' League accepted the deal with Strait Line by 212 votes to 190, the union said on "
    "Thursday. It ends double night shifts on the Velmora ferries. Dora Quist said many deckhands had wanted more pay "
    "for the rest they lost. Aron Peck, the mediator, will watch over the rosters for a year.",
)
TRAM_STRIKE = (
    "Tram drivers in Velmora strike for a day over pay",
    "Tram drivers in Velmora stayed at home on Thursday in a strike for higher pay. The Transport Workers' Union said "
    "wages had fallen behind prices for six years. The city's tram company offered three per cent. Mayor Ilse Tarnow "
    "asked both sides to go on talking. Buses ran every ten minutes.",
)
TARNOW_BRIDGE = (
    "Mayor Ilse Tarnow shuts Velmora's busiest bridge",
    "Mayor Ilse Tarnow closed the Ostrava Lane bridge over the Quell on Monday after an inspection found cracks in two "
    "steel girders. It would stay shut for at least six weeks. The bridge carries 14,000 vehicles a day.",
)
LIBRARY = (
    "Mayor Ilse Tarnow opens Velmora's new library",
    "Mayor Ilse Tarnow opened Velmora's library at Corn Market on Saturday. It holds 80,000 books and a reading room "
    "for children. The architect Sven Morrow kept the old grain scales in the hall.",
)
TRIAL = (
    "Pharmacist goes on trial in Orlo over poisoned tea",
    "The pharmacist Jonas Wirth went on trial at Orlo District Court on Monday, accused of poisoning his partner Clara "
    "Benn with digitalis in her tea. Wirth denies it. Prosecutor Mila Hart said he had forged prescriptions for weeks.",
)
TRIAL_OF_ANOTHER = (
    "Nurse from Orlo convicted of stealing morphine",
    "A nurse was convicted at Orlo District Court of stealing morphine from a ward. She must pay a fine and may not "
    "work with medicines. Judge Ada Brill said nobody had come to harm. Prosecutor Mila Hart had asked for prison.",
)
RECOUNT = (
    "Recount in Brackwater Ward gives the council seat to Oda Perrin",
    "Oda Perrin of the Water Party won the seat of Brackwater Ward by five votes on Tuesday, after a recount that "
    "lasted until dusk. Jonah Leith had led by nine. A caretaker found a box of postal votes behind a piano.",
)
LEVY = (
    "Council throws out the parking levy by one vote",
    "The council of Sarn voted down the parking levy by one vote on Wednesday. Oda Perrin, sworn in that morning, "
    "voted against it. Since the recount in Brackwater Ward the mayor's party has no majority, said Jonah Leith.",
)
