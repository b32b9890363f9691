"""Dutch."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        niet, niets, nooit, niemand, nergens, geen, geenszins, zonder, noch, evenmin, nauwelijks, amper, nee
        niet meer, nog niet, ontbreekt, ontbreken, ontbrak, gebrek, onmogelijk, onwaar, vals, valselijk
        ten onrechte, weigert, weigeren, weigerde, weigerden, geweigerd, weigering, ontkent, ontkennen, ontkende
        ontkenden, ontkend, ontkenning, betwist, betwisten, betwistte, weerspreekt, weersprak, tegengesproken
        spreekt tegen, verwerpt, verwierp, verworpen, mislukt, mislukte, mislukken, faalt, faalde, gefaald
        voorkomt, voorkomen, voorkwam, verhindert, verhinderd, verboden, verbiedt, verbood, afgelast, geannuleerd
        ingetrokken, vrijgesproken, in plaats van, behalve, uitgezonderd, afgezien van, op na, wijst af, afgewezen
    """),
    condition=listed("""
        als, indien, mits, tenzij, wanneer, zolang, zodra, totdat, tot, voordat, voor zover, op voorwaarde
        op voorwaarde dat, onder voorwaarde, onder de voorwaarde, onder voorbehoud, in het geval, in geval van
        ingeval, gesteld dat, stel dat, aangenomen dat, vooropgesteld, afhankelijk van, hangt af van, afhangen
        alleen, slechts, enkel, uitsluitend, pas, anders, zo niet, of, ook als, zelfs als, alleen als, behalve als
        minstens, ten minste, hoogstens, maximaal, tot aan, mocht de, mocht het, mochten de, nadat, sinds, omdat
        doordat, zodat, opdat, terwijl, toen, eenmaal
    """),
    hedge=listed("""
        kan, kunnen, kon, konden, zou, zouden, zal, zullen, moet, moeten, moest, moesten, mag, mogen, mocht
        mochten, wil, willen, wilde, wilden, wellicht, misschien, mogelijk, mogelijke, mogelijkerwijs, eventueel
        eventuele, waarschijnlijk, waarschijnlijke, vermoedelijk, vermoedelijke, vermoeden, vermoedt, vermoed
        vermeend, vermeende, naar verluidt, kennelijk, blijkbaar, schijnbaar, schijnt, scheen, lijkt, lijken, leek
        zogenaamd, zogenaamde, zogeheten, verdacht, verdachte, verdachten, verdenking, bijna, haast, ongeveer
        circa, rond, rond de, zo'n, om en nabij, bij benadering, naar schatting, geschat, geschatte, deels
        gedeeltelijk, grotendeels, soms, af en toe, gepland, geplande, plan, plannen, van plan, voorstel
        voorgesteld, stelt voor, probeert, proberen, probeerde, poging, verwacht, verwachten, verwachtte, hoopt
        hopen, hoopte, onzeker, onduidelijk, twijfel, twijfels, onbevestigd, onbevestigde, gerucht, geruchten
        voorlopig, voorlopige, dreigt, dreigen, dreigde, hypothetisch, fictief, satire
        opinie, nepnieuws
    """),
    attribution=listed("""
        volgens, aldus, naar eigen zeggen, naar zeggen van, in de woorden van, in de ogen van, naar het oordeel van
        naar de mening van, op gezag van, bronnen, bron, zegt, zeggen, zei, zeiden, gezegd, beweert, beweren
        beweerde, beweerden, beweerd, bewering, beweringen, stelt, stellen, stelde, stelden, gesteld, verklaart
        verklaren, verklaarde, verklaarden, verklaring, meldt, melden, meldde, meldden, gemeld, bericht, berichten
        berichtte, rapport, vertelt, vertellen, vertelde, vertelden, verteld, beschuldigt, beschuldigen
        beschuldigde, beschuldigden, beschuldigd, beschuldiging, beschuldigingen, verwijt, verwijten, verweet
        aanklacht, aangeklaagd, klaagt aan, waarschuwt, waarschuwen, waarschuwde, waarschuwden, schrijft, schrijven
        schreef, schreven, geschreven, kondigt, kondigde, aangekondigd, laat weten, liet weten, lieten weten
        laten weten, deelt mee, deelde mee, meegedeeld, voegt, voegde, benadrukt, benadrukte, bevestigt, bevestigde
        bevestigd, geeft toe, gaf toe, toegegeven, erkent, erkende, belooft, beloofde, beloofd, gelooft, geloven
        geloofde, denkt, denken, dacht, vindt, vinden, vond, vreest, vrezen, vreesde, meent, menen, meende, acht
        schat, schatten, schatte, concludeert, concludeerde, onthult, onthulde, getuigt, getuigde, noemt, noemde
        noemden, citeert, citeerde, antwoordt, antwoordde, woordvoerder, woordvoerster, mening, oordeel, kritiek
        hekelt, hekelde, betoogt, betoogde, legt uit, legde uit, geeft aan, gaf aan, aangegeven, spreekt van
        sprak van, herhaalt, houdt vol, hield vol
    """),
    contrast=listed("""
        maar, echter, toch, hoewel, ofschoon, al, niettemin, desondanks, ondanks, nochtans, evenwel, daarentegen
        terwijl, integendeel, in tegenstelling tot, in tegenstelling, anderzijds, enerzijds, aan de andere kant
        weliswaar, ongeacht, niettegenstaande, doch, edoch, tegen, anders dan, of, of beide, ofwel, hetzij, later
        daarna, weer vrij, liet, eerder, vroeger, voormalig, voormalige, ex, oud, alsof, ook al, ware het niet
        zij het, behalve dat, in plaats daarvan
    """),
    connective=listed("""
        maar, en, echter, toch, bovendien, daarnaast, ook, intussen, ondertussen, verder, niettemin, desondanks
        dus, daarom, ten slotte, tot slot, tegelijkertijd, overigens, immers, bijgevolg, voorts, eveneens
    """),
    conjunction=listed("maar, en"),
    addition=UNSUPPORTED,
    label=listed("""
        live, liveblog, live-blog, video, foto, foto's, exclusief, update, breaking, net binnen, podcast, beeld
        in beeld, nieuws, bekijk, kijk, luister
    """),
    genre=listed("""
        opinie, opinies, column, columns, columnist, commentaar, hoofdredactioneel, ingezonden, brief, brieven
        lezers, satire, humor, cartoon, fictie, roman, boeken, theater, film, bioscoop, recensie, horoscoop
        archief, advertentie, advertorial, gesponsord, quiz, gerucht, geruchten, blog, debat, analyse
    """),
    leaning=listed("""
        hij, zij, ze, het, hem, haar, hun, zijn, dit, deze, dat, die, beide, zo, ja, nee, daarbij, daardoor
        daarmee, daarom
    """),
    day=listed("""
        op maandag, op dinsdag, op woensdag, op donderdag, op vrijdag, op zaterdag, op zondag, maandag, dinsdag
        woensdag, donderdag, vrijdag, zaterdag, zondag, gisteren, vandaag, maandagavond, dinsdagavond
        woensdagavond, donderdagavond, vrijdagavond, vorige week, afgelopen week
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        meneer, heer, dhr, dhr., koning
    """),
    her=listed("""
        mevrouw, mevr, mevr., mw, mw., koningin
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
