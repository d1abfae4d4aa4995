"""The words of findings about sentences whose words go against their figures."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

WORDING: tuple[Code, ...] = (
    Code(
        "wrong-direction",
        Severity.ERROR,
        Words(
            "“{verb}”与数字方向相反：{figures}",
            "按数据改写动词，或核对两端的数字。",
            "动词说的方向要与数字一致：从48秒缩短至52秒、同比下降而数据是上升，读者分不清是词错还是数错。好坏"
            "由指标的方向决定，动词只说大小。",
            {
                "text": "这句话自己的两端就是相反的方向：请改写动词，或者把两端换过来。",
            },
        ),
        Words(
            "“{verb}” goes against the figures: {figures}",
            "Change the verb to what the figures do, or correct the figures.",
            "A verb says which way a figure went: 从48秒缩短至52秒, or 同比下降 where the data rise, leaves the "
            "reader guessing which of the two is wrong. Whether it is good is the metric's own matter.",
            {
                "text": "The two ends in this sentence go the other way: change the verb, or swap the ends.",
            },
        ),
    ),
    Code(
        "times-with-decrease",
        Severity.ERROR,
        Words(
            "“{text}”：减少不能用倍数",
            "请写成“降至原来的几分之几”“减少一半”或百分数。",
            "减少一倍就到了零，减少两倍就成了负数。缩短一倍多半是说缩短了一半。",
        ),
        Words(
            "“{text}”: nothing can decrease by so many times",
            "Write 降至原来的几分之几, 减少一半 or a percentage.",
            "Less by once is nothing, less by twice is below nothing. 缩短一倍 mostly means by half.",
        ),
    ),
    Code(
        "signed-magnitude",
        Severity.ERROR,
        Words(
            "“{text}”：动词已经说了方向，后面要跟正数",
            "请写 {size}，方向由动词说：上升写“增长”，回落写“下降”。",
            "同比增长-5%应写同比下降5%；下降0.0%应写持平。方向由动词说，幅度一律是正数。",
            {
                "nought": "幅度是零：请写“持平”。",
            },
        ),
        Words(
            "“{text}”: the verb tells the direction, so a positive size must follow",
            "Write {size} after the verb that says which way it went.",
            "同比增长-5% is 同比下降5%; 下降0.0% is 持平. The verb tells the direction; sizes are positive.",
            {
                "nought": "The size is nought: write 持平.",
            },
        ),
    ),
    Code(
        "percent-for-points",
        Severity.WARNING,
        Words(
            "“{metric}”是比率，它的变动“{said}”应以百分点计",
            "请写“{points}个百分点”；确实是相对变动的，请写“相对提高{said}”并给出两端。",
            "两个百分数之差是百分点：44.7%到50.6%是提高5.9个百分点，不是5.9%。相对变动要写“相对”，并给出两端。",
        ),
        Words(
            "“{metric}” is a rate, and its change “{said}” is told in percent",
            "Write {points}个百分点, or 相对提高{said} with both ends.",
            "The difference of two percentages is in points: from 44.7% to 50.6% is 5.9个百分点. A relative change "
            "says 相对 and gives both ends.",
        ),
    ),
    Code(
        "praise-for-adverse",
        Severity.WARNING,
        Words(
            "“{metric}”越低越好，上升不宜说“{verb}”",
            "请写“{right}”。",
            "提升、提高、改善是夸奖的话，投诉率提升16%读来像是好事。越低越好的指标上升，写上升、增加、延长。",
        ),
        Words(
            "“{metric}” is better when low, so its rise is no “{verb}”",
            "Write {right}.",
            "提升, 提高 and 改善 are praise: 投诉率提升16% reads like good news. A metric that is better when "
            "low 上升, 增加 or 延长.",
        ),
    ),
    Code(
        "not-flat",
        Severity.WARNING,
        Words(
            "“{metric}”写了“{word}”，而变动超出了持平的范围：{figures}",
            "请写出变动，或者改 options.flat。",
            "持平是两个数读来相同；基本持平、维持、稳定是变动不超过 options.flat 的范围：金额、数量、时长为1."
            "0%，比率为0.5个百分点。说稳定而没有说与什么比的，各期起伏很小也可以。",
        ),
        Words(
            "“{metric}” is called “{word}”, but moved beyond the threshold: {figures}",
            "Tell the change, or set options.flat.",
            "持平 is two figures that read alike; 基本持平, 维持 and 稳定 stay within options.flat: 1.0% for money, "
            "counts and durations, half a point for rates. Stable without a comparison may also be a series that "
            "hardly varies.",
        ),
    ),
    Code(
        "stable-and-moving",
        Severity.WARNING,
        Words(
            "“{metric}”在同一句里既是“{word}”，又“{said}”",
            "请去掉其中一个，如“月均436.5万，同比增长12.1%”。",
            "增长了12%的指标不是稳定的。与不同的期间比（与目标持平、同比增长）不算。",
        ),
        Words(
            "one sentence calls “{metric}” both “{word}” and “{said}”",
            "Drop one of the two.",
            "What grew by 12% is not stable. Comparisons with different bases (与目标持平，同比增长) are no contradiction.",
        ),
    ),
    Code(
        "times-off-by-one",
        Severity.ERROR,
        Words(
            "“{said}”与数据差一倍：本期是原来的{ratio}倍",
            "请写“增长{times}倍”，或“是原来的{as_much}倍”。",
            "增长了n倍是原来的n+1倍；增长到n倍、是上年的n倍才是n倍。300到600是增长1倍。",
            {
                "multiple": "请写“是原来的{as_much}倍”，或“增长{said}”。",
            },
        ),
        Words(
            "“{said}” is off by one: the figure is {ratio} times what it was",
            "Write 增长{times}倍, or 是原来的{as_much}倍.",
            "增长了n倍 is n + 1 times as much; 增长到n倍 and 是上年的n倍 are n times. From 300 to 600 is 增长1倍.",
            {
                "multiple": "Write 是原来的{as_much}倍, or 增长{said}.",
            },
        ),
    ),
    Code(
        "not-doubled",
        Severity.WARNING,
        Words(
            "写了“{word}”，而本期只有原来的{ratio}倍",
            "请写实际的增幅，或“接近翻番”。",
            "翻一番是原来的2倍，翻两番是4倍，翻n番是2的n次方。不到1.95倍的不说翻番。",
        ),
        Words(
            "“{word}” is said of a figure that is {ratio} times what it was, not {needed}",
            "Give the growth itself, or 接近翻番.",
            "翻一番 is twice as much, 翻两番 four times, 翻n番 2 to the n. Below 1.95 times nothing has doubled.",
        ),
    ),
    Code(
        "unproven-record",
        Severity.WARNING,
        Words(
            "“{words}”没有依据",
            "请给指标写序列（series）或来源（source），在句中写明来源，或者删去。",
            "首次、历史新高、第一要有各期数据或来源作证，否则一问就倒。指标名称里的、力争实现的、引号和书名号"
            "里的不算。",
        ),
        Words(
            "nothing bears out “{words}”",
            "Give the metric a `series` or a `source`, name the source in the sentence, or drop it.",
            "A record, a first or a first place needs a series or a source. Names of metrics, aims and quotations "
            "are not judged.",
        ),
    ),
    Code(
        "text-contradicts-data",
        Severity.WARNING,
        Words(
            "“{metric}”写的是{said}，与数据不符：{expected}",
            "请按数据改写，或改成引用 {{{{ {id}.{facet_zh} }}}}，由程序写出。",
            "正文里的同比、环比、完成率、从…至、目标，凡能确定是哪个指标的，都与数据核对。两端各有半个末位的余"
            "地，只因舍入而不同的不算，逐个数出来的（23件）和目标没有余地；计划、预计和别的期间也不算。",
        ),
        Words(
            "the text says {said} of “{metric}”, but the data give {expected}",
            "Correct it, or write the reference {{{{ {id}.{facet} }}}} instead.",
            "Comparisons told in texts are checked against the data where it is sure which metric is meant. Every "
            "rounded figure has half a unit in its last place, counts (23件) and targets have none; plans, "
            "forecasts and other periods are left alone.",
        ),
    ),
)
