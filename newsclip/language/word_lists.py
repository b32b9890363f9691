"""Closed lists of English words that the rules of quotes, names and tags share, in lower case."""


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


SPEECH_VERBS = _words("""
    said say says saying told tell tells telling added add adds adding asked ask asks asking argued argue argues arguing
    announced announces announcing acknowledged acknowledges admitted admits agreed agrees alleged alleges answered
    answers asserted asserts assured backed believes bemoaned blamed blasted boasted bragged called calling calls
    cautioned charged chimed claimed claims claiming clarified commented comments complained complains conceded
    concedes concluded concludes concluding confirmed confirms contended contends continued continues countered
    counters criticised criticized declared declares declaring declined demanded demands denied denies described
    describes describing disclosed dismissed dubbed elaborated emphasised emphasized emphasizes exclaimed explained
    explains explaining expressed fumed grumbled hinted implied indicated indicates insisted insists insisting
    interjected joked jokes joking labelled labeled lamented laments maintained maintains mentioned mused muses noted
    notes noting observed observes offered opined pleaded pledged pointed posted praised predicted predicts pressed
    proclaimed promised promises promising proposed quipped quips quoted read reads reasoned recalled recalls recounted
    reflected reiterated remarked remarks remembered repeated replied replies replying reported reports responded
    responds retorted revealed reveals scoffed shot shouted shouts slammed sneered speculated stated states stating
    stressed stresses suggested suggests suggesting summed taunted testified thinks thought touted tweeted tweets urged
    urges vowed vows volunteered wondered wonders warned warns warning whispered writes writing wrote yelled
""")

PERSON_TITLES = _words("""
    mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister bishop archbishop cardinal pope
    rabbi imam sheikh king queen prince princess president vice-president ex-president chancellor premier minister
    secretary senator sen sens representative rep reps congressman congresswoman governor gov mayor deputy judge
    justice attorney ambassador commissioner chairman chairwoman chair director chief executive ceo captain capt
    colonel col general gen lieutenant lt major maj sergeant sgt officer inspector superintendent detective coach
    manager councillor alderman mp spokesman spokeswoman spokesperson analyst economist author editor owner founder
    lawyer doctor nurse teacher secretary-general vice-chairman referee striker midfielder defender captain assoc
    associate farmer master skipper actor actress singer director-general headteacher candidate leader speaker
    strategist adviser advisor co-founder researcher scientist resident witness activist host anchor correspondent
    reporter deckhand rescuer spokesperson bandmaster superintendent librarian sheriff constable dpm
    mum mom dad gran
""")

BODY_WORDS = _words("""
    council party university college school ministry department court agency bank company corporation corp inc ltd
    plc club united association committee commission union federation institute institution foundation society group
    authority parliament congress senate assembly board bureau office trust fund league team church police service
    services airlines airways hospital museum press times post guardian news network television radio army navy
    organisation organization alliance coalition partnership
""")

PLACE_WORDS = _words("""
    city county island islands river lake mountain mount valley street road avenue square bridge bay coast peninsula
    province state republic kingdom town village district port harbour harbor park forest beach sea ocean airport
    station
""")

PLACE_OPENERS = _words("new north south east west northern southern eastern western san santa saint st los las")

PLACE_PREPOSITIONS = _words("in near outside across around throughout inside")

# what bears a person's name and is none
STORMS = _words("hurricane typhoon cyclone storm tropical tornado earthquake operation")

CONNECTORS = _words("of the de la van von der den bin al el del da di du dos des le les & y zu zur ibn ten ter")

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
""")

FUNCTION_WORDS = _words("""
    i i'm i've i'd i'll it it's its he he's she she's they they're we we're we've we'll you you're you'll his her their
    our my your this that that's these those there there's here here's who who's what what's when where why how and or
    but nor so yet if because since although though while as than then now not no yes an a is isn't are aren't was
    wasn't were weren't be been has hasn't have haven't had do don't does doesn't did didn't will won't would can can't
    could may might must should let let's the in on at by for from to of with without within after before during until
    over under between among about against despite like unlike even just only once still also however meanwhile instead
    both each every either neither all any some such many most much few several more less other others another
    whether which whose whom according
""")

NEVER_NAMES = (
    FUNCTION_WORDS
    | WEEKDAYS
    | MONTHS
    | _words("am pm a.m p.m a.m. p.m. gmt bst est edt cet utc photo image getty copyright advertisement")
)

SENTENCE_OPENERS = NEVER_NAMES | _words("""
    besides moreover furthermore nevertheless therefore
    thus earlier later last next first second third finally recently today
    tomorrow yesterday tonight speaking asked one two three four five six seven eight nine ten hundreds thousands
    millions dozens half nearly almost around roughly perhaps maybe indeed often sometimes usually generally overall
    unfortunately fortunately former current police officials residents experts critics supporters opponents people men
    women children students workers voters investors shares stocks officers firefighters researchers scientists doctors
    teachers parents families analysts economists lawyers prosecutors authorities lawmakers further plus along behind
    beyond amid upon per via whatever whenever wherever asking being having given based following including added never
    nothing nobody everyone everybody someone something anyone anything please thank thanks okay well oh ah hello dear
    see look watch listen click follow sign subscribe share get make take go come think say tell know read
""")

NO_SUBJECT_STARTS = _words("from in at by upon on to of for with about after before here when as if and but that")
NO_SUBJECT_ENDS = _words("and or but that which who whom by upon of to in as again so also a the")

# words that say nothing about a text's theme
PLAIN_WORDS = _words("""
    new old last next first second other same own such day days week weeks month months year years time times today
    yesterday tomorrow way lot thing things people man men woman women mr mrs ms dr percent per cent number part says
    said told
""")

# what opens a run of capitals without being of the name, by language
OPENERS = {
    "de": _words("""
        der die das den dem des ein eine einer im am zum zur in und aber doch nach bei mit auf für von seit wie auch
        es er sie
    """),
    "fr": _words("""
        le la les l un une des du de d au aux à dans chez sur sous entre dès depuis où quand comme et mais il elle ce
        cette pour avec selon en par
    """),
    "es": _words("el la los las lo un una uno en y pero con por según este esta de del a"),
    "pt": _words("o a os as um uma no na nos nas em e mas com por de do da dos das este esta"),
    "it": _words("il lo la i gli le l un una uno di del della nel nella e ma che per con secondo questo questa a in"),
    "nl": _words("de het een en maar met van in op voor na bij uit dit deze die dat"),
}
TITLES = {
    "de": _words("""
        herr frau bürgermeister bürgermeisterin minister ministerin präsident präsidentin kanzler kanzlerin professor
        professorin
    """),
    "fr": _words("monsieur madame m mme maire président présidente ministre professeur"),
    "es": _words("señor señora presidente presidenta alcalde alcaldesa ministro ministra profesor profesora"),
    "pt": _words("senhor senhora presidente prefeito prefeita ministro ministra professor professora"),
    "it": _words("signor signora presidente sindaco sindaca ministro ministra professore professoressa"),
    "nl": _words("meneer mevrouw burgemeester minister president professor"),
}

# public offices: "Health Minister"
OFFICES = _words("""
    minister mayor governor president senator judge justice councillor secretary ambassador chancellor commissioner
    superintendent premier inspector colonel general captain bishop archbishop representative leader director chairman
    chairwoman chair chief spokesman spokeswoman speaker
""")

# what a person is to another one, and no role in public
RELATIONS = _words("""
    daughter son wife husband mother father sister brother friend partner widow widower girlfriend boyfriend fiancé
    fiancée cousin uncle aunt nephew niece great-niece great-nephew
    grandmother grandfather grandson granddaughter mum mom dad sibling twin
    man woman boy girl colleague neighbour neighbor
""")

# common given names that speak for one pronoun and against the other
GIVEN_NAMES_HIS = _words("""
    aaron adam adrian alan albert alexander alfred amos andrew anders
    anthony antonio arthur ben benjamin bernard bill bob
    brad brendan brett brian bruce carl carlos charles chris christian christopher clive colin craig dan daniel darren
 dave david dean dennis derek desmond dick dominic donald douglas duncan edgar edward emil eric ernest ethan eugene evan
    felix francis frank fred gareth gary geoffrey george gerald giles glenn gordon graham greg gregory harald harold
    harry henry herbert howard hugh hunter ian isaac ivan jack jacob jake james jared jason jeff jeremy jerry jim joe
    joel john jonas jonathan jose joseph joshua juan julian justin karl keith ken kenneth kevin larry lars lawrence leo
    leonard lewis liam louis luke marcus mario mark martin matthew michael mike miguel mohamed mohammed nathan neil
    nicholas nick nigel noah norman oliver oscar otto patrick paul pedro peter philip phil raymond richard rob robert
    roger roland ronald ross roy russell ryan samuel scott sean sebastian simon stanley stephen steve steven stuart
    terry theodore thomas tim timothy tom tony trevor victor vincent vladimir walter warren wayne william winston
""")
GIVEN_NAMES_HER = _words("""
    ada agnes alice alison amanda amber amelia amy andrea angela anita ann anna anne annette barbara beatrix beatrice
    bella beth betty bonnie brenda bridget camilla carla carmen carol caroline catherine cathy charlotte cheryl
    christina christine cindy claire clara claudia cynthia dagny daisy dana dawn deborah debbie denise diana diane
    donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erin esther eva evelyn
    fiona florence frances gail gemma geraldine gillian gina gloria grace greta hannah harriet heather heidi helen
    helena holly ilse ingrid irene isabel isabella jacqueline jane janet janice jasmine jean jennifer jenny jessica
    joan joanna joanne josephine joyce judith judy julia julie karen kate katherine kathleen katie kelly kirsty laura
    lauren leila linda lisa liza louise lucy lydia lynn madeleine maggie margaret maria marianne marie marina marion
    martha mary megan melanie melissa michelle miriam molly monica nancy naomi natalie natasha nicola nina nora olga
    olivia pamela patricia paula pauline penelope petra phyllis priscilla rachel rebecca rosa rose rosemary ruth sally
    samantha sandra sara sarah selena serena sharon sheila shirley silvia solveig sofia sonia sophia sophie stella
    stephanie susan susanna suzanne sylvia tamara tara teresa theresa tina tricia ulrica ursula valerie vanessa vera
    victoria virginia wendy winifred yasmin yvonne zoe
""")
