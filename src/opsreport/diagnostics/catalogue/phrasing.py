"""The words of findings about how figures are qualified, explained and named in sentences."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

PHRASING: tuple[Code, ...] = (
    Code(
        "adverb-size",
        Severity.INFO,
        Words(
            "“{said}”：幅度与“{adverb}”不合",
            "按幅度宜写：{right}；也可以去掉副词。",
            "不到5%是小幅，5%至20%不加副词，20%至50%是明显，50%以上才是大幅。这是本程序的尺度，没有国家标准；"
            "比率的百分点不看。",
        ),
        Words(
            "“{said}”: “{adverb}” does not fit the size",
            "By its size: {right}; or drop the adverb.",
            "Below 5% is 小幅, from 20% to 50% 明显, above 50% 大幅, and nothing in between. No standard fixes "
            "this; points are not judged.",
        ),
    ),
    Code(
        "wrong-qualifier",
        Severity.WARNING,
        Words(
            "“{said}”的约数词用得不对{expected}",
            "近、不足在数字之下，逾、超在数字之上：请改写修饰词或数字。",
            "近80万是不到80万，逾、超80万是多于80万。约与左右只用一个。约数不带许多小数：约23.5%，不写约23.47"
            "%。",
            {
                "twice": "两头都写了约数的词：只留一个。",
                "exact": "数字这样精确，就不是约数：去掉修饰词，或者少写几位小数。",
            },
        ),
        Words(
            "“{said}” is qualified wrongly{expected}",
            "近 and 不足 lie below the number, 逾 and 超 above it: change the word or the number.",
            "近80万 is less than 80万, 逾 or 超80万 more. Either 约 or 左右, not both. An approximate number has "
            "few decimals.",
            {
                "twice": "It is called approximate twice: keep one of the words.",
                "exact": "A number this exact is not approximate: drop the word, or some decimals.",
            },
        ),
    ),
    Code(
        "wrong-turnaround",
        Severity.ERROR,
        Words(
            "“{metric}”写了“{word}”，而正负是 {figures}",
            "应写“{right}”。",
            "扭亏为盈是由负到正，减亏、亏损收窄是负得少了，由盈转亏是由正到负，亏损扩大是负得多了。",
        ),
        Words(
            "“{word}” is said of “{metric}”, whose figures are {figures}",
            "Write {right}.",
            "扭亏为盈 is from below nought to above, 减亏 and 亏损收窄 a smaller loss, 由盈转亏 from above to "
            "below, 亏损扩大 a greater loss.",
        ),
    ),
    Code(
        "estimate-as-fact",
        Severity.WARNING,
        Words(
            "“{metric}”不是最终数，正文里没有说明",
            "请在数字前写“{word}”。",
            "确定性（certainty）是预估、初步、预计的指标，说它的句子要这样说。引用 {{{{ 指标.sentence }}}} 时"
            "程序会写上；只引用数值时要自己写。",
        ),
        Words(
            "“{metric}” is not final, and the text does not say so",
            "Write {word} before the figure.",
            "A metric whose certainty is estimated, preliminary or forecast is called so wherever it is told. "
            "{{{{ id.sentence }}}} says it by itself; a bare value does not.",
        ),
    ),
    Code(
        "driver-sign",
        Severity.WARNING,
        Words(
            "“{words}”与“{metric}”的好坏不合",
            "好转写“得益于”，不利写“主要受…影响”。",
            "得益于、受益于是感谢的话，后面应是好的变动；受…影响、拖累是归咎的话。季节、基数等中性的影响不算。",
            {
                "thanks": "这是不利的变动：请写“主要受…影响”。",
                "blame": "这是好的变动：请写“得益于”“主要由于”。",
            },
        ),
        Words(
            "“{words}” does not fit the way “{metric}” went",
            "Write 得益于 for the better, 主要受…影响 for the worse.",
            "得益于 thanks, 受…影响 blames. Neutral causes such as the season or the base are not judged.",
            {
                "thanks": "The change is adverse: write 主要受…影响.",
                "blame": "The change is welcome: write 得益于 or 主要由于.",
            },
        ),
    ),
    Code(
        "claim-without-figure",
        Severity.INFO,
        Words(
            "成果说“{word}”，却没有一个数字",
            "请引用一个指标，或写出数字。",
            "成果要能核对：取得显著成效不如写出做成了多少。上线、发布、建成这样的事实不算。",
        ),
        Words(
            "a result says “{word}” and gives no number",
            "Refer to a metric, or give the number.",
            "A result should be checkable. Plain facts, such as a launch, are not judged.",
        ),
    ),
    Code(
        "one-figure-many-metrics",
        Severity.WARNING,
        Words(
            "“{metrics}”合用一个数：{said}",
            "请分别写出，或写“均”“合计”。",
            "两个指标很少同样变动，一个数说两个指标，读者不知道是谁的。分别增长12%、8%，均增长10%以上都可以。",
        ),
        Words(
            "“{metrics}” share one number, {said}",
            "Give each its own, or say 均 or 合计.",
            "Two metrics rarely move alike, so nobody knows whose number it is. 分别增长12%、8% and 均增长10%以上 "
            "are clear.",
        ),
    ),
    Code(
        "inconsistent-names",
        Severity.WARNING,
        Words(
            "“{name}”与别处的“{usual}”不一致",
            "请统一成一种写法。",
            "一份报告里同一个词、同一个单位、同一个指标只用一个名称：营运与运营、帐号与账号混用，总营业收入又"
            "写成营业总收入，读者会以为是两回事。",
        ),
        Words(
            "“{name}” is “{usual}” elsewhere",
            "Use one of the two throughout.",
            "One word, one organisation and one metric keep one name in a report; two names look like two things.",
        ),
    ),
    Code(
        "unexpanded-abbreviation",
        Severity.INFO,
        Words(
            "“{word}”没有给出全称",
            "第一次出现时写“全称（{word}）”，或写进术语表（glossary）。",
            "不是人人都懂的缩写，第一次出现要给出全称。AI、App、IP、H5、PC、A/B 等众所周知的不用；代号、书名号"
            "和引号里的不算。",
        ),
        Words(
            "“{word}” is not expanded",
            "At its first use write the full name with （{word}）, or add it to the glossary.",
            "An abbreviation that not everybody knows is expanded once. AI, App, IP, H5, PC and A/B need none; "
            "names and quotations are not judged.",
        ),
    ),
)
