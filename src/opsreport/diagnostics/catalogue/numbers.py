"""The words of findings about how numbers, ranges and ratios are written."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

NUMBERS = (
    Code(
        "full-width-alphanumeric",
        Severity.WARNING,
        Words(
            "数字或字母写成了全角：{text}",
            "请写 {better}。",
            "数字、英文字母和百分号用半角：12%、KPI，不写１２％、ＫＰＩ。正文里的可以用 opsreport fix 代改。",
        ),
        Words(
            "full-width figures or letters: {text}",
            "Write {better}.",
            "Figures, Latin letters and the sign of percent are half-width in Chinese text too. `opsreport fix` mends it in running texts.",
        ),
    ),
    Code(
        "range-loses-unit",
        Severity.WARNING,
        Words(
            "范围的前一个数丢了单位：{text}",
            "请写 {better}。",
            "%、万、亿在范围的两端都要写：5%～8%、9亿～16亿；写成 9～16亿，会被读作从9到16亿（GB/T 15835—2011，5.1.4）。元、个等单位写一次即可。正文里的可以用 opsreport fix 代改。",
        ),
        Words(
            "the first end of a range has lost its unit: {text}",
            "Write {better}.",
            "%, 万 and 亿 stand at both ends of a range (GB/T 15835—2011, 5.1.4): 9～16亿 can be read as from 9 to 16亿. "
            "Other units stand once. `opsreport fix` mends it in running texts.",
        ),
    ),
    Code(
        "mixed-numeral",
        Severity.WARNING,
        Words(
            "阿拉伯数字后面接着“千、百、十”：{text}",
            "请写 {better}。",
            "阿拉伯数字后面只可接万、亿：3000人、5000万元，不写3千人、5千万元（GB/T 15835—2011）。千米、千克等单位除外。",
        ),
        Words(
            "figures followed by 千, 百 or 十: {text}",
            "Write {better}.",
            "Only 万 and 亿 may follow figures (GB/T 15835—2011); 千米, 千克 and the like are units of their own.",
        ),
    ),
    Code(
        "wrong-dash",
        Severity.WARNING,
        Words(
            "连接号“{text}”用得不对：{around}",
            "请写“{better}”。",
            "数值的范围用～，时间的起止和过程的先后用—，破折号占两格——（GB/T 15834—2011，4.13）。型号、编号、电话和复合名词里的短横线不动。"
            "报告用别的范围号时，请写 options.range_mark。正文里的可以用 opsreport fix 代改。",
            {
                "time": "起止的时间之间请写“{better}”。",
                "range": "数值的范围请写“{better}”。",
                "break": "破折号请写“{better}”。",
                "chain": "前后相接的阶段之间请写“{better}”。",
            },
        ),
        Words(
            "“{text}” is not the dash that belongs here: {around}",
            "Write “{better}”.",
            "A range of figures takes ～, a span of time or a chain of stages —, a break ——; the hyphen belongs to codes and "
            "compounds (GB/T 15834—2011, 4.13). `options.range_mark` names another mark for ranges. `opsreport fix` mends it in running texts.",
            {
                "time": "Between two times write “{better}”.",
                "range": "In a range of figures write “{better}”.",
                "break": "For a break write “{better}”.",
                "chain": "Between one stage and the next write “{better}”.",
            },
        ),
    ),
    Code(
        "wrong-ratio-sign",
        Severity.WARNING,
        Words(
            "“{whole}”里的“{text}”用得不对：{around}",
            "比请用比号“{better}”。",
            "比用比号∶（1∶4.5），不用冒号；钟点用半角冒号（12:30）。只有写明是比（投入产出比、比例为……）或只可能是比的才有提示，16:9、3:2 不动。正文里的可以用 opsreport fix 代改。",
            {"time": "钟点请用冒号“{better}”。"},
        ),
        Words(
            "“{text}” is not the sign for “{whole}”: {around}",
            "A ratio takes “{better}”.",
            "A ratio is written with ∶ (1∶4.5), a time of day with a colon. Only what is called a ratio, or can be nothing else, is reported. `opsreport fix` mends it in running texts.",
            {"time": "A time of day takes “{better}”."},
        ),
    ),
    Code(
        "mixed-decimals",
        Severity.WARNING,
        Words(
            "小数位数不一致：{both}",
            "请都写到小数点后 {places} 位，如 38.4% 与 53.0%。",
            "前后比较的两个数、分别列出的几个数，小数位数要一致，否则读者不知道哪一个更精确。数据包里的数按指标统一，不必理会。",
        ),
        Words(
            "different numbers of decimals: {both}",
            "Write them all with {places} decimals, such as 38.4% and 53.0%.",
            "Two ends of a change, or the figures of one list, have equally many decimals. Those of the bundle's metrics are printed alike anyway.",
        ),
    ),
    Code(
        "mixed-separators",
        Severity.WARNING,
        Words(
            "同一段文字里，千分位逗号有的打（{other}）、有的不打（{text}）",
            "请写 {better}，或都不打逗号。",
            "长数字的写法在一份报告里要一致。由指标印出的数按 options.thousands。",
        ),
        Words(
            "in one text some numbers are set off in threes ({other}) and some are not ({text})",
            "Write {better}, or leave the commas out everywhere.",
            "Long numbers are written alike throughout a report. Those of metrics follow `options.thousands`.",
        ),
    ),
    Code(
        "negative-zero",
        Severity.WARNING,
        Words(
            "负号写得不对：{text}",
            "负数用减号，请写 {better}。",
            "零没有正负；正文里的负数用减号 −（U+2212），不用连字符 -。下降的幅度宜用文字说：下降3.2%。",
            {"nought": "零没有负号，请写 {better}。"},
        ),
        Words(
            "not a minus sign as it should be: {text}",
            "A negative number takes the minus sign: write {better}.",
            "Nought has no sign; a negative number in prose takes − (U+2212), no hyphen. A fall is better told in words.",
            {"nought": "Nought has no sign: write {better}."},
        ),
    ),
)
