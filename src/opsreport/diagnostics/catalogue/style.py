"""The words of findings about a style: its folder, its templates and the markup they print."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words
from opsreport.diagnostics.catalogue.word_files import REFUSED_EN, REFUSED_ZH

_MARKUP_ZH = {
    "stray-text": "<{tag}> 里只能放标签，文字“{text}”请放进 <p> 或 <li>。",
    "too-deep": "标签 <{tag}> 套得太深，请减少嵌套层数。",
    "doctype": "请删去 <!DOCTYPE …>，标记不需要文档类型。",
    "not-well-formed": "标签必须成对、正确嵌套，换行写 <br/>，& 写 &amp;（解析器的说明：{reason}）。",
    "not-a-block": "<{tag}> 不能单独成段，请放进 <p>、<li> 或单元格里。",
    "unknown-series": "style.yaml 的 numbering 里没有“{name}”，现有：{known}。",
    "misplaced": "<{tag}> 不能直接放在 <{parent}> 里。",
    "inside-block": "<{tag}> 是整份报告的一部分，请直接放在 <body> 里，不放在 <{parent}> 里。",
    "second-cover": '一份报告只有一个封面（<div class="cover">），请删去第二个。',
    "on-cover": "封面上只放 <p> 和 <dl>，<{tag}> 请放到封面后面。",
    "uneven-particulars": "<dl> 里的 <dt> 和 <dd> 要一一成对。",
    "not-an-inline": "<{tag}> 不能放在一行文字里。",
    "not-a-report": "模板要输出一个 <report>，里面依次是 <head> 和 <body>。",
    "unknown-tag": "没有 <{tag}> 这个标签；可用的标签见 templates/README.md。",
    "unknown-attribute": "<{tag}> 没有属性“{name}”。",
    "not-a-number": "<{tag}> 的 {name} 应是 1 到 100 的整数，现为“{text}”。",
    "encoding": "标记用 UTF-8，请删去第一行的 encoding=“{encoding}”。",
    "no-role": "<{tag}> 要写 class，说明它的角色；可用的角色见 templates/README.md。",
    "no-columns": "表格要有 <colgroup>，逐列写 <col width=…/>，最多 63 列（Word 的上限）。",
    "bad-column": "<col> 的 width 应是 0.1 到 1000 的数字，align 应是 start、center 或 end，现为“{width}”“{align}”。",
    "long-rowspan": "rowspan 跨过了表头（或表身）的最后一行，请改小，或补上后面的行。",
    "uneven-row": "每一行的单元格（含跨列、跨行）要正好占满 {columns} 列。",
    "empty-chart": "<chart> 里要有 <category> 和 <series>。",
    "uneven-series": "<series> 里先是 <name>，再是与 <category> 一样多的 <point>（{categories} 个，现为 {points} 个）。",
    "bad-choice": "{name} 应是其中之一：{known}，现为“{text}”。",
    "bad-amount": "<point> 的 value 应是普通数字，现为“{text}”。",
    "bad-address": "链接只能以 http://、https:// 或 mailto: 开头，现为“{href}”。",
    "unknown-target": "<ref> 指的“{to}”不在报告里，或者是没有表题、图题的表、图；请核对 id，现有：{known}。",
}

_MARKUP_EN = {
    "stray-text": "<{tag}> holds tags only; put the words “{text}” into <p> or <li>.",
    "too-deep": "<{tag}> is nested too deep; use fewer levels.",
    "doctype": "Remove <!DOCTYPE …>; the markup needs none.",
    "not-well-formed": "Close and nest every tag, write <br/> and &amp; (the parser says: {reason}).",
    "not-a-block": "<{tag}> cannot stand alone; put it into <p>, <li> or a cell.",
    "unknown-series": "style.yaml has no numbering “{name}”; it has: {known}.",
    "misplaced": "<{tag}> cannot stand directly inside <{parent}>.",
    "inside-block": "<{tag}> belongs to the whole report; put it into <body>, not inside <{parent}>.",
    "second-cover": 'A report has one cover (<div class="cover">); remove the second.',
    "on-cover": "A cover holds <p> and <dl> only; put <{tag}> after it.",
    "uneven-particulars": "Every <dt> of a <dl> needs its <dd>.",
    "not-an-inline": "<{tag}> cannot stand within a line of text.",
    "not-a-report": "A template prints one <report> with a <head> and a <body>.",
    "unknown-tag": "There is no tag <{tag}>; templates/README.md lists the tags.",
    "unknown-attribute": "<{tag}> has no attribute “{name}”.",
    "not-a-number": "{name} of <{tag}> is a whole number from 1 to 100, not “{text}”.",
    "encoding": "The markup is UTF-8; remove encoding=“{encoding}” from its first line.",
    "no-role": "<{tag}> needs a class that names its role; templates/README.md lists the roles.",
    "no-columns": "A table needs a <colgroup> with a <col width=…/> for each column, 63 at most as Word allows.",
    "bad-column": "A <col> takes a number from 0.1 to 1000 as width and start, center or end as align, not “{width}”, “{align}”.",
    "long-rowspan": "A rowspan reaches below the last row of its head or body; make it smaller or add the rows.",
    "uneven-row": "The cells of each row must fill exactly {columns} columns, spans included.",
    "empty-chart": "A <chart> needs a <category> and a <series>.",
    "uneven-series": "A <series> holds a <name> and as many <point> as there are <category> ({categories}, not {points}).",
    "bad-choice": "{name} is one of {known}, not “{text}”.",
    "bad-amount": "value of <point> is a plain number, not “{text}”.",
    "bad-address": "Links start with http://, https:// or mailto:, not “{href}”.",
    "unknown-target": "<ref> names “{to}”, which is not there or has no caption; check the id, there are: {known}.",
}

STYLE: tuple[Code, ...] = (
    Code(
        "unknown-style",
        Severity.ERROR,
        Words(
            "没有名为“{name}”的样式",
            "可用的样式：{known}；自己的样式请写文件夹路径，如 --style ./house-style。",
            "样式或者是内置的（用 opsreport styles 查看），或者是一个装有 style.yaml 和 report.html.j2 的文件夹。",
            {
                "none-given": "请在命令里写 --style memo，或在数据包的 report 下写 style: memo。",
                "near": "是不是想写 {near}？可用的样式：{known}。",
                "folder": "这个文件夹里没有 style.yaml；请写一个，至少三行：contract: 1、extends: memo、title: 样式的名称。",
            },
        ),
        Words(
            "there is no style “{name}”",
            "Known styles: {known}; for a style of your own give its folder, as in --style ./house-style.",
            "A style is either built in (`opsreport styles` lists them) or a folder with style.yaml and "
            "report.html.j2.",
            {
                "none-given": "Add --style memo to the command, or `style: memo` under `report` in the bundle.",
                "near": "Did you mean {near}? Known styles: {known}.",
                "folder": "That folder has no style.yaml; write one, three lines at least: contract: 1, extends: memo, "
                "title: the style's title.",
            },
        ),
    ),
    Code(
        "bad-style",
        Severity.ERROR,
        Words(
            "样式“{name}”的 style.yaml 有误：{field}",
            "请写成 {expected}。",
            "style.yaml 说明样式的名称、标题编号和它需要的报告信息；写法见 templates/README.md。",
        ),
        Words(
            "style.yaml of style “{name}” is wrong at {field}",
            "Write {expected}.",
            "style.yaml gives a style's title, its heading numbers and the header fields it needs; see "
            "templates/README.md.",
        ),
    ),
    Code(
        "bad-reference",
        Severity.ERROR,
        Words(
            "{file} 不能用作 Word 文件的外观",
            "请以 opsreport style reference memo -o my.docx 写出的文件为底本，在 Word 里改样式后另存为 .docx。",
            "参考文档提供 Word 样式、页面、页眉页脚和标志。它可能来自任何地方，又会被每个看报告的人打开，"
            "所以先行检查：有宏、外部链接、嵌入对象或已损坏的，一律不用。",
            REFUSED_ZH,
        ),
        Words(
            "{file} cannot give the look of Word files",
            "Start from what `opsreport style reference memo -o my.docx` writes, change its styles in Word and save it as .docx.",
            "A reference document gives the Word styles, the page, header, footer and logo. It may come from anywhere, and "
            "everyone who reads the report opens it, so it is checked first: none with macros, links to elsewhere or "
            "embedded objects is used, nor a damaged one.",
            REFUSED_EN,
        ),
    ),
    Code(
        "missing-styles",
        Severity.WARNING,
        Words(
            "{file} 里缺 {count} 个样式，已按内置的补上：{styles}",
            "要自己定它们的外观，请在 Word 里新建同名样式；opsreport style reference memo -o my.docx 写出的文件里样样都有。",
            "报告按名称使用参考文档里的样式，中文名（标题 1、页眉、题注）与英文名都认。缺少的样式照内置的补上，"
            "其中没有写明的字体沿用参考文档的正文。列表样式要带编号或项目符号，三级都要有。",
        ),
        Words(
            "{file} lacks {count} styles, filled in from the built-in ones: {styles}",
            "To give them a look of your own, make styles of these names in Word; what `opsreport style reference memo -o "
            "my.docx` writes has them all.",
            "A report uses the styles of its reference document by their names, Chinese or English. Those it lacks have "
            "the built-in look, in the body's font where they name none. A list style brings three levels of a list.",
        ),
    ),
    Code(
        "context-version",
        Severity.ERROR,
        Words(
            "样式“{name}”按第 {found} 版约定编写，本程序使用第 {known} 版",
            "请按 templates/README.md 调整样式后，把 contract 改为 {known}。",
            "模板能用的名称是一份有版本的约定。版本不同，名称的含义可能已变，因此不会勉强生成。",
        ),
        Words(
            "style “{name}” is written for contract {found}; this program keeps contract {known}",
            "Adapt the style after templates/README.md, then set contract to {known}.",
            "The names a template may use are a versioned promise; under another version they may mean "
            "something else, so nothing is built.",
        ),
    ),
    Code(
        "template-syntax",
        Severity.ERROR,
        Words(
            "模板语法有误：{problem}",
            "请检查这一行的 {{% %}} 和 {{{{ }}}} 是否成对。",
            "样式的模板用 Jinja 书写。语法错误的模板一行也不会执行。",
            {
                "too-deep": "嵌套太深：{{% if %}}、{{% for %}} 等最多套 16 层，括号与运算最多约 100 层；请拆成几个宏。"
            },
        ),
        Words(
            "template syntax: {problem}",
            "Check that {{% %}} and {{{{ }}}} on this line are complete.",
            "A style's templates are written in Jinja. A template with a syntax error is not run at all.",
            {
                "too-deep": "Nested too deep: {{% if %}}, {{% for %}} and the like go 16 levels deep, brackets and "
                "operators some 100; split it into macros."
            },
        ),
    ),
    Code(
        "undefined-name",
        Severity.ERROR,
        Words(
            "模板用了不存在的名称：{name}",
            "可用的名称见 templates/README.md；拼写是否有误？",
            "模板里写错的名称不会悄悄印成空白，而是停下来报告。",
            {
                "near": "是不是想写 {near}？这里可用的名称：{known}。",
                "known": "这里可用的名称：{known}；含义见 templates/README.md。",
            },
        ),
        Words(
            "the template uses a name that does not exist: {name}",
            "templates/README.md lists the names; is it misspelt?",
            "A wrong name in a template never prints as a blank; the build stops and says so.",
            {
                "near": "Did you mean {near}? The names here: {known}.",
                "known": "The names here: {known}; templates/README.md says what they mean.",
            },
        ),
    ),
    Code(
        "unknown-block",
        Severity.ERROR,
        Words(
            "模板重写的 block“{name}”在它继承的模板里没有",
            "继承的模板里有这些 block：{known}。",
            "继承的模板只印它自己有的 block。名称写错的 block 会连同其中的文字一起消失，因此停下来报告。",
            {"near": "是不是想写 {near}？继承的模板里有这些 block：{known}。"},
        ),
        Words(
            "the template fills a block “{name}” that the template it extends does not have",
            "The blocks it has: {known}.",
            "The template extended prints its own blocks only. A block under another name would vanish with all "
            "its words, so the build stops and says so.",
            {"near": "Did you mean {near}? The blocks it has: {known}."},
        ),
    ),
    Code(
        "words-outside-blocks",
        Severity.WARNING,
        Words(
            "模板里 block 之外的内容不会印出：{text}",
            "请把它移进一个 block，如 {{% block closing %}} … {{% endblock %}}；不要的话删去。",
            "继承别的模板时，只有写在 block 里的内容才印出；block 之外只用来写宏、赋值和 import。",
        ),
        Words(
            "what the template has outside its blocks is not printed: {text}",
            "Move it into a block, as {{% block closing %}} … {{% endblock %}}, or remove it.",
            "A template that extends another prints its blocks only; macros, assignments and imports are all that "
            "has a use outside them.",
        ),
    ),
    Code(
        "template-not-found",
        Severity.ERROR,
        Words(
            "找不到模板“{name}”",
            "内置模板写全名，如 opsreport/memo/report.html.j2；自己的文件写样式文件夹里的文件名。",
            "模板只能引用内置样式和自己文件夹里的文件。每个样式从它文件夹里的 report.html.j2 开始。",
            {
                "entry": "请在样式文件夹里建一个 {name}；只改外观时，里面只要一行："
                '{{% extends "opsreport/{parent}/{name}" %}}',
            },
        ),
        Words(
            "there is no template “{name}”",
            "Give built-in templates their full name, as opsreport/memo/report.html.j2, and your own files "
            "their name in the style's folder.",
            "A template can refer to built-in templates and to files in its own folder only. Every style starts "
            "from the report.html.j2 of its folder.",
            {
                "entry": "Write a {name} into the style's folder; to change the look alone, one line will do: "
                '{{% extends "opsreport/{parent}/{name}" %}}',
            },
        ),
    ),
    Code(
        "template-forbidden",
        Severity.ERROR,
        Words(
            "模板做了不允许的事：{problem}",
            "模板只挑选词句：数字由程序算好，用 {{{{ metric.vs_last_year }}}} 一类的名称印出来。",
            "模板在沙箱里运行：不能计算、不能读文件、只能调用宏；循环与调用合计最多 50 万次，拼出的一段文字最多 100 万字，"
            "列表最多 1 万项，整份输出最多 32 MB。",
            {
                "steps": "循环与调用合计超过了 50 万次：请减少互相嵌套的循环。",
                "size": "模板拼出的文字或列表比任何报告都长：请检查反复相加的变量。",
            },
        ),
        Words(
            "the template does what templates may not do: {problem}",
            "Templates choose words; figures come ready, as {{{{ metric.vs_last_year }}}}.",
            "Templates run in a sandbox: no arithmetic, no files, no calls but of macros; at most 500,000 rounds and "
            "calls together, a million characters in one text put together, 10,000 items in a list, 32 MB in all.",
            {
                "steps": "Loops and calls add up to more than 500,000: nest fewer loops.",
                "size": "The template puts together texts or lists longer than any report: look for a variable that "
                "keeps doubling.",
            },
        ),
    ),
    Code(
        "template-failed",
        Severity.ERROR,
        Words(
            "模板在这一行停住了：{problem}",
            "请检查这一行用到的名称是不是列表、文字或对象中的那一种，见 templates/README.md。",
            "模板对一个值做了它不支持的操作，例如对一段文字逐项循环取字段。",
        ),
        Words(
            "the template stopped at this line: {problem}",
            "Check whether the names on this line are lists, texts or objects; see templates/README.md.",
            "The template did something to a value that the value does not support.",
        ),
    ),
    Code(
        "bad-markup",
        Severity.ERROR,
        Words(
            "样式“{style}”输出的标记第 {line} 行有误：{excerpt}",
            "请按 templates/README.md 的标签表修改模板。",
            "模板输出一种封闭的标记，标签不多，写法同 HTML，但每个标签都要闭合。"
            "用 --stop-after markup 可以看到模板输出的全文。",
            _MARKUP_ZH,
        ),
        Words(
            "the markup of style “{style}” is wrong at its line {line}: {excerpt}",
            "Mend the template after the table of tags in templates/README.md.",
            "Templates print a small closed markup, written like HTML with every tag closed. "
            "--stop-after markup shows all that a template printed.",
            _MARKUP_EN,
        ),
    ),
    Code(
        "unmapped-role",
        Severity.ERROR,
        Words(
            "样式“{style}”输出的标记第 {line} 行：<{tag}> 没有“{name}”这个角色",
            "可用的角色见 templates/README.md；是不是写错了 class？",
            "段落、文字、表格和方框的外观由角色决定，每个角色在 Word 和 PDF 里都有对应的样式。",
        ),
        Words(
            "line {line} of the markup of style “{style}”: <{tag}> has no role “{name}”",
            "templates/README.md lists the roles; is the class misspelt?",
            "The look of paragraphs, words, tables and boxes hangs on roles; each has a style in Word and PDF.",
        ),
    ),
)
