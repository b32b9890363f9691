"""German."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        nicht, nichts, nie, niemals, nimmer, niemand, niemandem, niemanden, nirgends, nirgendwo, kein, keine
        keinen, keinem, keiner, keines, keinerlei, keineswegs, keinesfalls, ohne, weder, noch nicht, nicht mehr
        kaum, mitnichten, nein, fehlt, fehlte, fehlen, fehlten, fehlend, fehlende, mangels, unmöglich, falsch
        fälschlich, unwahr, verweigert, verweigerte, verweigerten, weigert, weigerte, weigerten, bestreitet
        bestritt, bestritten, bestreiten, leugnet, leugnete, dementiert, dementierte, dementierten, verneint
        verneinte, widerspricht, widersprach, lehnt, lehnte, lehnten, abgelehnt, scheitert, scheiterte, scheiterten
        gescheitert, verhindert, verhinderte, verhindern, verboten, verbietet, verbot, abgesagt, zurückgezogen
        aufgehoben, freigesprochen, statt, anstatt, anstelle, außer, ausgenommen, bis auf, abgesehen von
    """),
    condition=listed("""
        wenn, falls, sofern, soweit, insofern, insoweit, vorausgesetzt, unter der bedingung
        unter der voraussetzung, unter vorbehalt, vorbehaltlich, es sei denn, sei denn, solange, sobald, bevor, ehe
        bis, im falle, im fall, für den fall, angenommen, gesetzt den fall, je nachdem, abhängig, hängt davon ab
        nur, lediglich, ausschließlich, erst, allein, sonst, ansonsten, andernfalls, ob, sollte der, sollte die
        sollte das, sollte es, wofern, selbst wenn, auch wenn, nur wenn, erst wenn, außer wenn, bedingt, mindestens
        höchstens, bis zu, wo möglich, ohne dass, weil, da, damit, während, als, nachdem, seit, seitdem
    """),
    hedge=listed("""
        könnte, könnten, kann, können, konnte, konnten, dürfte, dürften, darf, dürfen, durfte, würde, würden, soll
        sollen, sollte, sollten, muss, müssen, müsste, müssten, mag, mögen, möchte, möchten, will, wollen, wollte
        wollten, wird, werden, wäre, wären, hätte, hätten, vielleicht, möglicherweise, möglich, eventuell
        womöglich, wahrscheinlich, vermutlich, wohl, mutmaßlich, mutmaßliche, mutmaßlichen, mutmaßlicher, angeblich
        angebliche, angeblichen, angeblicher, anscheinend, scheinbar, scheint, schien, offenbar, offensichtlich
        etwa, ungefähr, circa, ca, rund, fast, beinahe, nahezu, knapp, gut, schätzungsweise, geschätzt, annähernd
        teils, teilweise, zum teil, größtenteils, meist, meistens, verdacht, verdächtig, verdächtigt, verdächtige
        geplant, geplante, plant, planen, plante, beabsichtigt, versucht, versuchte, versuchten, erwartet
        erwartete, vermutet, vermuteten, unklar, ungewiss, unbestätigt, unbestätigte, fraglich, gerücht, gerüchte
        gerüchten, sogenannt, sogenannte, sogenannten, vorläufig, vorläufige, voraussichtlich, zweifel
        hypothetisch, fiktiv, satire, manchmal, gelegentlich, droht, drohte, hofft, hoffte
        glosse, meinung, kommentar, faktencheck, falschmeldung, ente
    """),
    attribution=listed("""
        sagt, sagte, sagten, sagen, gesagt, behauptet, behauptete, behaupteten, behaupten, laut, zufolge
        nach angaben, nach angabe, nach aussage, nach aussagen, nach ansicht, nach meinung, nach auffassung
        nach darstellung, nach worten, nach den worten, nach eigenen angaben, nach einschätzung, nach informationen
        nach berichten, nach einem bericht, den worten, aus sicht, in den worten, so der, so die, so das, so ein
        so eine, so, wie der, wie die, wie es heißt, heißt es, hieß es, es heißt, erklärt, erklärte, erklärten
        erklären, teilt, teilte, teilten, mitgeteilt, mitteilte, meldet, meldete, meldeten, melden, berichtet
        berichtete, berichteten, berichten, bericht, angaben, betont, betonte, meint, meinte, meinten, meinen
        kritisiert, kritisierte, fordert, forderte, forderten, warnt, warnte, warnten, wirft, warf, werfen, warfen
        vorgeworfen, vorwurf, vorwürfe, vorwirft, beschuldigt, beschuldigte, beschuldigten, bezichtigt, beklagt
        klagt, klagte, angeklagt, anklage, äußert, äußerte, äußerten, schreibt, schrieb, schrieben, gibt an, gab an
        gaben an, angab, angegeben, ankündigt, kündigt, kündigte, angekündigt, versichert, versicherte, beteuert
        beteuerte, bestätigt, bestätigte, räumt, räumte, eingeräumt, gesteht, gestand, glaubt, glaubte, glauben
        denkt, dachte, findet, fürchtet, befürchtet, schätzt, schätzte, prognostiziert, verspricht, versprach
        nennt, nannte, bezeichnet, bezeichnete, zitiert, sprecher, sprecherin, aussage, aussagen, stellungnahme
        vermutet, unterstellt, sei, seien, habe, werde, könne, müsse, solle, wolle, dürfe, gebe, komme, gehe
        bleibe, wisse, lasse, stehe, sehe, finde, mache, nehme, liege, brauche, tue
    """),
    contrast=listed("""
        aber, und zwar, doch, jedoch, allerdings, dennoch, trotzdem, trotz, obwohl, obgleich, obschon, wenngleich
        wiewohl, auch wenn, zwar, hingegen, dagegen, indes, indessen, gleichwohl, nichtsdestotrotz
        nichtsdestoweniger, sondern, vielmehr, während, wohingegen, im gegensatz, im gegenteil, entgegen
        ungeachtet, andererseits, einerseits, immerhin, freilich, wiederum, stattdessen, anders als, oder
        oder beides, entweder, später, ließ, wieder frei, früher, frühere, früherer, ehemals, ehemalige, ehemaliger
        ehemaligen, einst, zuvor, als ob
    """),
    connective=listed("""
        aber, und, doch, denn, jedoch, allerdings, zudem, außerdem, dennoch, trotzdem, unterdessen, inzwischen
        derweil, überdies, ferner, des weiteren, schließlich, immerhin, also, indes, gleichzeitig, zugleich, auch
        hingegen
    """),
    conjunction=listed("aber, und, doch, denn"),
    addition=UNSUPPORTED,
    label=listed("""
        live, live-blog, liveblog, liveticker, live-ticker, ticker, eil, eilmeldung, breaking, exklusiv, video
        foto, fotos, bilder, update, aktualisiert, newsblog, podcast, im video, im liveticker, bilderstrecke, sehen
    """),
    genre=listed("""
        meinung, meinungen, kommentar, kommentare, kolumne, kolumnen, glosse, leserbrief, leserbriefe
        leserbriefen, gastbeitrag, gastkommentar, leitartikel, essay, satire, humor, karikatur, fiktion, roman
        bücher, theater, film, kino, rezension, prognose, horoskop, archiv, anzeige, anzeigen, werbung
        advertorial, gesponsert, quiz, gerücht, gerüchte, blog, debatte, analyse, leser, partner
    """),
    leaning=listed("""
        er, sie, es, ihm, ihn, ihr, ihnen, ihre, sein, seine, dies, diese, dieser, dieses, diesem, diesen, jene
        jener, das, beide, so, ja, nein, dabei, dadurch, damit, dafür, deshalb
    """),
    day=listed("""
        am montag, am dienstag, am mittwoch, am donnerstag, am freitag, am samstag, am sonntag, gestern, heute
        am montagabend, am dienstagabend, am mittwochabend, am donnerstagabend, am freitagabend, am montagmorgen
        am dienstagmorgen, am mittwochmorgen, am donnerstagmorgen, am freitagmorgen, vergangene woche
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        herr, herrn, präsident, minister, bürgermeister, kanzler, sprecher, vorsitzender, direktor, könig, anwalt
    """),
    her=listed("""
        frau, präsidentin, ministerin, bürgermeisterin, kanzlerin, sprecherin, vorsitzende, direktorin, königin
        anwältin
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
