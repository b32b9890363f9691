"""Texts that nobody writes: one piece over and over, or an opening that nothing closes. Each has a name."""

from collections.abc import Mapping

# name | piece, Python's escapes allowed; "head … piece … tail" where something stands before or behind the run
_TABLE = r"""
capitals | A
capital words | ABC\x20
capitals with dots | A.
capitals with dashes | AB-
capitals with apostrophes | A'
accented capitals | É
capitals and a colon | ABC\x20:
capitals behind a comma | AB,\x20
capitals and slashes | AB/
dateline | KELMOUTH\x20(AP)\x20—\x20
dateline without an end | KELMOUTH,\x20
small letters | a
one letter words | a\x20
one capital words | A\x20
initials | A.\x20B.\x20
initials without spaces | A.B.C.
camel case | aB
title case | Ab\x20
titled | Mr\x20
titled with dots | Mr.\x20
titled names | Mr.\x20Holm\x20
doctors | Dr.\x20med.\x20
of Ada | Of\x20Ada\x20
the Ada | The\x20Ada\x20
Ada of | Ada\x20of\x20the\x20
and names | Ada\x20and\x20
names in a row | Ada\x20Holm\x20
names and commas | Ada\x20Holm,\x20
names and ages | Ada\x20Holm,\x2054,\x20
names and dots | Ada\x20Holm.\x20
names and possessives | Ada's\x20
names and roles | mayor\x20Ada\x20Holm\x20
von | von\x20der\x20
names with hyphens | Ada-
names with apostrophes | O'Ada\x20
said | said\x20
said with a comma | ,\x20said\x20
said Ada | said\x20Ada\x20
Ada said | Ada\x20said\x20
who said | who\x20said\x20that\x20
he said | he\x20said\x20
she | She\x20
it was | It\x20was\x20
that | that\x20
not | not\x20
never | did\x20not\x20never\x20
if | if\x20
because | because\x20
and | and\x20
to be | to\x20be\x20
also | also\x20
however | However,\x20
negation | n't\x20
opening double quotes | “
closing double quotes | ”
straight double quotes | "
opening and closing | “”
opening quote and a word | “a\x20
closing quote and a word | a”\x20
quote and comma | “a,\x20
quote of one word | “Go,”\x20
quote and speaker | “Go,”\x20he\x20said.\x20
quote and names | “Go,”\x20said\x20Ada\x20Holm.\x20
opening single quotes | ‘
closing single quotes | ’
straight single quotes | '
single quotes and words | 'a\x20b\x20
single quote behind a word | a'\x20
backticks | ``
backticks and words | ``a\x20
double apostrophes | ''
guillemets | «
guillemets and words | «\x20a\x20
closing guillemets | »
low quotes | „
low quotes and words | „a\x20“
corner brackets | 「
corner brackets and words | 「あ
white corner brackets | 『
quotes in quotes | “‘
mixed quotes | "'“‘«„
dashes | —
dashes and words | a\x20—\x20
two hyphens | a\x20--\x20
hyphens | -
soft hyphens | a\xad
commas | ,
commas and spaces | ,\x20
commas and words | a,\x20
semicolons | a;\x20
colons | :
colons and words | a:\x20
dots | .
dots and spaces | .\x20
ellipses | …
ellipses and words | a…\x20
question marks | ?
questions | Why?\x20
exclamation marks | !
shouts | NO!\x20
slashes | /
backslashes | \\
bars | a\x20|\x20
stars | *\x20
bullets | •\x20a\x20
underscores | _
hashes | #
hashtags | #Ada\x20
at signs | @
handles | @ada\x20
mail addresses | a@b.example\x20
addresses without an end | a@b.
urls | https://a.example/b\x20
one url | https://a.example/ … a/
one url of percents | https://a.example/ … %20
one url of queries | https://a.example/? … a=b&
hosts | www.a.
one domain | https:// … a.
file names | a.txt\x20
opening brackets | (
closing brackets | )
brackets in pairs | ()
bracketed words | (a)\x20
opening and a word | (a\x20
square brackets | [
square brackets and words | [a]\x20
braces | {
nested braces | {"a":
nested lists | [[
angle brackets | <
closing angle brackets | >
digits | 1
digits and spaces | 1\x20
digits and commas | 1,
digits and dots | 1.
decimal fractions | 1.5\x20
ordinals | 1st\x20
ordinals with dots | 1.\x20
years | 2026\x20
amounts | $5\x20
amounts in millions | $5\x20million\x20
percents | 5%\x20
ranges | 5-6\x20
scores | 3-2,\x20
number words | twenty-one\x20
number words in a row | one\x20hundred\x20and\x20
dead and hurt | 5\x20people\x20were\x20killed\x20
dates | 5\x20March\x202026\x20
dates and commas | March\x205,\x202026,\x20
numeric dates | 5.3.2026\x20
ISO dates | 2026-03-05\x20
times | 12:30\x20
days | on\x20Monday\x20
months | March\x20
ago | 2\x20days\x20ago\x20
updated | Updated:\x20
spaces | \x20
tabs | \t
spaces and a letter | \x20\x20\x20\x20\x20\x20\x20\x20a
lines | \n
empty lines | \n\n
lines of spaces | \x20\n
lines of a letter | a\n
paragraphs of a letter | a\n\n
paragraphs of a sentence | The\x20ferry\x20left.\n\n
carriage returns | \r
line separators | \u2028
no-break spaces | \u00a0
ideographic spaces | \u3000
zero width spaces | \u200b
zero width joiners | a\u200d
byte order marks | \ufeff
right to left marks | \u202e
controls | \x01
combining marks | \u0301
letter and combining mark | e\u0301
many marks on one letter | e … \u0301\u0302
emoji | 😀
joined emoji | 👩\u200d
flags | 🇩🇪
CJK without stops | 新
CJK with commas | 新、
CJK with stops | 新。
CJK and Latin | 新a
kana | か
Hangul | 한국\x20
Thai | ก
Arabic | سلام\x20
Devanagari | नमस्ते।\x20
Greek | Άδα\x20
Cyrillic | Ада\x20
mixed scripts | aбγ
dotless capitals | İ
sharp s | ß
ligatures | ﬁ
surrogates left over | \ufffd
private use | \ue000
astral letters | 𝐀
sentences of a word | Go.\x20
sentences of a name | Ada\x20left.\x20
same sentence | The\x20ferry\x20left\x20at\x20noon\x20with\x20forty\x20people.\x20
one long sentence | The\x20ferry\x20 … left\x20at\x20noon\x20
one sentence of clauses | The\x20ferry … ,\x20which\x20left,
one sentence of that | He\x20said … \x20that\x20he\x20said
one sentence of and | The\x20ferry … \x20and\x20the\x20ferry
a quotation without an end | “ … The\x20ferry\x20left.\x20
abbreviations | e.g.\x20
abbreviations of months | Jan.\x20
abbreviations of states | Calif.,\x20
U.S. | U.S.\x20
numbers of articles | No.\x205\x20
company | Inc.,\x20
read more | Read\x20more:\x20
pleas | Sign\x20up\x20to\x20our\x20newsletter\x20
caption | (Pictured:\x20
photo | Photo:\x20AP\x20
see here | see\x20more\x20about\x20
by | By\x20Ada\x20Holm\x20and\x20
copyright | ©\x20
updated at | Last\x20updated\x20on\x20
tags | <b>
tags closed | <b></b>
paragraphs | <p>
paragraphs of words | <p>The\x20ferry\x20left\x20at\x20noon.</p>
divisions | <div>
lists | <ul><li>
tables | <table><tr><td>
links | <a\x20href=x>a</a>
comments | <!--
tags of br | <br
styles in a row | <style>a
figure captions | <figcaption>
comments closed | <!---->
declarations | <!
processing | <?a
CDATA | <![CDATA[
scripts | <script>
styles | <style>
headings | <h1>a</h1>
metas | <meta\x20name=a\x20content=b>
times in tags | <time\x20datetime=2026-03-05>
attributes | <p … \x20a=b
attributes with quotes | <p\x20a=" … b='
items | <item><title>a</title>
entries | <entry><id>a</id>
outlines | <outline\x20xmlUrl="http://a.example/">
entities | &amp;
entities without an end | &am
numeric entities | &#65;
entities in entities | &amp;amp;
half an entity | &
JSON strings | "a":\x20
JSON escapes | \\u0041
JSON objects | {"a":1},
json-ld | {"@type":"NewsArticle"},
header values | a=b;\x20
header links | <http://a.example/>;\x20rel="hub",\x20
base64 | QUJD
percents of hex | %41
zeros | 0
minus | -1\x20
exponents | 1e9
field searches | tag:a\x20
phrases searched | "a"\x20
signs of searches | a*\x20OR\x20(b\x20
"""


def _shapes() -> dict[str, tuple[str, str]]:
    found = {}
    for line in _TABLE.strip().splitlines():
        name, _, written = line.partition(" | ")
        text = written.encode("ascii", "backslashreplace").decode("unicode_escape")
        head, _, piece = text.rpartition(" … ")
        found[name] = (head, piece)
    return found


SHAPES: Mapping[str, tuple[str, str]] = _shapes()


def shaped(name: str, length: int) -> str:
    """The shape `name` as a text of about so many characters, in whole pieces, so that all end alike."""
    head, piece = SHAPES[name]
    return head + piece * ((length - len(head)) // len(piece))
