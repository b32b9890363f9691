"""Chinese and Japanese: few cues only, without spaces beside them."""

import re

# how a sentence opens that hangs on the one before
HANGS = re.compile(
    r"[他她它其此这該该]|那[个些时]|但|不过|然而|而且|同时|此外|另外|因此|所以|随后|之后|"
    r"彼|これ|それ|あれ|この|その|あの|ここ|そこ|そう|また|しかし|だが|ただ|なお|一方|さらに|そして|このため|同[氏社日]"
)
# where the writer speaks, or the page
SPEAKS = re.compile(
    r"我们|咱们|笔者|(?<![自忘])我(?!国)|点击|扫码|订阅|关注我们|版权所有|责任编辑|来源[:：]|图片[:：]|"
    r"私たち|我々|筆者|こちらから|続きを読む|会員登録|購読|無断転載|写真[:：]|提供[:：]"
)
