"""Italian."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        non, no, mai, nulla, niente, nessun, nessuno, nessuna, né, neppure, nemmeno, neanche, senza, appena
        affatto, manca, mancano, mancava, impossibile, falso, falsa, falsamente, incapace, nega, negano, negò
        negato, negare, smentisce, smentiscono, smentito, smentita, smentì, respinge, respingono, respinto
        respinta, rifiuta, rifiutano, rifiutò, rifiutato, rifiuto, fallisce, fallito, fallita, fallì, fallimento
        evita, evitato, evitare, impedisce, impedito, impedire, vietato, vietata, vieta, annullato, annullata
        ritirato, ritirata, assolto, assolta, invece di, anziché, piuttosto che, salvo, eccetto, tranne, fuorché
        a eccezione di, ad eccezione di, a parte, lontano da, contesta
    """),
    condition=listed("""
        se, a condizione che, a condizione di, a patto che, a patto di, purché, a meno che, a meno di, salvo che
        qualora, nel caso, nel caso in cui, in caso di, in caso contrario, ammesso che, posto che, sempre che
        finché, fino a, fino a quando, prima che, prima di, una volta, una volta che, quando, appena, non appena
        dopo che, dipende, dipenderà, a seconda, subordinato, subordinata, condizionato, condizionata, solo
        soltanto, solamente, unicamente, esclusivamente, supponendo, supposto, altrimenti, anche se, pure se
        perfino se, almeno, al massimo, al minimo, perché, poiché, dato che, affinché, da quando, mentre
    """),
    hedge=listed("""
        può, possono, potrebbe, potrebbero, poteva, potevano, dovrebbe, dovrebbero, deve, devono, doveva, dovevano
        sarebbe, sarebbero, avrebbe, avrebbero, farebbe, farebbero, andrebbe, verrebbe, vorrebbe, vorrebbero
        starebbe, starebbero, forse, magari, possibile, possibili, possibilmente, possibilità, probabile, probabili
        probabilmente, presunto, presunta, presunti, presunte, presumibilmente, apparente, apparentemente
        a quanto pare, pare, sembra, sembrano, sembrava, parrebbe, sospetto, sospetta, sospetti, sospettato
        sospettata, quasi, circa, intorno a, verso, più o meno, approssimativamente, in parte, parzialmente
        a volte, talvolta, previsto, prevista, previsti, prevede, prevedono, progetta, progetto, propone, proposta
        proposto, intende, intendono, tenta, tentano, tentato, tentativo, spera, sperano, atteso, attesa, incerto
        incerta, dubbio, dubbi, voce, voci, non confermato, provvisorio, provvisoriamente, preliminare, stimato
        stimata, ipotetico, fittizio, satira, minaccia, minacciato, vuole, vogliono, voleva, cosiddetto, cosiddetta
        bufala, opinione, commento, umorismo
    """),
    attribution=listed("""
        secondo, stando a, stando alle, stando al, a detta di, a detta dell', a giudizio di, a parere di
        nelle parole di, agli occhi di, per l'opposizione, a dire di, fonti, fonte, dice, dicono, disse, dissero
        detto, diceva, dire, afferma, affermano, affermò, affermato, affermazione, sostiene, sostengono, sosteneva
        sostenuto, dichiara, dichiarano, dichiarò, dichiarato, dichiarazione, assicura, assicurano, assicurato
        spiega, spiegano, spiegato, spiegò, annuncia, annunciano, annunciato, annunciò, accusa, accusano, accusò
        accusato, accusata, accuse, denuncia, denunciano, denunciato, riferisce, riferiscono, riferito, riferì
        riporta, riportano, riportato, rapporto, indica, indicano, indicato, avverte, avvertono, avvertito
        aggiunge, aggiungono, aggiunto, sottolinea, sottolineano, sottolineato, racconta, raccontano, raccontato
        scrive, scrivono, scrisse, scritto, conferma, confermano, confermato, ammette, ammettono, ammesso
        riconosce, riconosciuto, promette, promesso, crede, credono, credeva, pensa, pensano, ritiene, ritengono
        ritenuto, considera, considerano, stima, stimano, teme, temono, critica, criticano, criticato, attribuisce
        attribuito, rivela, rivelano, rivelato, conclude, concluso, testimonia, testimoniato, imputato, imputata
        indagato, indagata, portavoce, versione, opinione, parere, definisce, definito, insiste, insistito, cita
        citato, risponde, risposto, precisa, precisato, comunica, comunicato, comunicano, precisano, parla, lamenta
    """),
    contrast=listed("""
        ma, però, tuttavia, eppure, nonostante, malgrado, sebbene, benché, anche se, pur, pure, invece, mentre
        bensì, al contrario, contrariamente, per contro, in compenso, d'altra parte, d'altro canto, a differenza di
        ciononostante, ciò nonostante, nondimeno, comunque, ad ogni modo, contro, o, oppure, o entrambi, o entrambe
        ovvero, poi, dopo, più tardi, prima, salvo, salvo che, se non che, sennonché, per quanto, ex, ex-ministro
        già, come se, viceversa
    """),
    connective=listed("""
        tuttavia, però, inoltre, intanto, nel frattempo, d'altra parte, ma, e, ed, anche, infine, quindi, pertanto
        così, allo stesso tempo, peraltro, del resto, infatti, di fatto, ancora, dunque
    """),
    conjunction=listed("ma, e, ed"),
    addition=UNSUPPORTED,
    label=listed("""
        diretta, in diretta, live, video, foto, esclusiva, esclusivo, ultim'ora, ultima ora, urgente, allerta
        aggiornamento, aggiornato, podcast, galleria, fotogallery, in immagini, notizie, notizia
    """),
    genre=listed("""
        opinione, opinioni, editoriale, editoriali, commento, commenti, lettera, lettere, lettori, rubrica, satira
        umorismo, vignetta, finzione, romanzo, libri, teatro, cinema, film, recensione, oroscopo, archivio
        pubblicità, sponsorizzato, quiz, voci, blog, dibattito, analisi
    """),
    leaning=UNSUPPORTED,
    day=listed("""
        lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, ieri, oggi, ieri sera, ieri mattina
        lunedì sera, martedì sera, mercoledì sera, giovedì sera, venerdì sera, lunedì mattina, martedì mattina
        mercoledì mattina, giovedì mattina, venerdì mattina, la settimana scorsa
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        signor, signore, sig, sig., sindaco, ministro, direttore, re, avvocato
    """),
    her=listed("""
        signora, sig.ra, sindaca, ministra, direttrice, regina, avvocata
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
