"""The words of findings about Excel workbooks: what a cell shows, stores and hides."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

_SAVE = "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”。"
_SAVE_EN = "Open it in Excel or WPS and save it as an Excel workbook (.xlsx)."

FILES: tuple[Code, ...] = (
    Code(
        "not-a-workbook",
        Severity.ERROR,
        Words(
            "这个文件不是可以读的 Excel 工作簿",
            _SAVE,
            "只读 .xlsx 和 .xlsm 工作簿。改后缀名不会改变文件的内容，须在 Excel 或 WPS 里另存。",
            {
                "password": "它设了打开密码：请在 Excel 里选“文件—信息—保护工作簿”，去掉密码后保存。",
                "old": "这是 Excel 97—2003 的旧格式（.xls）：" + _SAVE,
                "other": "这是旧格式的 Office 文件：" + _SAVE,
                "binary": "这是二进制工作簿（.xlsb）：" + _SAVE,
                "open-document": "这是 OpenDocument 文件（.ods）：" + _SAVE,
                "numbers": "这是 Numbers 文件：请在 Numbers 里选“文件—导出为—Excel”。",
                "word": "这是 Word 文档：请把内容放进工作簿，另存为 .xlsx。",
                "slides": "这是演示文稿：请把内容放进工作簿，另存为 .xlsx。",
                "text": "内容像是文本或网页，只是叫作 Excel 文件：是 CSV 就把后缀改为 .csv；"
                "是网页表格就在 Excel 里打开，另存为 .xlsx。",
                "truncated": "文件不完整，可能没有下载完：请重新取一份，或在 Excel 里打开并修复后再保存。",
                "archive": "这是压缩包，里面没有工作簿：请先解压，给出其中的 .xlsx 文件。",
                "empty": "文件是空的：请重新保存工作簿。",
            },
        ),
        Words(
            "this file is no Excel workbook that can be read",
            _SAVE_EN,
            "Workbooks of the kinds .xlsx and .xlsm are read. Another suffix does not change a file; save it anew in Excel or WPS.",
            {
                "password": "It has a password: in Excel choose File, Info, Protect Workbook, take the password out and save.",
                "old": "This is the old format of Excel 97 to 2003 (.xls). " + _SAVE_EN,
                "other": "This is an Office file of the old format. " + _SAVE_EN,
                "binary": "This is a binary workbook (.xlsb). " + _SAVE_EN,
                "open-document": "This is an OpenDocument file (.ods). " + _SAVE_EN,
                "numbers": "This is a Numbers file: in Numbers choose File, Export To, Excel.",
                "word": "This is a Word document: put its content into a workbook and save that as .xlsx.",
                "slides": "These are slides: put their content into a workbook and save that as .xlsx.",
                "text": "It holds text or a web page under the name of a workbook: call a CSV file .csv; open a web page's "
                "table in Excel and save it as .xlsx.",
                "truncated": "The file is not whole, perhaps a download that was cut off: fetch it again, or open, repair and "
                "save it in Excel.",
                "archive": "This is an archive without a workbook: unpack it and name the .xlsx file in it.",
                "empty": "The file is empty: save the workbook anew.",
            },
        ),
    ),
    Code(
        "broken-workbook",
        Severity.ERROR,
        Words(
            "工作簿已损坏，“{part}”读不通",
            "请在 Excel 或 WPS 里打开，按提示修复，然后另存为 .xlsx。",
            "工作簿是一个压缩包，里面的各部分互相引用。有一处对不上，其余的数也不能相信，所以整份不读。",
            {
                "doctype": "这一部分带有文档类型声明，Excel 从不这样写，可能是恶意文件：请核实来源，再用 Excel 另存一份。",
                "archive": "压缩数据有误，可能没有下载完：请重新取一份。",
            },
        ),
        Words(
            "the workbook is damaged: “{part}” cannot be read",
            "Open it in Excel or WPS, let it be repaired, and save it as .xlsx.",
            "A workbook is an archive whose parts refer to each other. Where one does not fit, the other numbers cannot be "
            "trusted, so none is read.",
            {
                "doctype": "This part declares a document type, which Excel never writes; the file may be hostile. Make sure "
                "where it comes from, and save it anew in Excel.",
                "archive": "The packed bytes are wrong, perhaps a download that was cut off: fetch the file again.",
            },
        ),
    ),
    Code(
        "oversized-workbook",
        Severity.ERROR,
        Words(
            "工作簿太大，读不了",
            "数据包只放汇总后的数字和文字；明细数据请先汇总。",
            "上限用来挡住误选的明细文件，也挡住很小、展开却极大的文件。多出来的常常是整列设了格式的空行："
            "选中表格下方的所有行，右键删除，再保存。",
            {
                "unpacked": "{part} 展开后超过 {limit} MB：多半是明细表，或是成片设了格式的空行空列。请删去，再保存。",
                "cells": "{part} 的行和单元格超过 {limit} 个：多半是明细表，请先汇总；或是成片设了格式的空行，"
                "请选中表格下方的行，删除，再保存。",
                "texts": "文字超过 {limit} 条：明细数据请先汇总。",
                "parts": "压缩包里的部分超过 {limit} 个，不像是工作簿：" + _SAVE,
                "far": "{part} 离表格太远（表格最宽 {limit} 列）：多半是误按键盘留下的，请清除这个单元格，再保存。",
            },
        ),
        Words(
            "the workbook is too large to be read",
            "A bundle holds totals and texts only; sum up raw data first.",
            "The limit keeps out raw exports, and small files that unpack without end. Often the surplus is blank rows "
            "with a format: select all rows below the table, delete them and save.",
            {
                "unpacked": "{part} unpacks to more than {limit} MB: raw data, or blank rows and columns with formats. Delete "
                "them and save.",
                "cells": "{part} has more than {limit} rows and cells: raw data, which are to be summed up first, or blank rows with "
                "formats: select the rows below the table, delete them and save.",
                "texts": "There are more than {limit} texts: sum up raw data first.",
                "parts": "The archive has more than {limit} parts and hardly is a workbook. " + _SAVE_EN,
                "far": "{part} lies too far from the table (at most {limit} columns wide), mostly a slip of the keyboard: clear "
                "that cell and save.",
            },
        ),
    ),
)

SEEN: tuple[Code, ...] = (
    Code(
        "skipped-sheet",
        Severity.INFO,
        Words(
            "工作表“{sheet}”没有读",
            "它是隐藏的：要读入，请在 Excel 里取消隐藏；不用的可以删去。",
            "隐藏的工作表多半是草稿或中间计算，不进报告。",
            {
                "chart": "这是图表页，没有单元格；报告里的图由数据画出。",
                "other": "它是宏表或对话框，不是普通的工作表；宏从不运行。",
            },
        ),
        Words(
            "sheet “{sheet}” was not read",
            "It is hidden: to have it read, unhide it in Excel; delete it if it is of no use.",
            "Hidden sheets mostly hold drafts or calculations and stay out of the report.",
            {
                "chart": "It is a chart sheet without cells; the report's charts are drawn from the figures.",
                "other": "It is a sheet of macros or a dialog; macros never run.",
            },
        ),
    ),
    Code(
        "hidden-cells",
        Severity.INFO,
        Words(
            "工作表“{sheet}”里看不见的 {what}没有读",
            "这些行是隐藏的；要读入，请在 Excel 里取消隐藏。",
            "报告只用人看得见的单元格。因筛选而看不见的行也不读：忘了取消筛选，指标就会少，所以那是警告。",
            {
                "filtered": "筛选还开着：要读入这些行，请在 Excel 里清除筛选，再保存。",
                "columns": "这些列是隐藏的；要读入，请在 Excel 里取消隐藏。",
            },
        ),
        Words(
            "of sheet “{sheet}” {words} that nobody sees were not read",
            "These rows are hidden; to have them read, unhide them in Excel.",
            "A report uses the cells that people see. Rows that a filter hides are left out too; a filter left on by "
            "mistake loses metrics, so that is a warning.",
            {
                "filtered": "A filter is on: to have these rows read, clear it in Excel and save.",
                "columns": "These columns are hidden; to have them read, unhide them in Excel.",
            },
        ),
    ),
    Code(
        "unread-content",
        Severity.INFO,
        Words(
            "这里有不读入的内容：{what}",
            "其中如有要写进报告的内容，请移到单元格里。",
            "报告由单元格里的数字和文字写成；批注、图片、文本框、图表、宏等不读，宏也不会运行。",
        ),
        Words(
            "this holds what is not read: {words}",
            "Put into cells whatever of it is meant for the report.",
            "Reports are made of the figures and texts in cells; comments, pictures, text boxes, charts and macros are not "
            "read, and macros never run.",
        ),
    ),
    Code(
        "merged-cells",
        Severity.WARNING,
        Words(
            "合并单元格 {area} 里的“{text}”只算在第一格",
            "请取消合并，在每一行各写各的值。",
            "“分组”“所属”这样的列，合并单元格会向下填满，因为那正是合并的意思。别的列不填：一个数合并在几行上，"
            "可能是各行都有，也可能是几行共有。",
        ),
        Words(
            "“{text}” in the merged cells {area} counts for the first of them only",
            "Unmerge them and give each row its own value.",
            "In columns such as 分组 and 所属 merged cells are filled down, since that is what merging means there. In others "
            "they are not: a figure over three rows may belong to each of them, or to all together.",
        ),
    ),
    Code(
        "covered-cells",
        Severity.WARNING,
        Words(
            "合并单元格下面还压着别的值，没有读：{what}",
            "这些值在 Excel 里看不见：不要的，取消合并后清除；要的，取消合并，在各格里写明。",
            "合并以后人只看得见第一格，别的格里原来的值有时还留在文件里。报告只用人看得见的值。",
        ),
        Words(
            "merged cells cover other values, which were not read: {words}",
            "Nobody sees these values in Excel: unmerge the cells, then clear what is of no use and keep what is meant.",
            "Of merged cells people see the first only, yet the file may still hold what the others said. A report uses "
            "what people see.",
        ),
    ),
    Code(
        "cell-error",
        Severity.ERROR,
        Words(
            "单元格里是错误值 {text}",
            "请改正公式；确实没有数值的，留空或写“不适用”。",
            "公式算不出结果时，Excel 会显示错误值。它不是数，也不等于没有，所以不能进报告。",
            {
                "DIV/0": "公式除以了零或空单元格：请改正；没有可比数据的，写“不适用”。",
                "N/A": "公式没有查到对应的值：请改正；确实没有数值的，写“不适用”。",
                "REF": "公式引用的单元格已被删除：请重新写公式。",
                "NAME": "公式里有认不出的名称或函数：请改正。",
                "VALUE": "公式把文字当成了数：请检查它引用的单元格。",
            },
        ),
        Words(
            "the cell holds the error {text}",
            "Mend the formula; where there is no figure, leave it empty or write 不适用.",
            "Excel shows an error where a formula has no result. It is neither a number nor nothing, so it cannot go into "
            "a report.",
            {
                "DIV/0": "The formula divides by nought or by an empty cell: mend it, or write 不适用 where nothing compares.",
                "N/A": "The formula found no value: mend it, or write 不适用 where there is none.",
                "REF": "The cell that the formula refers to was deleted: write the formula anew.",
                "NAME": "The formula has a name or a function that nobody knows: mend it.",
                "VALUE": "The formula takes a text for a number: look at the cells it refers to.",
            },
        ),
        is_cause=True,
    ),
    Code(
        "uncalculated-formula",
        Severity.ERROR,
        Words(
            "这里的公式还没有算出结果",
            "请在 Excel 或 WPS 里打开工作簿，等它算完，保存一次；或者把公式换成数值。",
            "读到的是工作簿上次保存的结果。由程序生成、从未在 Excel 里打开过的工作簿没有结果，不能当作零。",
        ),
        Words(
            "the formula here has no result yet",
            "Open the workbook in Excel or WPS, let it calculate and save it; or put a value in place of the formula.",
            "Formulas are read as last saved. A workbook made by a program and never opened in Excel has no results, and "
            "none is taken for nought.",
        ),
        is_cause=True,
    ),
    Code(
        "shown-otherwise",
        Severity.ERROR,
        Words(
            "单元格存的是 {stored}，按格式“{format}”显示的却是另一回事",
            "请把单元格格式改成“常规”，核对数值；单位写在“单位”列里。",
            "报告里的数要与人在表里看到的一致。显示与存储对不上、又说不清哪个是本意时，不作猜测。",
            {
                "scaled": "格式里的逗号把数缩小了显示，却没有写出相应的单位（一个逗号是千）："
                '请写成 0!.0,"万" 或 #,##0,"千元" 这样，或者改成“常规”。',
                "sign": "正负号与显示的相反：请在格式里写出负号或括号，或者改成“常规”。",
                "words": "格式把这个数显示成文字或空白：确实没有数值的，请清空单元格或写“不适用”；是零，请改成“常规”。",
                "mask": "格式在数字中间加了文字，而这个数不是整数：请改成“常规”。",
                "date": "它不是日历上的一天（Excel 有一个不存在的1900年2月29日）：请改成实际的日期。",
                "days": "时长超过一天，而格式只显示钟点：请把格式改成 [h]:mm:ss。",
            },
        ),
        Words(
            "the cell stores {stored}, yet its format “{format}” shows something else",
            "Set the cell's format to General and check the figure; the unit goes into the column 单位.",
            "A report says what people see in the sheet. Where that differs from what is stored, and it is not clear which is "
            "meant, nothing is guessed.",
            {
                "scaled": "Commas in the format make the number smaller without a unit that says so (one comma is a thousand): "
                'write 0!.0,"万" or #,##0,"千元", or set the format to General.',
                "sign": "The sign shown is the opposite one: put a minus sign or brackets into the format, or set it to General.",
                "words": "The format shows words or nothing for this number: clear the cell or write 不适用 if there is no "
                "figure; set the format to General if it is nought.",
                "mask": "The format puts words between the digits of a number that is not whole: set it to General.",
                "date": "It is no day of the calendar (Excel has a 29 February 1900 that never was): give the real date.",
                "days": "It is longer than a day, but the format shows the time of a day: set it to [h]:mm:ss.",
            },
        ),
    ),
)

WORKBOOK: tuple[Code, ...] = (*FILES, *SEEN)
