"""The same event told twice in Chinese and twice in Japanese, about an invented port and people."""

from newsclip.evidence.document import SourceArticle
from newsclip.writing.tests.stories import article

TOLD = {
    "zh": (
        (
            "渡轮在米纳港外搁浅 乘客全部获救",
            "周四早晨，渡轮“海鸥号”在米纳港外搁浅。海岸警卫队说，212名乘客全部获救，两人受轻伤。"
            "船长王建国表示，大雾突然降临。他拒绝谈论航速。\n\n"
            "“我们连船头都看不见，”王建国对记者说。运营公司宣布停航至周一。事故原因正在调查。谁来赔偿乘客？"
            "点击此处订阅本报的每日新闻。",
        ),
        (
            "海鸥号渡轮触礁 米纳港停航",
            "载有212人的渡轮海鸥号周四在米纳港附近触礁搁浅，海岸警卫队出动三艘救援艇，用四小时将乘客全部救出。\n\n"
            "运营公司说，航线停航至下周一。当地市长李安娜说，这类事故不应再发生。",
        ),
    ),
    "ja": (
        (
            "フェリーが座礁、212人全員無事",
            "港の町ミナミハマで26日、フェリー「かもめ」が浅瀬に乗り上げた。乗客212人は全員無事だった。"
            "海上保安庁によると、事故は午前7時ごろ起きた。これは今年三度目だ。\n\n"
            "船長の佐藤健一さん（54）は「突然霧が出た。何も見えなくなった。」と話した。"
            "会社は運航を当面見合わせると発表した。原因は調査中である。会員登録はこちらから簡単にできます。",
        ),
        (
            "ミナミハマ沖でフェリー座礁",
            "ミナミハマ港の沖で26日朝、フェリー「かもめ」が座礁し、乗客212人が救助された。けが人はいなかった。"
            "海上保安庁は霧が原因とみて調べている。\n\n"
            "運航会社は当面の運航を見合わせる。町長は「二度とあってはならない」と述べた。",
        ),
    ),
}


def tellings(language: str) -> list[SourceArticle]:
    return [article(place, title, text, language=language) for place, (title, text) in enumerate(TOLD[language], 1)]
