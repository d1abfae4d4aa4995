"""The words of findings about punctuation, quotes, spaces and numbering."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

TYPOGRAPHY = (
    Code(
        "half-width-punctuation",
        Severity.WARNING,
        Words(
            "中文里用了半角的“{text}”：{around}",
            "请写“{better}”。",
            "中文用全角标点，，：；？！（）（GB/T 15834—2011）。英文、数字、时间、网址、代码之内的半角标点不动：A/B、1,234、12:30、f(x)。"
            "网址、文件名、`代码`和书名号里的题名不看。正文里的可以用 opsreport fix 代改。",
        ),
        Words(
            "half-width “{text}” in Chinese text: {around}",
            "Write “{better}”.",
            "Chinese text takes full-width marks (GB/T 15834—2011). Within Latin text, numbers, times, addresses and code "
            "they stay half-width. Addresses, file names, `code` and titles in 《》 are not looked at. `opsreport fix` mends it in running texts.",
        ),
    ),
    Code(
        "spacing",
        Severity.WARNING,
        Words(
            "空格用得不对：{around}",
            "请写“{better}”。",
            "百分号之前、全角标点两侧不留空格。中文与英文、数字之间的间隙由排版产生，默认不打空格；"
            "习惯打空格的，请写 options: {{spacing: pangu}}，这时缺空格才有提示。编号与名称（图1 收入）、日期与钟点之间的空格不算。正文里的可以用 opsreport fix 代改。",
            {"pangu": "请写“{better}”（options.spacing 为 pangu）。"},
        ),
        Words(
            "the spacing is not the house's: {around}",
            "Write “{better}”.",
            "No space stands before %, nor beside a full-width mark. The gap between Chinese and Latin text is made by the layout, "
            "so by default none is typed; with `spacing: pangu` one is, and it is a lacking one that is reported. `opsreport fix` mends it in running texts.",
            {"pangu": "Write “{better}” (`options.spacing` is pangu)."},
        ),
    ),
    Code(
        "stray-space",
        Severity.WARNING,
        Words(
            "汉字之间夹着空格：{around}",
            "请写“{better}”。",
            "汉字与汉字之间不留空格。“第一部分 总体情况”这样分开编号的空格，和几个并列短语之间的空格（稳增长 控成本 强体验）不算。正文里的可以用 opsreport fix 代改。",
            {
                "line": "一段话被手工折成了几行，报告里也会断行；请把“{better}”接在同一行，或改用 >- 写这段文字。"
            },
        ),
        Words(
            "a space or a line break between Chinese characters: {around}",
            "Write “{better}”.",
            "No space stands between Chinese characters, except behind a label (第一部分 总体情况) and between slogans side by side. `opsreport fix` mends it in running texts.",
            {
                "line": "The paragraph was broken by hand, and will be in the report: put “{better}” on one line, or write it with `>-`."
            },
        ),
    ),
    Code(
        "comma-between-quotes",
        Severity.INFO,
        Words(
            "引号、书名号之间一般不用顿号：{around}",
            "可以去掉这个“{text}”。",
            "标有引号或书名号的并列成分之间通常不用顿号（GB/T 15834—2011，4.5.3.5）；其间另有括注等成分时才用。各家做法不一，所以只是提示。",
        ),
        Words(
            "items in quotes or 书名号 usually take no 、 between them: {around}",
            "The “{text}” can go.",
            "GB/T 15834—2011, 4.5.3.5: usually none, unless something else stands between the items. Editors differ, hence only a note.",
        ),
    ),
    Code(
        "unpaired-quotes",
        Severity.WARNING,
        Words(
            "引号或括号不成对：{around}",
            "请补上与“{text}”成对的“{better}”，或删去这一个。",
            "中文用“ ”和（ ），前后成对；双引号里面再用‘ ’，书名号里面再用〈 〉。标在数字后面的 1）、a）不算。",
            {
                "straight": "中文用弯引号：请写 {better}。",
                "nested": "引号里面的引号请写“{better}”。",
                "no-opening": "“{text}”前面缺“{better}”：请补上，或删去这一个。",
            },
        ),
        Words(
            "quotes or brackets are not paired: {around}",
            "Add the “{better}” that belongs to “{text}”, or take it out.",
            "Chinese text takes “ ” and （ ）, in pairs; within them ‘ ’, within 《》 〈 〉. A bracket behind a number, 1）, needs no partner.",
            {
                "straight": "Chinese text takes curly quotes: write {better}.",
                "nested": "Within quotes write “{better}”.",
                "no-opening": "“{text}” lacks its “{better}”: add it, or take the other out.",
            },
        ),
    ),
    Code(
        "doubled-punctuation",
        Severity.WARNING,
        Words(
            "标点重复、缺少或多余：{around}",
            "请写“{better}”。",
            "两个点号不连用（？！除外）；由几句话组成的一段，末尾也要有句号；标题末尾不加句号。只有一句的短语不必有句号，报告会按版式补齐或去掉。",
            {
                "heading": "标题末尾不加句号：请删去“{text}”。",
                "missing": "这段话的末尾缺句号：请写“{better}”。",
            },
        ),
        Words(
            "punctuation is doubled, lacking or too much: {around}",
            "Write “{better}”.",
            "Two stops do not follow each other (？！ may); a paragraph of several sentences ends with a stop, a heading does not. "
            "A single phrase needs none: the report sets or drops it as its layout wants.",
            {
                "heading": "A heading takes no full stop: delete “{text}”.",
                "missing": "The last sentence lacks its stop: write “{better}”.",
            },
        ),
    ),
    Code(
        "typed-numbering",
        Severity.WARNING,
        Words(
            "手工打的编号“{marks}”：{around}",
            "请删去编号；标题和条目由报告自动编号。",
            "报告自己给标题和条目编号：一、（一）1.（1）。手工打的编号会与它重复，增删之后还会错。"
            "句子里的（1）…；（2）…不算，只看一行的开头。",
            {"mixed": "请删去这些编号（它们的写法也不一致：{marks}）；标题和条目由报告自动编号。"},
        ),
        Words(
            "numbering typed by hand, “{marks}”: {around}",
            "Delete it; the report numbers its headings and items.",
            "The report numbers headings and items by itself. What is typed doubles that, and is wrong after the next change. "
            "Only the beginning of a line is looked at, （1） within a sentence is fine.",
            {
                "mixed": "Delete these numbers, which are of several kinds ({marks}); the report numbers headings and items."
            },
        ),
    ),
)
