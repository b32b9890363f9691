"""Sentences of sixteen languages from which what makes them true may be left out, in [brackets].

Each line: the kind of what would be lost (attribution, condition, hedge, negation, contrast) and the sentence.
"""

SENTENCES = {
    "en": """
        attribution Minister Jan Holm took money from a builder[, the opposition in Velmora claims].
        attribution [According to two rivals, ]Ilse Brandt sold the harbour.
        attribution The bank of Orlo hid its losses[, in the words of its former clerk].
        condition The bridge will open on Monday[, provided the council agrees].
        condition The tax rises in May[, if parliament approves it].
        condition The port pays the crews[, on condition they return].
        hedge The ferry [may have ]sank in the strait.
        hedge The dam[, it is thought,] burst in the night.
        negation The mayor did [not ]sign the treaty.
        negation The strike ended[, without an agreement on pay].
        contrast Police held the clerk of Velm[, but released him an hour later].
        contrast The firm won the tender[, although a court later annulled it].
    """,
    "de": """
        attribution Der Minister Jan Holm hat Geld genommen[, behauptet die Opposition im Landtag von Velmora].
        attribution Die Bank von Orlo verschwieg Verluste[, so ein früherer Angestellter].
        attribution [Laut der Opposition ]hat Ilse Brandt den Hafen verkauft.
        condition Die Brücke öffnet am Montag[, wenn der Rat zustimmt].
        condition Die Steuer steigt im Mai[, es sei denn, das Parlament lehnt sie ab].
        condition Der Hafen zahlt den Lohn[, sofern die Mannschaft zurückkehrt].
        hedge Die Fähre ist [möglicherweise ]gesunken.
        hedge Der Damm brach[, so vermutet man,] in der Nacht.
        negation Die Bürgermeisterin hat den Vertrag [nicht ]unterschrieben.
        negation Der Streik endete[, ohne dass man sich einigte].
        contrast Die Polizei nahm den Mann fest[, ließ ihn aber wieder frei].
        contrast Die Firma bekam den Auftrag[, obwohl ein Gericht ihn später aufhob].
    """,
    "fr": """
        attribution Le ministre Jan Holm a touché des pots-de-vin[, selon l’opposition].
        attribution La banque d’Orlo a caché ses pertes[, affirme un ancien employé].
        attribution [D’après ses rivaux, ]Ilse Brandt a vendu le port.
        condition Le pont ouvrira lundi[, si le conseil l’approuve].
        condition La taxe augmente en mai[, à condition que le parlement vote].
        condition Le port paie les équipages[, à moins qu’ils ne partent].
        hedge Le ferry a [peut-être ]coulé dans le détroit.
        hedge Le barrage aurait cédé[, semble-t-il,] dans la nuit.
        negation La maire a promis de [ne pas ]signer le traité.
        negation La grève a pris fin[, sans accord sur les salaires].
        contrast La police a arrêté l’homme[, mais l’a relâché une heure plus tard].
        contrast L’entreprise a gagné le marché[, bien qu’un tribunal l’ait annulé].
    """,
    "es": """
        attribution El ministro Jan Holm cobró sobornos[, según la oposición].
        attribution El banco de Orlo ocultó pérdidas[, afirma un antiguo empleado].
        attribution [De acuerdo con sus rivales, ]Ilse Brandt vendió el puerto.
        condition El puente abre el lunes[, si el consejo lo aprueba].
        condition El impuesto sube en mayo[, a menos que el parlamento lo rechace].
        condition El puerto paga a las tripulaciones[, siempre que regresen].
        hedge El ferri se hundió[, al parecer,] en el estrecho.
        hedge El ferri [quizá ]se hundió en el estrecho.
        negation La alcaldesa [no ]firmó el tratado.
        negation La huelga terminó[, sin acuerdo sobre los salarios].
        contrast La policía detuvo al hombre[, pero lo soltó una hora después].
        contrast La empresa ganó el contrato[, aunque un tribunal lo anuló].
    """,
    "it": """
        attribution Il ministro Jan Holm ha preso tangenti[, secondo l’opposizione].
        attribution La banca di Orlo ha nascosto le perdite[, sostiene un ex impiegato].
        attribution [Stando ai suoi rivali, ]Ilse Brandt ha venduto il porto.
        condition Il ponte apre lunedì[, se il consiglio lo approva].
        condition La tassa sale a maggio[, a meno che il parlamento non la respinga].
        condition Il porto paga gli equipaggi[, a patto che tornino].
        hedge Il traghetto è affondato[, a quanto pare,] nello stretto.
        hedge Il traghetto è [forse ]affondato nello stretto.
        negation La sindaca [non ]ha firmato il trattato.
        negation Lo sciopero è finito[, senza accordo sui salari].
        contrast La polizia ha fermato l’uomo[, ma lo ha rilasciato un’ora dopo].
        contrast La ditta ha vinto la gara[, benché un tribunale l’abbia annullata].
    """,
    "pt": """
        attribution O ministro Jan Holm recebeu propina[, segundo a oposição].
        attribution O banco de Orlo escondeu perdas[, afirma um antigo funcionário].
        attribution [De acordo com os rivais, ]Ilse Brandt vendeu o porto.
        condition A ponte abre na segunda-feira[, se o conselho aprovar].
        condition O imposto sobe em maio[, a menos que o parlamento o rejeite].
        condition O porto paga as tripulações[, desde que voltem].
        hedge A balsa afundou[, ao que parece,] no estreito.
        hedge A balsa [talvez ]tenha afundado no estreito.
        negation A prefeita [não ]assinou o tratado.
        negation A greve terminou[, sem acordo sobre os salários].
        contrast A polícia prendeu o homem[, mas o soltou uma hora depois].
        contrast A empresa ganhou o contrato[, embora um tribunal o tenha anulado].
    """,
    "nl": """
        attribution Minister Jan Holm nam steekpenningen aan[, volgens de oppositie].
        attribution De bank van Orlo verzweeg verliezen[, beweert een oud-medewerker].
        attribution [Naar zeggen van haar rivalen ]heeft Ilse Brandt de haven verkocht.
        condition De brug gaat maandag open[, mits de raad ermee instemt].
        condition De belasting stijgt in mei[, tenzij het parlement haar verwerpt].
        condition De haven betaalt de bemanningen[, op voorwaarde dat zij terugkeren].
        hedge De veerboot is [wellicht ]gezonken in de zeestraat.
        hedge De dam brak[, naar verluidt,] in de nacht.
        negation De burgemeester heeft het verdrag [niet ]getekend.
        negation De staking eindigde[, zonder akkoord over de lonen].
        contrast De politie hield de man aan[, maar liet hem een uur later vrij].
        contrast Het bedrijf won de opdracht[, hoewel een rechter haar vernietigde].
    """,
    "pl": """
        attribution Minister Jan Holm wziął łapówkę[, twierdzi opozycja].
        attribution [Według rywali ]Ilse Brandt sprzedała port.
        condition Most zostanie otwarty w poniedziałek[, o ile rada się zgodzi].
        condition Podatek wzrośnie w maju[, chyba że parlament go odrzuci].
        hedge Prom [prawdopodobnie ]zatonął w cieśninie.
        negation Burmistrz [nie ]podpisała umowy.
        contrast Policja zatrzymała mężczyznę[, ale wypuściła go po godzinie].
    """,
    "sv": """
        attribution Minister Jan Holm tog emot mutor[, enligt oppositionen].
        attribution [Enligt rivalerna ]sålde Ilse Brandt hamnen.
        condition Bron öppnar på måndag[, förutsatt att rådet säger ja].
        condition Skatten höjs i maj[, om inte parlamentet säger nej].
        hedge Färjan har [kanske ]sjunkit i sundet.
        negation Borgmästaren skrev [inte ]under avtalet.
        contrast Polisen grep mannen[, men släppte honom en timme senare].
    """,
    "da": """
        attribution Minister Jan Holm tog imod bestikkelse[, hævder oppositionen].
        attribution [Ifølge rivalerne ]solgte Ilse Brandt havnen.
        condition Broen åbner på mandag[, hvis rådet siger ja].
        condition Skatten stiger i maj[, medmindre parlamentet afviser den].
        hedge Færgen er [måske ]sunket i sundet.
        negation Borgmesteren skrev [ikke ]under på aftalen.
        contrast Politiet anholdt manden[, men løslod ham en time senere].
    """,
    "fi": """
        attribution Ministeri Jan Holm otti lahjuksia[, väittää oppositio].
        attribution [Kilpailijoiden mukaan ]Ilse Brandt myi sataman.
        condition Silta avataan maanantaina[, jos neuvosto hyväksyy sen].
        condition Vero nousee toukokuussa[, ellei eduskunta hylkää sitä].
        hedge Lautta on [ehkä ]uponnut salmeen.
        negation Pormestari lupasi olla [ei ]allekirjoittaa.
        contrast Poliisi otti miehen kiinni[, mutta vapautti hänet tunnin päästä].
    """,
    "cs": """
        attribution Ministr Jan Holm vzal úplatek[, tvrdí opozice].
        attribution [Podle soupeřů ]Ilse Brandtová prodala přístav.
        condition Most se otevře v pondělí[, pokud rada souhlasí].
        condition Daň v květnu vzroste[, ledaže ji parlament zamítne].
        hedge Trajekt se [možná ]potopil v úžině.
        negation Starostka smlouvu [nikdy ]podepsala.
        contrast Policie muže zadržela[, ale za hodinu ho propustila].
    """,
    "ro": """
        attribution Ministrul Jan Holm a luat mită[, susține opoziția].
        attribution [Potrivit rivalilor, ]Ilse Brandt a vândut portul.
        condition Podul se deschide luni[, dacă aprobă consiliul].
        condition Taxa crește în mai[, cu excepția cazului în care parlamentul o respinge].
        hedge Feribotul s-a scufundat [poate ]în strâmtoare.
        negation Primarul [nu ]a semnat tratatul.
        contrast Poliția l-a reținut pe bărbat[, dar l-a eliberat după o oră].
    """,
    "tr": """
        attribution Bakan Jan Holm rüşvet aldı[, diye iddia etti muhalefet].
        attribution [Rakiplerine göre ]Ilse Brandt limanı sattı.
        condition Köprü pazartesi açılacak[, eğer meclis onaylarsa].
        condition Vergi mayısta artacak[, meclis reddetmezse].
        hedge Feribot [belki ]boğazda battı.
        negation Başkan anlaşmayı imzaladı [değil ].
        contrast Polis adamı yakaladı[, ama bir saat sonra bıraktı].
    """,
    "ja": """
        attribution 大臣ヤン・ホルムは賄賂を受け取った[、と野党は主張している]。
        attribution [野党によると、]大臣は港を売却した。
        condition 橋は月曜日に開通する[、議会が承認すれば]。
        condition [議会が承認すれば、]橋は月曜日に開通する。
        hedge [おそらく、]船は海峡で沈んだ。
        negation 市長は条約に署名した[、わけではない]。
        contrast 警察は男を逮捕した[、しかし一時間後に釈放した]。
    """,
    "zh": """
        attribution 部长扬·霍尔姆收受贿赂[，反对党声称]。
        attribution [据反对党称，]部长出售了港口。
        condition 大桥将于周一开放[，如果议会批准]。
        condition [如果议会批准，]大桥将于周一开放。
        hedge [可能，]渡轮在海峡沉没。
        negation 市长签署了条约[，并非如此]。
        contrast 警方拘留了该男子[，但一小时后释放]。
    """,
}
