"""The words of findings about files and how they are written."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

FILES: tuple[Code, ...] = (
    Code(
        "file-too-large",
        Severity.ERROR,
        Words(
            "文件有 {size} MB，超过 {limit} MB 的上限",
            "数据包只放汇总后的数字和文字；明细数据请先汇总，或拆成几份报告。",
            "一份报告的数据包通常只有几十 KB。过大的文件多半是误选了明细表或导出文件。",
        ),
        Words(
            "the file has {size} MB, over the limit of {limit} MB",
            "A bundle holds totals and texts only; sum up raw data first, or split the report.",
            "The bundle of one report usually has a few dozen KB. A larger file is mostly a raw export chosen by mistake.",
        ),
    ),
    Code(
        "unknown-encoding",
        Severity.ERROR,
        Words(
            "认不出这个文件的文字编码",
            "请在编辑器里另存为 UTF-8 编码的纯文本。",
            "依次按 UTF-8、带标记的 UTF-16、GB18030 读取，都读不通。为避免乱码进入报告，不作猜测。",
            {"office": "这是 Word 或 Excel 文件，不是文本：请把内容另存为 UTF-8 编码的 .yaml 文本。"},
        ),
        Words(
            "the text encoding of this file cannot be made out",
            "Save it as plain text in UTF-8.",
            "UTF-8, UTF-16 with its mark and GB18030 were tried in this order; nothing is guessed, lest garbled "
            "text gets into a report.",
            {
                "office": "This is a Word or Excel file, not a text: save its content as a .yaml text in UTF-8."
            },
        ),
    ),
    Code(
        "foreign-encoding",
        Severity.WARNING,
        Words(
            "这个文件按 GB18030（GBK）编码读取",
            "建议另存为 UTF-8，免得在别的电脑上变成乱码。",
            "文件不是 UTF-8，按 GB18030 能够读通，于是照此读取。请核对报告里的汉字是否正确。",
            {"several": "一共有 {count} 个文件是这样：建议都另存为 UTF-8，免得在别的电脑上变成乱码。"},
        ),
        Words(
            "this file was read as GB18030 (GBK)",
            "Save it as UTF-8, so that it reads the same on every machine.",
            "The file is not UTF-8 but can be read as GB18030, so it was. Check the Chinese words of the report.",
            {
                "several": "So were {count} files in all: save them as UTF-8, so that they read the same on every machine."
            },
        ),
    ),
    Code(
        "control-character",
        Severity.ERROR,
        Words(
            "这里有看不见的控制字符 {character}",
            "请删去这个字符：把光标放在它后面按退格键，或者重新手打这一行。",
            "控制字符多由网页、PDF 或即时通信软件粘贴带入，Word 和 PDF 不能容纳。粘贴自 Word 的软回车会自动当作换行。",
        ),
        Words(
            "an invisible control character {character} stands here",
            "Delete it: put the cursor behind it and press backspace, or type the line anew.",
            "Control characters come in with text pasted from web pages, PDFs or chats; Word and PDF cannot hold them. "
            "A soft return pasted from Word counts as a line break.",
        ),
    ),
    Code(
        "invisible-character",
        Severity.WARNING,
        Words(
            "这里有 {count} 个看不见的字符（零宽字符或书写方向标记），已去掉",
            "请重新手打这一段，或先粘贴为纯文本再复制过来。",
            "零宽空格、书写方向标记等字符看不见，却会让编号对不上、让文字次序颠倒，所以一律去掉。",
        ),
        Words(
            "{count} invisible characters (no-width blanks or direction marks) were removed here",
            "Type the words anew, or paste them as plain text first.",
            "Nobody sees them, but they keep ids from matching and can turn the order of words around.",
        ),
    ),
    Code(
        "empty-file",
        Severity.ERROR,
        Words(
            "文件里没有内容",
            "请从 examples 里的示例复制一份，换上自己的数字和文字。",
            "一份数据包至少要有 report 和报告样式所需的内容。",
        ),
        Words(
            "there is nothing in the file",
            "Start from a copy of one of the examples.",
            "A bundle has at least a report and what its style needs.",
        ),
    ),
    Code(
        "nesting-too-deep",
        Severity.ERROR,
        Words(
            "内容嵌套超过 {limit} 层",
            "请检查这里的缩进和括号；数据包最深只用到七八层。",
            "嵌套过深的文件不是正常的数据包，多半是括号没有配对。",
        ),
        Words(
            "the content is nested more than {limit} levels deep",
            "Check indentation and brackets here; a bundle needs seven or eight levels.",
            "No real bundle is that deep; mostly a bracket was left open.",
        ),
    ),
    Code(
        "too-many-values",
        Severity.ERROR,
        Words(
            "文件里的值超过 {limit} 个",
            "数据包只放汇总后的数字和文字；明细数据请先汇总。",
            "上限用来挡住误选的明细文件，正常的报告远远达不到。",
        ),
        Words(
            "the file holds more than {limit} values",
            "A bundle holds totals and texts only; sum up raw data first.",
            "The limit keeps out raw exports chosen by mistake; no report comes near it.",
        ),
    ),
)

_SYNTAX_ZH = {
    "quotes": "这段文字要加引号，请写成 {suggestion}",
    "flow": '在花括号或方括号里，含有 {{ }} [ ] , : 的文字要加英文双引号，如 {{title: 甲, text: "{{{{ id }}}}起"}}；'
    "也请检查括号是否成对。",
    "full-width-colon": "这里的冒号是全角“：”，请换成半角冒号加一个空格，如 标题: 三季度汇报。",
    "full-width-comma": "花括号里字段之间要用半角逗号“,”；“，”若是文字的一部分，请给整段文字加英文双引号。",
    "no-space": "冒号后面要有一个空格，如 unit: 万元。",
    "tab": "缩进不能用制表符（Tab），请换成空格。",
    "indent": "缩进里有全角空格或不换行空格，请换成普通空格。",
    "unclosed-quote": "从这里开始的引号没有结束，请在文字末尾补上同样的引号。",
    "escape": "双引号里的 \\ 后面写法不对；文字里要用反斜杠时请改用单引号。",
    "no-colon": "这一行没有“字段: 值”里的冒号；如果它是上一行文字的续行，请比上一行的字段多缩进两个空格。",
    "level": "这一行的缩进与上文对不上：同级的字段要左对齐，下级比上级多缩进两个空格，有下级的字段在冒号后不再写值。",
    "no-keys": "文件要由“字段: 值”组成，如 report: 下一行缩进写 title: 三季度汇报。",
}
_SYNTAX_EN = {
    "quotes": "This text needs quotes: write {suggestion}",
    "flow": "Within braces or brackets, a text with {{ }} [ ] , : needs double quotes, as in "
    '{{title: 甲, text: "{{{{ id }}}}起"}}; check too that every bracket is closed.',
    "full-width-colon": "This colon is full-width: write a half-width colon and a space, as in title: 三季度汇报.",
    "full-width-comma": "Within braces a half-width comma stands between fields; if “，” is part of a text, put double "
    "quotes around the whole text.",
    "no-space": "A colon needs a space after it, as in unit: 万元.",
    "tab": "Indent with spaces, not with tabs.",
    "indent": "There are wide or non-breaking spaces in the indentation; use plain spaces.",
    "unclosed-quote": "The quote that opens here is never closed; add the same quote at the end of the text.",
    "escape": "What follows a \\ in double quotes is wrong; use single quotes for a text with backslashes.",
    "no-colon": "This line has no “key: value” colon; if it continues the text above, indent it more than its key.",
    "level": "The indentation does not fit what is above: keys of one level line up, the level below has two more "
    "spaces, and a key with a level below has no value after its colon.",
    "no-keys": "A bundle consists of “key: value”, as in report: and, indented below, title: 三季度汇报.",
}
_FEATURES_ZH = {
    "alias": '请把内容在这里完整写一遍；如果这是文字，请加英文双引号，如 "**重点**"。',
    "anchor": "请删去“{text}”；如果它是文字的一部分，请给整段文字加英文双引号。",
    "tag": "请删去“{text}”：值的类型由字段决定；如果它是文字的一部分，请加英文双引号。",
    "documents": "一个文件只放一份报告：请删去中间的 --- 行，或拆成几个文件。",
}
_FEATURES_EN = {
    "alias": 'Write the content out here; if this is a text, put double quotes around it, as in "**重点**".',
    "anchor": "Remove “{text}”; if it is part of a text, put double quotes around the whole text.",
    "tag": "Remove “{text}”: the field says what its value is; if it is part of a text, use double quotes.",
    "documents": "One file holds one report: remove the line --- or split the file.",
}

YAML: tuple[Code, ...] = (
    Code(
        "yaml-syntax",
        Severity.ERROR,
        Words(
            "从这里起读不通，不符合 YAML 的写法",
            "请检查这一行和上一行：缩进要对齐，冒号后要有空格，引号和括号要成对。",
            "数据包用 YAML 写成：每行一个“字段: 值”，下级内容缩进两个空格，列表每项以“- ”开头。以 % @ ` * & ! | > {{ [ "
            "开头的文字，以及含有“: ”的文字，都要加英文双引号。",
            _SYNTAX_ZH,
        ),
        Words(
            "this cannot be read as YAML",
            "Check this line and the one before: indentation, the space after a colon, pairs of quotes and brackets.",
            "A bundle is YAML: a “key: value” per line, two more spaces for what belongs below, “- ” before each item of "
            "a list. A text that begins with % @ ` * & ! | > {{ [ or holds “: ” needs double quotes.",
            _SYNTAX_EN,
        ),
    ),
    Code(
        "unsupported-yaml",
        Severity.ERROR,
        Words(
            "数据包里不用 YAML 的这种写法：“{text}”",
            "请把内容直接写出来。",
            "锚点、引用、合并键、类型标记和一个文件多份文档会让同一处内容有两种读法，也能让很小的文件展开成无穷大，所以都不支持。",
            _FEATURES_ZH,
        ),
        Words(
            "bundles do not use this feature of YAML: “{text}”",
            "Write the content out.",
            "Anchors, aliases, merge keys, tags and several documents in a file allow two readings of one place, and let a "
            "tiny file grow without end; none is supported.",
            _FEATURES_EN,
        ),
    ),
    Code(
        "duplicate-key",
        Severity.ERROR,
        Words(
            "字段“{key}”写了两次，第一次在第 {line} 行",
            "请保留一个；若是两条内容，请写成列表的两项，每项以“- ”开头。",
            "同一处的同名字段只能有一个值。多数软件会悄悄用后一个盖掉前一个，数字就此丢失，所以这里报错。",
            {"label": "“{key}”和第 {line} 行的“{first}”是同一个字段（{name}），请保留一个。"},
        ),
        Words(
            "the key “{key}” is there twice, first in line {line}",
            "Keep one; for two things write two items of a list, each with “- ” before it.",
            "A key has one value in one place. Most programs silently let the last one win, and a figure is lost.",
            {"label": "“{key}” and “{first}” in line {line} are the same field ({name}); keep one."},
        ),
    ),
)

FIELDS: tuple[Code, ...] = (
    Code(
        "unknown-field",
        Severity.ERROR,
        Words(
            "{object}没有“{key}”这个字段",
            "可用的字段：{known}。",
            "写错的字段名不会被悄悄忽略，否则那里的内容就不会出现在报告里。字段名可写英文，也可写中文名称。",
            {
                "near": "是不是想写 {near}？",
                "no-space": "冒号要用半角，后面要有一个空格，如 {{name: 营业收入}}。",
                "computed": "“{key}”由程序算出：请写 去年同期（last_year）、上期（previous）或 目标（target）；要核对手填的数，"
                "请写在 已写数值（stated）下。",
            },
        ),
        Words(
            "“{key}” is not a field of a {thing}",
            "Fields: {names}.",
            "A misspelt field is never passed over in silence, or its content would be missing from the report. "
            "Fields may be written in English or by their Chinese names.",
            {
                "near": "Did you mean {near}?",
                "no-space": "Write a half-width colon and a space, as in {{name: 营业收入}}.",
                "computed": "“{key}” is worked out: give last_year, previous or target; a number to be checked goes under "
                "stated.",
            },
        ),
    ),
    Code(
        "missing-field",
        Severity.ERROR,
        Words(
            "{object}缺少“{words}”",
            "请补上 {key}: …",
            "没有这一项，内容就无法印出或核对。",
            {
                "one-of": "至少要写其中一项：{key}。",
                "kind": "单位“分”可能是评分，也可能是别的，请写明 kind: score（评分）或其他类型。",
            },
        ),
        Words(
            "a {thing} lacks “{key}”",
            "Add {key}: …",
            "Without it the content can be neither printed nor checked.",
            {
                "one-of": "Write at least one of {key}.",
                "kind": "The unit 分 may be a score or something else: say kind: score, or another kind.",
            },
        ),
    ),
    Code(
        "unknown-choice",
        Severity.ERROR,
        Words(
            "“{text}”不在可选的值里",
            "可选：{choices}。",
            "这个字段只能取几个固定的值，英文和中文写法都可以。",
            {"near": "是不是想写 {near}？可选：{choices}。"},
        ),
        Words(
            "“{text}” is none of the choices",
            "Choices: {words}.",
            "This field takes one of a few values, in English or in Chinese.",
            {"near": "Did you mean {near}? Choices: {words}."},
        ),
    ),
    Code(
        "wrong-shape",
        Severity.ERROR,
        Words(
            "“{key}”这里的写法不对",
            "请对照示例改写。",
            "有的字段是一段文字或一个数，有的是一组下级字段，有的是列表，不能互换。",
            {
                "text": "{key} 只写一个值，不写列表，也不写下级字段；以花括号、方括号开头的文字要加英文双引号。",
                "colon": "这段文字里有“: ”，被当成了字段和值：要加英文双引号，写成 {suggestion}",
                "mapping": "{key} 要写成一组下级字段：换行、缩进两个空格，每行一个“字段: 值”。",
            },
        ),
        Words(
            "“{key}” is not written the right way",
            "Compare with the examples.",
            "A field holds one text or number, or fields of its own, or a list; one cannot stand for the other.",
            {
                "text": "{key} takes one value, no list and no fields; a text that begins with a bracket needs quotes.",
                "colon": "The “: ” in this text makes it a key and a value: put it in double quotes, {suggestion}",
                "mapping": "{key} takes fields of its own: on new lines, indented by two spaces, one “key: value” each.",
            },
        ),
    ),
    Code(
        "bad-identifier",
        Severity.ERROR,
        Words(
            "“{text}”不能作编号",
            "编号可用字母、汉字、数字、_ 和 -，不能有空格、句点、引号和花括号。",
            "编号要能写进 {{{{ 编号.表述 }}}} 这样的引用，所以不能含有引用里有特殊含义的符号。",
            {"taken": "“{text}”已用来代表报告的方针，请换一个编号。"},
        ),
        Words(
            "“{text}” cannot be an id",
            "An id has letters, 汉字, digits, _ and -, but no blank, full stop, quote or brace.",
            "Ids are written into references such as {{{{ id.facet }}}}, so they cannot hold the signs that mean "
            "something there.",
            {"taken": "“{text}” stands for the guideline of the report; choose another id."},
        ),
    ),
    Code(
        "not-a-unit",
        Severity.ERROR,
        Words(
            "“{text}”不是单位",
            "请写 万元、%、家、秒、小时 这样的单位；% 要加英文双引号。",
            "单位决定数值怎样比较和印出。量词都可以作单位，前面可以加万、亿。",
        ),
        Words(
            "“{text}” is not a unit",
            "Write a unit such as 万元, %, 家, 秒, 小时; % needs double quotes.",
            "The unit decides how figures are compared and printed. Any counting word will do, also after 万 or 亿.",
        ),
    ),
    Code(
        "not-a-date",
        Severity.ERROR,
        Words(
            "“{text}”不是日期",
            "请写成 2025-10-14 这样的年月日，并确认当月有这一天。",
            "日期用来核对期限和成文时间，所以要写到日。",
        ),
        Words(
            "“{text}” is not a date",
            "Write year, month and day as in 2025-10-14, a day that exists.",
            "Dates are checked against the period and the deadlines, so they name a day.",
        ),
    ),
    Code(
        "not-a-period",
        Severity.ERROR,
        Words(
            "“{text}”不是可以认出的期间",
            "请写成 2025、2025H1、2025Q3、2025-09、2025年前三季度 或 2025-07-01..2025-08-15。",
            "期间决定同比、环比和“本季度”等字样，所以必须明确。“三季度”指单独一个季度，“前三季度”指累计。",
        ),
        Words(
            "“{text}” is not a period",
            "Write 2025, 2025H1, 2025Q3, 2025-09, 2025年前三季度 or 2025-07-01..2025-08-15.",
            "The period decides what figures are compared with and words such as 本季度, so it has to be clear.",
        ),
    ),
    Code(
        "not-a-whole-number",
        Severity.ERROR,
        Words(
            "“{text}”不合适，这里要一个 {least} 到 {most} 的整数",
            "请改写成整数，如 {least}。",
            "这里写的是位数、月份或个数。",
        ),
        Words(
            "“{text}” will not do: a whole number from {least} to {most} is due here",
            "Write a whole number, such as {least}.",
            "This is a number of places, a month or a count.",
        ),
    ),
    Code(
        "unknown-version",
        Severity.ERROR,
        Words(
            "数据包的版本是“{text}”，这个程序只认识 1",
            "请写 opsreport: 1，或换用能读这一版本的程序。",
            "版本号说明数据包按哪一版格式写成。",
        ),
        Words(
            "the bundle is of version “{text}”; this program knows 1 only",
            "Write opsreport: 1, or use a program that reads that version.",
            "The version says which format the bundle is written in.",
        ),
    ),
    Code(
        "bad-formula",
        Severity.ERROR,
        Words(
            "公式“{text}”读不懂",
            "请写成 甲 / 乙、甲 - 乙 或 甲.breakdown['分项'] / 乙，运算符两边各留一个空格。",
            "公式只用来核对数值，只允许两个指标相除或相减。它是一小段固定的写法，不会被当作程序执行。",
        ),
        Words(
            "the formula “{text}” cannot be read",
            "Write a / b, a - b or a.breakdown['part'] / b, with a space on both sides of the sign.",
            "Formulas only check figures: two metrics divided or subtracted. They are read, never run.",
        ),
    ),
    Code(
        "text-syntax",
        Severity.ERROR,
        Words(
            "文字里的“{text}”读不懂",
            "请写 {{{{ 编号 }}}} 或 {{{{ 编号.同比 }}}} 这样的引用。",
            "文字里可以用 {{{{ 编号.表述 }}}} 引用指标，用 **文字** 加重，用 [文字](https://…) 写链接，空一行另起一段。"
            "要印出 * [ {{ 等符号本身，请在前面加反斜杠 \\。其余写法一律报错，文字绝不会被当作程序执行。",
            {
                "braces": "双花括号里只能写一个编号，或“编号.表述”，如 {{{{ revenue.vs_last_year }}}}；花括号要用半角，成对出现。",
                "template": "数据包里的文字不能写模板语句；需要判断或循环请写在报告样式里。",
                "strong": "** 没有成对：请在要加重的文字前后各写 **；要印出星号请写 \\*\\*。",
                "address": "链接只能以 http://、https:// 或 mailto: 开头；不是链接请把方括号写成 \\[。",
                "no-references": "这里印的是原文，不能引用指标，请直接写出文字。",
            },
        ),
        Words(
            "“{text}” in this text cannot be read",
            "Write a reference such as {{{{ id }}}} or {{{{ id.vs_last_year }}}}.",
            "A text may hold {{{{ id.facet }}}} for a metric, **words** for weight, [words](https://…) for a link, a blank "
            "line for a new paragraph, and a backslash before a sign meant as itself. Anything else is an error; a text is "
            "never run.",
            {
                "braces": "Double braces hold one id, or “id.facet”, as in {{{{ revenue.vs_last_year }}}}, in half-width pairs.",
                "template": "A bundle's text holds no template statements; put choices and loops into the style.",
                "strong": "** comes in pairs, before and after the words; write \\*\\* for the signs themselves.",
                "address": "Links start with http://, https:// or mailto:; if none is meant, write \\[ for the bracket.",
                "no-references": "This is printed as it stands and takes no references; write the words out.",
            },
        ),
    ),
)

READING: tuple[Code, ...] = (*FILES, *YAML, *FIELDS)
