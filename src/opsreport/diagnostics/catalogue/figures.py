"""The words of findings about figures: how they are written, and what can be said of them."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

FIGURES: tuple[Code, ...] = (
    Code(
        "not-a-figure",
        Severity.ERROR,
        Words(
            "“{text}”不是可以读懂的数值",
            "请只写数字和单位，如 1280.5、23.6%、3456.7万元；没有数值时留空或写“不适用”。",
            "数值按原文逐字读取，不作猜测：读不懂的一律不进报告，以免错数外发。千分位要按三位一组，"
            "负数可写 -1234、−1234 或（1,234），比值写 1:4.5，时长可写 2小时15分 或 02:15:00。",
            {
                "leading-zero": "数字前面多了 0：请去掉，或者这是编号，应放在文字字段里。",
                "grouping": "千分位请按三位一组写成 86,420，或者不写分隔符。",
                "exponent": "请写出全部数字，如 100000，不用 1e5 这样的写法。",
                "ratio": "比值请以左边为 1，如 1:4.5；要写成别的形式，请先用 ratio: {{left: 投入, right: 产出}} 说明两边。",
                "too-long": "数字超过 18 位，不像业务数值：请改用万、亿作单位，编号请放在文字字段里。",
            },
        ),
        Words(
            "“{text}” cannot be read as a figure",
            "Write digits and a unit only, as in 1280.5, 23.6%, 3456.7万元; leave it empty or write 不适用 for none.",
            "Figures are read exactly as written and never guessed, so that no wrong number leaves the house. "
            "Thousands go in groups of three; a negative is -1234, −1234 or (1,234), a ratio 1:4.5, "
            "a duration 2小时15分 or 02:15:00.",
            {
                "leading-zero": "Drop the leading 0; if this is a number that names something, put it in a text field.",
                "grouping": "Write thousands in groups of three, 86,420, or without separators.",
                "exponent": "Write all the digits, 100000, instead of 1e5.",
                "ratio": "Put 1 on the left, as in 1:4.5, or name the sides: ratio: {{left: 投入, right: 产出}}.",
                "too-long": "More than 18 digits: use 万 or 亿 as unit; put account numbers in a text field.",
            },
        ),
    ),
    Code(
        "unit-mismatch",
        Severity.ERROR,
        Words(
            "这里的单位是“{text}”，而指标的单位是“{expected}”，两者不能比较",
            "请换算成“{expected}”后再写，或者改指标的 unit。",
            "同一指标的本期、目标、同期等数值要能相互比较：万元与亿元可以，人与次、% 与元不可以。"
            "同类单位大小不同（如 1.2亿与 12000万元）会按基本单位比较，不必换算。",
        ),
        Words(
            "this is in “{text}”, but the metric is in “{expected}”: the two cannot be compared",
            "Give the figure in “{expected}”, or change the metric's unit.",
            "The figures of one metric must be comparable: 万元 and 亿元 are, 人 and 次 are not. "
            "Units that differ only in size (1.2亿, 12000万元) are compared in base units as they are.",
        ),
    ),
)
