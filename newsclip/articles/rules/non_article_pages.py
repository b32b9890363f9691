"""Phrases of pages that are no articles, in many languages: errors, consent and pay walls, robot checks, logins."""

import re


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.VERBOSE)


ERROR = _any_of(
    r"""\b(?:404|410|403|500|502|503)\b.{0,30}(?:error|not[ ]found|gone|forbidden|unavailable)
    | ^(?:error\s+|fehler\s+|erreur\s+)?(?:404|410|500|503)\b
    | (?:page|article|story)\b.{0,30}(?:[ ]not|n['’]t|[ ]cannot)\s+(?:be\s+)?(?:found|available)
    | (?:can(?:['’]t|not)|could(?:n['’]t|[ ]not)|unable[ ]to)[ ]find[ ](?:the|that|this|your)[ ](?:page|article|story)
    | page[ ](?:is[ ])?unavailable | (?:page|article|story)[ ](?:does[ ]not|doesn['’]t|no[ ]longer)[ ]exists?
    | seite[ ](?:wurde[ ]|konnte[ ])?(?:leider[ ])?nicht[ ]gefunden | seite[ ]existiert[ ]nicht
    | page[ ](?:introuvable|non[ ]trouvée|n['’]existe[ ](?:pas|plus)) | article[ ]introuvable
    | página[ ]no[ ](?:encontrada|existe|disponible) | no[ ](?:se[ ]ha[ ]encontrado|encontramos)[ ]la[ ]página
    | página[ ](?:não[ ]encontrada|inexistente) | pagina[ ](?:non[ ]trovata|niet[ ]gevonden|inesistente)
    | sidan[ ](?:kunde[ ]inte[ ]hittas|hittades[ ]inte|finns[ ]inte) | sivua[ ]ei[ ]löyt
    | siden[ ](?:blev[ ]ikke|ble[ ]ikke|kunne[ ]ikke|er[ ]ikke|finnes[ ]ikke|findes[ ]ikke)
    | nie[ ]znaleziono[ ]strony | strona[ ]nie[ ](?:została|istnieje) | stránka[ ](?:nebyla[ ]nalezena|nenalezena)
    | страница[ ]не[ ](?:найдена|существует) | сторінку[ ]не[ ]знайдено | sayfa[ ]bulunamadı
    | az[ ]oldal[ ]nem[ ]található
    | ページ(?:が|は)見つかりません | 找不到(?:该|該|此|您)?.{0,6}(?:页面|頁面|網頁) | (?:页面|頁面)不存在
    | 페이지를[ ]찾을[ ]수"""
)
ROBOTS = _any_of(
    r"""^just[ ]a[ ]moment | access[ ](?:to[ ]this[ ]page[ ]has[ ]been[ ])?denied
    | request[ ]unsuccessful.{0,40}incident
    | (?:verify|confirm|checking)[ ](?:that[ ])?(?:you[ ]are|if[ ]the[ ]site|your[ ]browser)
    | are[ ]you[ ]a[ ](?:robot|human)
    | unusual[ ]traffic | pardon[ ]our[ ]interruption | security[ ]check[ ]to[ ]access
    | enable[ ]javascript[ ]and[ ]cookies"""
)
CONSENT = _any_of(
    r"""before[ ]you[ ]continue
    | we[ ](?:and[ ]our[ ](?:\d+[ ])?partners[ ])?(?:use|value|store).{0,40}(?:cookies|privacy)
    | accept[ ]all | consent[ ]to[ ](?:the[ ])?(?:use|processing) | manage[ ](?:your[ ])?(?:cookies|consent|privacy)
    | cookie[ ](?:settings|consent|preferences) | privacy[ ](?:choices|settings) | reject[ ]all
    | zustimmen | einwilligung | alle[ ](?:akzeptieren|ablehnen) | cookie-einstellungen
    | mit[ ]werbung[ ](?:und|lesen|weiter)
    | (?:tout[ ])?accepter[ ](?:et|tout|les[ ]cookies) | tout[ ]accepter | continuer[ ]sans[ ]accepter
    | paramétrer[ ]les
    | aceptar[ ](?:todo|todas|y) | rechazar[ ](?:todo|todas) | configurar[ ]cookies | aceitar[ ](?:todos|tudo|e)
    | rejeitar[ ](?:todos|tudo) | accetta[ ](?:tutto|tutti|e) | rifiuta[ ](?:tutto|tutti)
    | continua[ ]senza[ ]accettare
    | alles[ ](?:accepteren|weigeren) | cookies[ ](?:accepteren|beheren) | (?:godkänn|acceptera)[ ]alla
    | (?:godta|tillad|accepter)[ ]alle | (?:za)?akceptuj(?:ę)?[ ]wszystk | przejdź[ ]do[ ]serwisu
    | (?:přijmout|odmítnout)[ ]vše
    | принять[ ]все | прийняти[ ]всі | tümünü[ ](?:kabul|reddet) | hyväksy[ ]kaikki | すべて(?:許可|同意)
    | 接受所有|全部接受"""
)
PAYWALL = _any_of(
    r"""(?:subscribe|sign[ ]in|log[ ]in|register|become[ ]a[ ](?:member|subscriber)).{0,60}
        to[ ](?:continue|keep|read|unlock|finish|access)
    | (?:article|story|content|rest[ ]of[ ]this)[ ]is[ ](?:only[ ]|exclusively[ ])?
        (?:for|available[ ]to|reserved[ ]for)[ ](?:our[ ])?(?:subscribers|members)
    | (?:this|the[ ]full)[ ](?:article|story)[ ]is[ ](?:exclusive|premium) | subscribers?[ ]only
    | already[ ]a[ ](?:subscriber|member)\?
    | (?:continue|keep)[ ]reading[ ](?:with|for).{0,30}(?:subscription|trial|£|\$|€)
    | you[ ]have[ ](?:reached|read)[ ]your.{0,30}(?:limit|articles)
    | (?:nur|exklusiv)[ ]für[ ](?:abonnenten|mitglieder) | jetzt[ ](?:weiterlesen|abonnieren) | weiterlesen[ ]mit
    | (?:artikel|inhalt)[ ]ist[ ]kostenpflichtig | bereits[ ]abonnent\?
    | réservée?[ ]aux[ ]abonnés | pour[ ]lire[ ]la[ ]suite | déjà[ ]abonné | il[ ]vous[ ]reste[ ]\d+
    | s[oó]lo[ ]para[ ]suscriptores | exclusiv[oa][ ]para[ ](?:suscriptores|assinantes)
    | (?:suscr[ií]bete|assine)[ ]para
    | suscr[ií]base[ ]para | continua[ ]a[ ]leggere[ ]con | riservato[ ]agli[ ]abbonati | abbonati[ ]per
    | alleen[ ]voor[ ]abonnees | verder[ ]lezen\? | (?:bara|endast)[ ]för[ ]prenumeranter
    | logga[ ]in[ ]för[ ]att[ ]läsa
    | (?:kun|forbeholdt)[ ](?:for[ ])?abonnenter | dla[ ](?:prenumeratorów|subskrybentów)
    | pouze[ ]pro[ ]předplatitele
    | только[ ]для[ ]подписчиков | abonelere[ ]özel | 有料会員(?:限定|登録) | この記事は有料"""
)
LOGIN = _any_of(
    r"""^(?:please[ ])?(?:log[ ]?in|sign[ ]?in)\b | \b(?:log[ ]in|sign[ ]in)[ ]to[ ](?:your|continue|read)
    | ^(?:anmelden|einloggen|anmeldung|login|connexion|se[ ]connecter|identifiez-vous)\b
    | ^(?:iniciar[ ]sesión|inicia[ ]sesión|accedi|accesso|entrar|iniciar[ ]sessão|inloggen|kirjaudu
      |logga[ ]in|logg[ ]inn|log[ ]ind)\b
    | ^(?:zaloguj|logowanie|přihlášení|вход|войти|увійти|giriş[ ]yap)\b | ^(?:ログイン|登录|登入|로그인)"""
)
