"""Events of one day in towns of one name, each told twice with hardly a word in common but the town's.

`{}` is the town's name. The two tellings of an event stand beside each other.
"""

EVENTS = [
    (
        "Fire destroys timber yard in {}",
        "A fire destroyed the timber yard at the harbour of {} on Sunday night. Forty firefighters fought the flames "
        "until dawn, and two of them were taken to hospital with burns, fire chief Ansel Moor said. Police think that "
        "a welding lamp was left burning. The yard has sawn oak there since 1921.",
        "{} sawmill burns to the ground",
        "Nothing but ash is left of the Holm sawmill in {}. The blaze broke out late on Sunday, and crews from four "
        "brigades needed until morning to put it out. Two firefighters were burnt, said Moor, who led them. "
        "Investigators look at a lamp that a welder had forgotten among the oak planks.",
    ),
    (
        "{} elects its first woman mayor",
        "Voters in {} chose Greta Lindqvist as mayor on Sunday, with 58 percent in the second round. The lawyer, 44, "
        "is the first woman in the office. She promised free buses and a new school. Turnout was 61 percent, the "
        "highest in twenty years. Her opponent, Paul Achter of the Farmers' League, conceded at nine in the evening.",
        "Lindqvist wins runoff in {}",
        "Greta Lindqvist, a lawyer who campaigned for buses without fares, will lead the town hall of {}. She took 58 "
        "percent of the ballots against Achter, whose party had governed since the war. \"Tonight a door opened,\" she "
        "told supporters. Six in ten of those entitled went to the polls.",
    ),
    (
        "Flood cuts off {} after dam overflows",
        "The river Ode rose three metres in a night and cut {} off from the main road on Sunday. The dam at Kerrin "
        "overflowed after a week of rain. Boats brought 200 families to the sports hall. The army is building a "
        "bridge of pontoons, and the water works ask people to boil what comes from the tap.",
        "Boats rescue families from the water in {}",
        "Soldiers in boats took hundreds of people from their roofs in {} when the Ode burst its banks. Kerrin "
        "reservoir could not hold the rain any longer, its engineers said. Those rescued sleep in a sports hall. Tap "
        "water must be boiled, and a pontoon bridge is to reach the place by Tuesday.",
    ),
    (
        "Hospital in {} stops delivering babies",
        "Because it finds no midwives, the hospital of {} will close its maternity ward in May. Parents will have to "
        "drive fifty minutes to Sankt Alban. Director Ines Vohl said that eleven posts were vacant and nobody had "
        "applied. A petition of the nurses' union against it was signed by 9,000 people by Sunday.",
        "No more births at {}'s clinic from May",
        "Expectant mothers in {} must travel to Sankt Alban from May on: the maternity ward shuts for want of "
        "midwives. Eleven vacancies could not be filled, according to Vohl, the clinic's head. Nurses gathered 9,000 "
        "signatures to keep it open, and their union has called a vigil.",
    ),
    (
        "Bank robbers of {} flee on bicycles",
        "Two masked men robbed the savings bank of {} shortly before it closed and fled on bicycles with 40,000 in "
        "notes. Nobody was hurt. A cashier pressed the alarm while they filled a rucksack, police said on Sunday. "
        "Officers with dogs searched the woods until dark. The bikes, both red, were found beside a canal.",
        "Masked pair take 40,000 from savings bank in {}",
        "Police hunt two robbers who got away on red bicycles from the savings bank in {}. They threatened a cashier "
        "with a pistol and stuffed 40,000 into a rucksack. Dogs lost their scent at the canal, where the bikes lay. "
        "No customer came to harm.",
    ),
    (
        "Skeleton of a whale found under {} school",
        "Workers who dug a cellar for the school of {} came upon the skeleton of a whale, eighteen metres long and "
        "five million years old. Palaeontologist Odile Marsh called it the most complete in the country. The pupils "
        "may watch while the bones are laid bare. The museum in the capital wants to show the skull next year.",
        "Builders in {} dig up five-million-year-old whale",
        "A digger struck bone where {} wanted a cellar for its pupils: a fossil whale of eighteen metres. \"Hardly "
        "a rib is missing,\" said Marsh, a palaeontologist. Lessons go on beside the dig. The skull will travel to "
        "a museum.",
    ),
    (
        "Chocolate factory in {} to close, 320 jobs go",
        "The chocolate factory of {} will close at the end of the year, its owner Bellamy Foods told the 320 workers. "
        "Cocoa costs three times what it did, the group said. The works council called the decision a betrayal: in "
        "2024 the staff had given up a tenth of their wages to save the plant.",
        "Bellamy shuts its {} works",
        "After ninety years no more pralines will come from {}. Bellamy Foods blames the price of cocoa and lays off "
        "320 people in December. They had accepted lower wages two years ago in return for a guarantee. \"We were "
        "betrayed,\" said the works council. The chocolate will be made abroad.",
    ),
    (
        "Train derails near {}, nobody badly hurt",
        "A regional train with 90 passengers left the rails a kilometre from {} on Sunday morning. Seven people were "
        "slightly injured. A tree had fallen onto the line during the storm. The driver braked, but two carriages "
        "tipped over. Buses replace the trains until Wednesday, the railway said.",
        "Tree topples carriages of the {} express",
        "Seven passengers were bruised when their train ran into a tree outside {} and two carriages came to lie on "
        "their side. The storm had felled it minutes before. Ninety people climbed out through windows. The railway "
        "needs cranes to clear the line and sends buses till Wednesday.",
    ),
    (
        "{} wins the cup after forty years",
        "The footballers of {} beat Harrow Athletic 2-1 in the cup final on Sunday. Striker Tomas Okello scored both "
        "goals, the second in extra time. It is the club's first trophy in forty years. Coach Rita Hall wept at the "
        "whistle. The team will show the cup from the balcony on Monday.",
        "Okello's double brings the trophy to {}",
        "Extra time, and Okello again: with his second goal the striker gave {} the cup that the club had missed for "
        "forty years. Harrow Athletic, who led at half-time, lost 2-1. Hall, the coach, was in tears. Thousands are "
        "expected at the balcony to greet the eleven.",
    ),
    (
        "Teachers in {} go on strike over class sizes",
        "All nine schools of {} stay shut from Monday: teachers strike because classes have up to 38 children. Their "
        "union wants 28 at most. The education authority calls the walkout unlawful and goes to court. Parents "
        "organise lessons in the library. The last talks broke off after an hour on Sunday.",
        "Schools shut as {} staff walk out",
        "Children in {} stay at home, since their teachers refuse to stand before classes of 38. Not more than 28, "
        "demands the union; the authority answers with a lawsuit. Talks failed within an hour. In the library "
        "volunteers read and do sums with the youngest.",
    ),
    (
        "Rare lynx seen in the woods of {}",
        "For the first time in a century a lynx lives in the woods around {}. A camera of the forestry office filmed "
        "the animal with two cubs. Biologist Jonas Wick believes that it swam across the border river. Shepherds ask "
        "for fences; the state pays for every lamb that is killed.",
        "{} has a lynx family",
        "Two cubs tumble before a forester's camera, and their mother looks on: lynxes are back in {}, a hundred years "
        "after the last was shot. They must have crossed the river, says Wick, who studies them. Shepherds worry about "
        "their lambs and want money for fences.",
    ),
    (
        "Data centre for {} approved against protests",
        "The planning committee of {} allowed the firm Nimbus to build a data centre on forty hectares of farmland. "
        "Eight councillors voted for it, five against. Residents fear noise and that wells run dry, because the "
        "machines need cooling. Nimbus promises 60 jobs and to heat the swimming pool.",
        "Nimbus may put its servers on {} fields",
        "By eight votes to five {} has given farmland to Nimbus, whose servers will hum on forty hectares. Neighbours "
        "booed from the gallery; they dread the thirst of the cooling plant. The firm offers its waste heat to the "
        "swimming pool, and sixty jobs.",
    ),
    (
        "Doctor from {} jailed for false prescriptions",
        "A court sent a doctor from {} to prison for six years. Viktor Sand, 57, had written 1,200 prescriptions for "
        "opioids to patients who did not exist. The pills were sold in clubs. His assistant got a suspended sentence. "
        "Sand's lawyer said he would appeal.",
        "Six years for {} opioid doctor Sand",
        "Patients who never lived got opioids for years: for 1,200 invented prescriptions the judges put {} physician "
        "Viktor Sand behind bars until 2032. Dealers passed the pills on in nightclubs. An assistant who had helped "
        "him leaves the court on probation. An appeal is planned.",
    ),
    (
        "Earthquake cracks church tower of {}",
        "An earthquake of magnitude 4.6 shook {} before dawn on Sunday. The tower of Saint Hilda's church cracked from "
        "top to bottom and may fall; the market square is closed. Chimneys broke, but nobody was injured. "
        "Seismologists expect aftershocks for some days.",
        "Tremor leaves {}'s Saint Hilda leaning",
        "People ran into the streets of {} in their nightclothes when the ground shook with a magnitude of 4.6. A "
        "crack runs down the belfry of Saint Hilda, and stalls on the square had to be cleared. Tiles and chimneys "
        "fell. Seismologists warn of aftershocks.",
    ),
    (
        "Orchestra of {} saved by a lottery winner",
        "A woman who won the lottery gives four million to the chamber orchestra of {}, which was to be dissolved in "
        "summer. She wants no name on a wall, only Mahler once a year, conductor Leo Brandauer said. The 31 musicians "
        "keep their posts until 2035.",
        "Unknown donor rescues {} musicians",
        "Thirty-one players can stay: an anonymous lottery winner pays four million so that {} keeps its chamber "
        "orchestra. Brandauer read her letter from the podium. Her one condition is a Mahler evening each year. The "
        "end had been fixed for June.",
    ),
    (
        "Bees poisoned around {}, police investigate",
        "Beekeepers near {} found two million bees dead in front of their hives. A laboratory detected an insecticide "
        "that has been banned since 2019. Police searched three barns. \"Whoever sprayed rape in bloom knew what he "
        "did,\" said Maud Keller of the beekeepers' association.",
        "Dead hives: banned spray suspected in {}",
        "A forbidden insecticide killed the hives of {}, according to a laboratory. Sixty beekeepers lost two million "
        "insects while the rape was in bloom. Detectives took canisters from barns. Keller, who speaks for the "
        "association, wants the culprit to pay.",
    ),
    (
        "Cable car in {} stops for five hours",
        "Thirty-four skiers hung above a gorge in {} for five hours because a wheel of the cable car had jammed. "
        "Mountain rescuers let them down on ropes, the last at midnight. Some had chilblains. The operator stopped the "
        "lift for a week; it had passed an inspection in October.",
        "Skiers roped down from gondolas above {}",
        "A jammed wheel left 34 people dangling over the gorge of {} until midnight. Rescuers climbed along the cable "
        "and lowered them one by one. Chilblains were the worst of it. Inspectors, who found no fault in October, come "
        "again, and the gondolas rest for a week.",
    ),
    (
        "{} bans cars from its old town",
        "From September no cars may drive in the old town of {}. The council decided it by one vote on Sunday. "
        "Residents get passes, goods may come until ten in the morning. Shopkeepers threaten to sue, cyclists "
        "danced in front of the building. A trial last summer had halved the noise.",
        "One vote makes the heart of {} free of cars",
        "Passes for residents, deliveries before ten, everybody else on foot: the lanes of {} belong to walkers and "
        "cyclists from September. A single vote decided. Traders are off to the courts, although noise fell by half "
        "during a trial in summer.",
    ),
    (
        "Astronaut from {} returns from space",
        "After 186 days on the station Helios the astronaut Mina Sarkis landed in the steppe on Sunday. The engineer, "
        "who grew up in {}, had repaired a solar panel in a walk of seven hours. Her old school watched on a "
        "screen. She will be examined in a clinic for two weeks.",
        "Sarkis is back on Earth, and {} cheers",
        "Her capsule came down under three parachutes; in {} five hundred pupils shouted. Mina Sarkis spent half a "
        "year on Helios and mended its solar panel by hand. Physicians now keep the engineer for a fortnight, until "
        "she can walk without help.",
    ),
    (
        "Salmonella from bakery makes 70 ill in {}",
        "Seventy guests of a wedding in {} fell ill with salmonella, eleven of them badly. Health inspectors traced "
        "it to a cream cake and shut the Daybreak bakery. Eggs had stood unchilled for a day. The bride is among "
        "those in hospital.",
        "Cream cake sends {} wedding party to hospital",
        "It was the cake: salmonella in its cream has struck seventy people who danced at a marriage in {}. The bride "
        "and ten guests needed infusions. Daybreak, which baked it, was closed by the inspectors for leaving eggs "
        "in the warm.",
    ),
    (
        "Spy balloon comes down on farm near {}",
        "A balloon with cameras landed in a field of beets near {}. The army cordoned off the farm and took the wreck "
        "away by helicopter. The ministry of defence did not say whose it was. Farmer Nils Abt had thought it a tent. "
        "Two fighter jets had followed it since the coast.",
        "Cameras fall from the sky over {}",
        "What farmer Abt of {} took for a tent between his beets was a balloon full of cameras. Fighter jets had "
        "shadowed it from the coast. Soldiers sealed off the field and flew the wreck out. Whose eyes these were, "
        "the defence ministry keeps to itself.",
    ),
    (
        "Court lets {} residents sue over poisoned wells",
        "The supreme court allowed 1,400 people of {} to sue the tannery Corvin over chromium in their wells. "
        "Judges found that the firm had known of it since 1998. The residents claim 90 million. Corvin's shares "
        "fell by a fifth. The first hearing is in March.",
        "Chromium in the water: Corvin must face {}",
        "Judges opened the way for 1,400 plaintiffs from {}. The tannery Corvin, they wrote, kept quiet about "
        "chromium for decades. Ninety million are at stake, and investors fled the shares. Hearings begin in March.",
    ),
]  # fmt: skip

# Fires of one night, each in a town of the name; the second braces are where the town lies.
FIRES = [
    (
        "Fire destroys timber yard in {}",
        "A fire destroyed a timber yard in {}, {}, on Sunday night. Forty firefighters fought the flames until dawn, "
        "and two of them were taken to hospital with burns. Police think that a welding lamp was left burning. The "
        "yard has sawn oak there since 1921.",
    ),
    (
        "{} warehouse burns to the ground",
        "A warehouse in {} in {}, burned down on Sunday night. Fifty firefighters fought the flames until dawn. Two of "
        "them were taken to hospital with smoke in their lungs. Police think that an old cable was to blame. The owner "
        "said that sofas and beds were stored there.",
    ),
    (
        "Firefighters hurt in {} blaze",
        "Two firefighters were hurt on Sunday night when a barn burned in {} ({}). The flames were seen from ten miles "
        "away, and firefighters fought them until dawn. Police said that the fire began in the hay. Nobody lived "
        "there, and the horses were led out.",
    ),
]
REGIONS = ["Ardleyshire", "County Morrow", "County Tarn", "New Velland"]
STRIKES = [
    (
        "Newbridge hospital nurses end strike",
        "Nurses at the hospital {} ended their strike on Thursday after they had accepted an offer of 6.5 percent over "
        "two years. The strike had lasted eleven days. Some 540 nurses had stayed away from work, and operations that "
        "were not urgent had been put off. The union said that 71 percent of members voted for the offer. It also "
        "promises forty more posts. The director of the hospital welcomed the end of the strike and said that it would "
        "take a month to catch up on operations. Nurses returned to work on Friday, and some were greeted with "
        "applause.",
    ),
    (
        "Nurses accept pay offer and return to work",
        "The nurses of the hospital {} accepted a pay offer and ended a strike of two weeks, their union said on "
        "Thursday. The offer is a raise of 7 percent over two years and thirty more posts. About 600 nurses had been "
        "on strike, and the hospital had put off operations that were not urgent. Of the members 64 percent voted for "
        "the offer. The president of the hospital was relieved and said that operations would be caught up on in six "
        "weeks. The nurses return to work on Friday morning.",
    ),
]
STRIKE_SOMEWHERE = (
    "Newbridge nurses accept offer",
    "Nurses in Newbridge have accepted a pay offer of 7 percent, and their strike of two weeks is over, the union told "
    "its members on Thursday. Thirty more posts are part of the offer. 64 percent of them were for it. The hospital "
    "would have caught up on operations that were put off in six weeks, its president said. All 600 nurses will return "
    "to work on Friday morning.",
)
