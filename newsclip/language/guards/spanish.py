"""Spanish."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        no, nunca, jamás, nada, nadie, ningún, ninguno, ninguna, ni, tampoco, sin, apenas, falta, faltan, faltaba
        imposible, falso, falsa, falsamente, incapaz, niega, niegan, negó, negaron, negado, negar, desmiente
        desmienten, desmintió, desmintieron, desmentido, rechaza, rechazan, rechazó, rechazaron, rechazado, rehúsa
        rehusó, se niega, fracasa, fracasó, fracasado, fracaso, fallido, fallida, evita, evitó, evitar, evitaron
        impide, impidió, impedir, prohibido, prohibida, prohíbe, cancelado, cancelada, canceló, retirado, retirada
        absuelto, absuelta, en lugar de, en vez de, salvo, excepto, menos, a excepción de, aparte de, lejos de
        disputa, cuestiona
    """),
    condition=listed("""
        si, a condición de que, a condición de, con la condición de, con la condición de que, siempre que
        siempre y cuando, a menos que, a no ser que, con tal de que, con tal de, en caso de, en caso de que
        en el caso de, mientras, mientras que, hasta, hasta que, antes de que, antes de, una vez, una vez que
        cuando, en cuanto, tan pronto como, según si, depende, dependerá, dependiendo, sujeto a, sujeta a
        supeditado, supeditada, condicionado, condicionada, solo, sólo, solamente, únicamente, exclusivamente
        suponiendo, supuesto, de lo contrario, sino, aun si, incluso si, por si, al menos, como máximo, como mínimo
        siquiera, porque, ya que, puesto que, para que, desde que, salvo que
    """),
    hedge=listed("""
        puede, pueden, podría, podrían, podía, podían, debería, deberían, debe, deben, debía, sería, serían, habría
        habrían, tendría, tendrían, haría, harían, estaría, estarían, iría, irían, querría, quizá, quizás, tal vez
        acaso, a lo mejor, posible, posibles, posiblemente, posibilidad, probable, probables, probablemente
        seguramente, supuesto, supuesta, supuestos, supuestas, supuestamente, presunto, presunta, presuntos
        presuntas, presuntamente, aparente, aparentemente, al parecer, parece, parecen, parecía, sospechoso
        sospechosa, sospecha, sospechas, sospechado, casi, cerca de, alrededor de, unos, unas, aproximadamente
        más o menos, en torno a, en parte, parcialmente, a veces, previsto, prevista, prevé, prevén, planea
        planean, planeado, propone, propuesta, propuesto, pretende, pretenden, intenta, intentan, intentó, intento
        espera, esperan, esperado, esperaba, incierto, incierta, duda, dudas, dudoso, rumor, rumores, sin confirmar
        provisional, provisionalmente, preliminar, estimado, hipotético, ficticio, sátira, amenaza, amenazó, quiere
        quieren, llamado, llamada
        bulo, bulos, opinión, humor
    """),
    attribution=listed("""
        según, de acuerdo con, a juicio de, en opinión de, en palabras de, a decir de, al decir de, a ojos de
        para la oposición, fuentes, fuente, dice, dicen, dijo, dijeron, decía, dicho, decir, afirma, afirman
        afirmó, afirmaron, afirmado, asegura, aseguran, aseguró, aseguraron, asegurado, señala, señalan, señaló
        señalaron, señalado, explica, explican, explicó, explicaron, declara, declaran, declaró, declararon
        declaración, sostiene, sostienen, sostuvo, sostuvieron, alega, alegan, alegó, alegaron, acusa, acusan
        acusó, acusaron, acusado, acusada, acusación, acusaciones, denuncia, denuncian, denunció, denunciaron
        anuncia, anuncian, anunció, anunciaron, informa, informan, informó, informaron, informe, indica, indican
        indicó, indicaron, advierte, advierten, advirtió, advirtieron, añade, añadió, añaden, agrega, agregó
        agregaron, manifiesta, manifestó, manifestaron, cuenta, cuentan, contó, escribe, escribió, escribieron
        confirma, confirmó, confirmaron, admite, admitió, admitieron, reconoce, reconoció, promete, prometió, cree
        creen, creía, piensa, piensan, opina, opinan, opinó, considera, consideran, consideró, estima, estiman
        teme, temen, critica, criticó, criticaron, reprocha, atribuye, atribuyen, atribuyó, revela, reveló
        concluye, concluyó, testificó, imputado, imputada, portavoz, vocero, vocera, versión, opinión, juicio
        calificó, califica, insiste, insistió, cita, citó, responde, respondió, apunta, apuntó, subraya, subrayó
        expresó, comentó, relató, precisó
    """),
    contrast=listed("""
        pero, sin embargo, no obstante, aunque, a pesar de, pese a, mas, empero, sino, sino que, mientras que
        en cambio, por el contrario, al contrario, contrario a, a diferencia de, aun así, aun cuando, si bien
        con todo, ahora bien, por otro lado, por otra parte, contra, o, u, o ambas, o ambos, o bien, antes, después
        luego, más tarde, excepto que, salvo que, así y todo, de todos modos, eso sí, ex, exministro, antiguo
        antigua, como si, no tanto, a la inversa
    """),
    connective=listed("""
        sin embargo, no obstante, además, por otra parte, mientras tanto, asimismo, pero, y, también, por tanto
        por lo tanto, finalmente, por su parte, de hecho, en efecto, así, por último, al mismo tiempo
        igualmente
    """),
    conjunction=listed("pero, y"),
    addition=UNSUPPORTED,
    label=listed("""
        directo, en directo, en vivo, vivo, vídeo, video, foto, fotos, exclusiva, exclusivo, última hora, urgente
        alerta, actualización, actualizado, podcast, galería, en imágenes, noticia, noticias
    """),
    genre=listed("""
        opinión, columna, columnas, columnista, editorial, carta, cartas, lectores, tribuna, comentario, sátira
        humor, viñeta, ficción, novela, libros, teatro, cine, película, crítica, horóscopo, archivo, publicidad
        publirreportaje, patrocinado, quiz, rumor, rumores, blog, debate, análisis
    """),
    leaning=UNSUPPORTED,
    day=listed("""
        el lunes, el martes, el miércoles, el jueves, el viernes, el sábado, el domingo, ayer, hoy, este lunes
        este martes, este miércoles, este jueves, este viernes, este sábado, este domingo, la semana pasada
        el pasado lunes, el pasado martes, el pasado miércoles, el pasado jueves, el pasado viernes
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        señor, sr, sr., don, presidente, alcalde, ministro, director, rey, abogado
    """),
    her=listed("""
        señora, sra, sra., doña, presidenta, alcaldesa, ministra, directora, reina, abogada
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
