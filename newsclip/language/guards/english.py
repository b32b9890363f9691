"""English."""

from newsclip.language.guards.record import Guards, listed

GUARDS = Guards(
    negation=listed("""
        not, no, never, none, nobody, nothing, nowhere, neither, nor, no one, no longer, without, cannot, lacks
        lacked, lacking, hardly, barely, scarcely, seldom, rarely, unable, impossible, false, falsely, untrue, hoax
        fake, refuse, refused, refuses, refusing, refusal, deny, denied, denies, denying, denial, reject, rejected
        rejects, dismissed, dismisses, disputed, disputes, fail, failed, fails, failing, avoid, avoided, avoids
        prevent, prevented, prevents, banned, bans, cancelled, canceled, withdrawn, retracted, overturned
        acquitted, cleared of, instead of, rather than, except, except for, excluding, other than, apart from
        far from, anything but, avert, averted, averts, opposite, invented, fabricated, made up
    """),
    condition=listed("""
        if, unless, provided, provided that, providing, as long as, so long as, on condition, on the condition
        in case, in the event, in the case of, assuming, supposing, suppose, should the, should it, should he
        should she, were it, were he, were she, otherwise, whether, depending on, depends on, dependent on
        conditional, conditionally, subject to, contingent on, contingent upon, pending, until, till, once, only
        solely, when and if, even if, as far as, insofar as, to the extent, where possible, if not, or else
        at least, at most, up to, as soon as, before, after all, when, while, whenever, wherever, whoever, where
        because, since, so that, in order to, due to
    """),
    hedge=listed("""
        may, might, could, would, should, can, must, shall, ought, will, won't, likely, unlikely, possibly
        possible, possibility, probably, probable, perhaps, maybe, reportedly, allegedly, alleged, apparently
        apparent, seemingly, seem, seems, seemed, appear, appears, appeared, supposedly, purportedly, purported
        presumably, potentially, almost, nearly, about, around, approximately, roughly, more or less, as many as
        suspected, suspicion, planned, planning, proposed, proposes, attempted, attempts, tried, tries, expected
        expects, believed, believes, thought, thinks, claimed, understood, considered, considers, considering, aims
        aimed, hoped, intends, intended, wants, wanted, threatened, threatens, rumoured, rumored, rumours, rumors
        unconfirmed, unclear, unverified, uncertain, doubt, doubts, doubtful, so-called, partly, partially, largely
        mostly, in part, sometimes, occasionally, hypothetical, hypothetically, simulated, fictional, fictitious
        satirical, satire, parody, provisional, provisionally, preliminary, tentative, tentatively, estimated
        guess, guessed, dreamed, imagined, pretended, wished, supposed
        rumour, rumor, myth, opinion, commentary, fact check, fact-check, debunked, misleading, humour, humor
        fiction, prank, drill, simulation, quiz, sponsored
    """),
    attribution=listed("""
        said, says, say, saying, told, tells, tell, telling, according to, claim, claims, claiming, claimed, allege
        alleges, alleged, allegedly, allegation, allegations, alleging, accuse, accuses, accused, accusing
        accusation, accusations, report, reports, reported, reporting, reportedly, suggest, suggests, suggested
        warn, warns, warned, warning, insist, insists, insisted, argue, argues, argued, arguing, assert, asserts
        asserted, contend, contends, contended, maintain, maintains, maintained, stated, write, writes, wrote
        written, add, adds, added, announce, announces, announced, declare, declares, declared, testify, testifies
        testified, admit, admits, admitted, acknowledge, acknowledged, confirm, confirms, confirmed, explain
        explains, explained, noted, recall, recalls, recalled, complain, complains, complained, charged, indict
        indicted, blame, blames, blamed, describe, describes, described, quoted, cite, cites, cited, citing, dubbed
        estimated, predict, predicts, predicted, believe, believes, believed, think, thinks, thought, feared
        promise, promises, promised, vow, vowed, vows, pledged, found, showed, shown, conclude, concludes
        concluded, hint, hinted, imply, implied, in the words of, in the opinion of, in the view of, in the eyes of
        by its own account, by his own account, by her own account, by their own account, by all accounts
        on the word of, as told by, cited by, quoted by, per, via, spokesman, spokeswoman, spokesperson, ruled
        judged, convinced, replied, answered, asked, asks, urged, tweeted, posted, disclosed, revealed, reveals
        teased, joked
    """),
    contrast=listed("""
        but, but for, or else, although, though, even though, yet, despite, in spite of, however, whereas, while
        nevertheless, nonetheless, regardless, notwithstanding, still, albeit, on the other hand, by contrast
        in contrast, conversely, instead, on the contrary, contrary to, even so, that said, at the same time
        all the same, except that, save for, unlike, then again, or, or both, either, only to, before he
        before she, before it, before they, later, since then, as if, as though, formerly, former, ex, once
        previously, until recently, earlier, no sooner, or so
    """),
    connective=listed("""
        however, meanwhile, moreover, furthermore, nevertheless, nonetheless, additionally, in addition, besides
        indeed, of course, in fact, also, still, therefore, thus, consequently, as a result, that said, even so
        at the same time, now, finally, separately, overall, notably, importantly, interestingly
        unfortunately, but, and, so, yet, plus
    """),
    conjunction=listed("but, and, yet"),
    addition=listed("also"),
    label=listed("""
        live, live blog, live updates, live update, breaking, breaking news, exclusive, watch, video, listen, photo
        photos, pictures, in pictures, gallery, update, updated, updates, explainer, just in, developing, news
        podcast, opens new tab, opens in a new tab, opens in new tab, opens new window, opens in a new window
        opens in new window
    """),
    genre=listed("""
        opinion, opinions, editorial, editorials, column, columns, columnist, columnists, comment, commentary
        letter, letters, reader, readers, view, views, viewpoint, perspective, perspectives, essay, satire, humor
        humour, cartoon, cartoons, comics, fiction, poem, poetry, novel, books, theatre, theater, film, films
        movies, review, reviews, prediction, predictions, forecast, horoscope, horoscopes, archive, archives
        advertorial, advertisement, ad, ads, sponsored, promoted, promotion, partner, partners, paid, content
        quiz, rumour, rumor, rumours, rumors, gossip, blog, blogs, guest, rival, poll, debate, analysis
    """),
    leaning=listed("""
        he, she, it, they, him, her, them, his, hers, its, their, this, that, these, those, such, both, neither
        so, yes, no, not
    """),
    day=listed("""
        on monday, on tuesday, on wednesday, on thursday, on friday, on saturday, on sunday, yesterday, today
        on monday morning, on tuesday morning, on wednesday morning, on thursday morning, on friday morning
        on monday evening, on tuesday evening, on wednesday evening, on thursday evening, on friday evening
        last monday, last tuesday, last wednesday, last thursday, last friday, last saturday, last sunday
        this week, this morning, this afternoon, this evening, last week
    """),
    pronoun=listed("he, she, it, they, him, her, them, his, hers, its, their, theirs, who"),
    his=listed("""
        mr, sir, lord, father, king, prince, pope, spokesman, chairman
    """),
    her=listed("""
        mrs, ms, miss, lady, dame, sister, queen, princess, spokeswoman, chairwoman
    """),
    joint="and",
    phrases=True,
)
