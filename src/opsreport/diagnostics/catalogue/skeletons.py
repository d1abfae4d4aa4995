"""The words of findings about skeletons: Word files with slots for a report."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words
from opsreport.diagnostics.catalogue.word_files import REFUSED_EN, REFUSED_ZH

_HOW_ZH = "在 Word 里选中要放内容的一段，点“开发工具 → 格式文本内容控件”，再在“属性”的“标记”里写 slot:正文 这样的名称。"
_HOW_EN = (
    "In Word select the paragraph that the content is to take, choose Developer → Rich Text Content Control, and write a "
    "name such as slot:body into the tag under Properties."
)

SKELETONS = (
    Code(
        "bad-skeleton",
        Severity.ERROR,
        Words(
            "{file} 不能用作骨架",
            "请在 Word 里打开它，另存为“Word 文档（*.docx）”。",
            "骨架是单位自己画的 Word 文件：红头、印章、封面，留出放报告的位置。它可能来自任何地方，又会随报告发出，"
            "所以先行检查：有宏、外部链接、嵌入对象或已损坏的，一律不用。",
            REFUSED_ZH,
        ),
        Words(
            "{file} cannot be used as a skeleton",
            "Open it in Word and save it as a “Word Document (*.docx)”.",
            "A skeleton is a Word file drawn by staff: a red head, a seal, a cover, with room for the report. It may come "
            "from anywhere and goes out with every report, so it is checked first: none with macros, links to elsewhere or "
            "embedded objects is used, nor a damaged one.",
            REFUSED_EN,
        ),
    ),
    Code(
        "unknown-slot",
        Severity.ERROR,
        Words(
            "{file} 里的位置“{name}”，报告里没有叫这个名字的内容",
            "请把控件的标记改成这些名称之一：{known}……或一个标题、一处数据（如 slot:report.number）。",
            "骨架里标记为 slot:名称 的内容控件是放报告的位置。名称可以是报告的一部分（正文、目录、文头、摘要、请示、落款、封面），"
            "一句现成的话（标题、单位、作者、日期），一个标题或它的编号（第一部分），或数据包里印得出的一处（report.number）。",
            {"near": "是不是想写 slot:{near}？"},
        ),
        Words(
            "the report has nothing by the name of the slot “{name}” in {file}",
            "Change the tag of the control to one of {known} …, a heading, or a place such as slot:report.number.",
            "A content control tagged slot:name is room for the report. The name is that of a part (body, contents, "
            "particulars, abstract, request, closing, cover), of words at hand (title …), a heading or its number, or a place "
            "of the bundle that is printed.",
            {"near": "Did you mean slot:{near}?"},
        ),
    ),
    Code(
        "empty-slot",
        Severity.WARNING,
        Words(
            "{file} 里的位置“{name}”，这份报告没有可放的内容，空着",
            "如果不该空，请在数据包里补上；如果用不着，请在骨架里删去这个控件。",
            "报告的部分随数据包而定：没有写 request，就没有请示。空着的控件连同里面的提示文字都不印出。",
        ),
        Words(
            "this report has nothing for the slot “{name}” in {file}, which stays empty",
            "Add it to the bundle if it should not; delete the control if it is not needed.",
            "The parts of a report depend on the bundle. An empty control is not printed, nor is its prompt.",
        ),
    ),
    Code(
        "unusable-slot",
        Severity.ERROR,
        Words(
            "{file} 里的位置“{name}”放不下要放的内容",
            _HOW_ZH,
            "段落、表格和图要放在单独成段的控件里；行内的控件只放文字。一部分内容只放一处。",
            {
                "line": "它在一行字中间，只能放文字；请让控件单独占一段。",
                "row": "它套住了表格的整行；请把控件放进单元格里。",
                "repeated": "同一部分只能放一处；请删去其余的控件。一句话（如 slot:标题）可以放多处。",
            },
        ),
        Words(
            "what belongs into the slot “{name}” of {file} does not fit there",
            _HOW_EN,
            "Paragraphs, tables and charts want a control in a paragraph of its own; one in a line takes words. A part of the "
            "report stands in one place only.",
            {
                "line": "It stands in a line and takes words only; give it a paragraph of its own.",
                "row": "It is around a row of a table; put it into a cell.",
                "repeated": "A part stands in one place only; delete the other controls. Words may be repeated.",
            },
        ),
    ),
    Code(
        "unplaced-content",
        Severity.ERROR,
        Words(
            "{file} 里没有放正文的位置，报告从“{opening}”起有 {count} 段没有地方放",
            "请在要放正文的那一段加一个标记为 slot:正文 的内容控件。",
            "标记为 slot:正文 的控件放其他位置没有要走的全部内容，所以不会有一段报告悄悄丢失。" + _HOW_ZH,
            {"no-slots": _HOW_ZH},
        ),
        Words(
            "{file} has no slot for the body, so {count} blocks of the report from “{opening}” on have no place",
            "Add a content control tagged slot:body where the body is to stand.",
            "The slot body takes all that no other slot takes, so nothing of a report is lost unseen. "
            + _HOW_EN,
            {"no-slots": _HOW_EN},
        ),
    ),
    Code(
        "left-out-head",
        Severity.WARNING,
        Words(
            "样式自己的文头让给了 {file}，里面的 {places} 没有印出",
            "请在骨架里加上标记为 slot:{first} 的内容控件；不需要的可以不管。",
            "骨架自带红头或封面，所以样式的封面、单位行和标题不进正文。里面别处没有的内容，要在骨架里留出位置。",
        ),
        Words(
            "the style's own head makes way for {file}, and so {places} is not printed",
            "Add a content control tagged slot:{first} to the skeleton, or leave it at that.",
            "A skeleton brings its own head or cover, so those of the style are left out of the body. What stands nowhere else "
            "needs a slot.",
        ),
    ),
)
