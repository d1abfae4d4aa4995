"""The words of findings about tables: files of a folder, sheets of a workbook, their headers and cells."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

_TABLES: tuple[Code, ...] = (
    Code(
        "no-tables",
        Severity.ERROR,
        Words(
            "这里没有可以读的表",
            "请放入 metrics.csv（或 指标.csv）等 CSV 文件；只有一个 YAML 数据包时，请直接写它的路径。",
            "CSV 形式的数据包是一个文件夹，每张表一个文件：report.csv 写表头，metrics.csv 写指标，其余按需要添加。",
            {
                "workbook": "里面有 Excel 工作簿，请直接写它的路径：{file}",
                "yaml": "里面有 YAML 数据包，请直接写它的路径：{file}",
                "sheets": "请把工作表命名为“指标”“报告”等，如把“Sheet1”改成“指标”。",
            },
        ),
        Words(
            "there is no table in here",
            "Put CSV files such as metrics.csv into it; for a YAML bundle give the path of the file itself.",
            "As CSV a bundle is a folder with one file for each table: report.csv has the header, metrics.csv the metrics.",
            {
                "workbook": "There is a workbook in it; give its own path: {file}",
                "yaml": "There is a YAML bundle in it; give its own path: {file}",
                "sheets": "Call its sheets 指标, 报告 and so on, such as 指标 instead of Sheet1.",
            },
        ),
    ),
    Code(
        "too-many-tables",
        Severity.ERROR,
        Words(
            "文件夹里有 {count} 个 CSV 文件，超过 {limit} 个的上限",
            "请给数据包单独建一个文件夹，只放它的表。",
            "一份报告用到的表只有二十来种。文件过多，多半是把下载或导出的文件夹当成了数据包。",
        ),
        Words(
            "there are {count} CSV files in the folder, over the limit of {limit}",
            "Give the bundle a folder of its own, with its tables only.",
            "A report knows some twenty tables. More files than that are mostly a folder of downloads or exports.",
        ),
    ),
    Code(
        "missing-report",
        Severity.ERROR,
        Words(
            "没有“报告”表，不知道报告的{words}",
            "请新建 {file}：第一行两格写“项”和“值”，下面每行一项：{words}；opsreport init 写出一套可以照着填的。",
            "报告的样式、标题、期间等写在“报告”表里：CSV 是 report.csv（或 报告.csv），Excel 是名为“报告”的工作表。单独给一个指标表时，"
            "它在同一个文件夹里。",
            {"sheet": "请加一张名为“报告”的工作表：第一行写 项、值 两列，下面每行一项：{words}。"},
        ),
        Words(
            "there is no table “report” to say what the report is: {names}",
            "Make {file}: key,value in its first row, and a row below for each of {names}; `opsreport init` writes a set to "
            "fill in.",
            "The style, the title, the period and so on of a report stand in the table “report”: report.csv, or the sheet 报告 "
            "of a workbook. For a single table of metrics it lies in the same folder.",
            {"sheet": "Add a sheet 报告: 项 and 值 in its first row, and a row below for each of {names}."},
        ),
    ),
    Code(
        "unknown-table",
        Severity.WARNING,
        Words(
            "“{name}”不是报告用到的表，没有读",
            "可用的表名：{known}。",
            "表按名称认：文件名或工作表名写英文（metrics）或中文（指标）都可以。名称不认识的表不会被悄悄当作别的表。",
            {"near": "是不是想写 {near}？"},
        ),
        Words(
            "“{name}” is no table of a report and was not read",
            "Names of tables: {names}.",
            "Tables are known by their names, the file's or the sheet's, in English (metrics) or Chinese (指标).",
            {"near": "Did you mean {near}?"},
        ),
        is_cause=True,
    ),
    Code(
        "duplicate-table",
        Severity.ERROR,
        Words(
            "“{name}”和“{first}”是同一张表（{table}）",
            "请并成一张表，或者给不用的那张改名。",
            "一张表只能有一份，否则同一条内容会出现两次，或者两份互相矛盾。",
        ),
        Words(
            "“{name}” and “{first}” are the same table ({table})",
            "Put them together, or rename the one that is not used.",
            "There is one of each table, or content would be there twice, or in contradiction.",
        ),
    ),
    Code(
        "lone-table",
        Severity.ERROR,
        Words(
            "单独一个 CSV 文件只能是指标表，“{name}”是别的表",
            "请写它所在的文件夹：{folder}",
            "单独给一个 CSV 文件时，它是指标表，表头取自旁边的 report.csv。其他表要和指标表放在一个文件夹里，一起读。",
        ),
        Words(
            "a single CSV file is a table of metrics, and “{name}” is another table",
            "Give the folder it is in: {folder}",
            "A CSV file by itself is the table of metrics, with the report.csv beside it for a header. All other tables "
            "are read together with it, as a folder.",
        ),
    ),
    Code(
        "not-a-table",
        Severity.ERROR,
        Words(
            "这个文件不是 CSV 文本",
            "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”。",
            "文件的后缀和内容不是一回事。为避免把乱码当成数字，不作猜测。",
            {
                "html": "里面是网页（HTML），多半是系统导出的假“Excel”文件：请用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”。",
                "workbook": "里面是 Excel 工作簿：请把后缀改回 .xlsx，或者在 Excel 中另存为“CSV UTF-8（逗号分隔）”。",
            },
        ),
        Words(
            "this file is no CSV text",
            "Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.",
            "The suffix says one thing and the content another. Nothing is guessed, lest garbled text is taken for figures.",
            {
                "html": "It holds a web page (HTML), as some systems export for Excel: open it in Excel and save it as “CSV "
                "UTF-8 (comma delimited)”.",
                "workbook": "It holds a workbook: rename it to .xlsx, or save it in Excel as “CSV UTF-8 (comma delimited)”.",
            },
        ),
    ),
    Code(
        "csv-syntax",
        Severity.ERROR,
        Words(
            "从这里起读不通，不符合 CSV 的写法",
            "请检查这一行的英文双引号。",
            "含有逗号、换行或英文双引号的格子，整格要放在英文双引号里，格内的双引号写两遍；Excel 另存的 CSV 会自动这样写。",
            {
                "unclosed": "从这里开始的英文双引号没有结束：请在这一格末尾补上，或者把文字里的引号换成“ ”。",
                "after-quote": "英文双引号结束之后还有文字：格内的双引号要写两遍，或者换成“ ”。",
                "too-long": "这一格有 {limit} 个字以上，多半是前面少了一个结束的英文双引号。",
            },
        ),
        Words(
            "this cannot be read as CSV",
            "Check the double quotes of this line.",
            "A cell with a comma, a line break or a double quote stands in double quotes, its own quotes doubled; CSV saved by "
            "Excel is written so.",
            {
                "unclosed": "The double quote that opens here is never closed: add one at the end of the cell, or write “ ”.",
                "after-quote": "There is text after a closing double quote: quotes within a cell are doubled.",
                "too-long": "This cell has more than {limit} characters; mostly a closing double quote is missing before it.",
            },
        ),
    ),
    Code(
        "run-on-cell",
        Severity.WARNING,
        Words(
            "这一格跨了 {lines} 行，里面像是还有别的行",
            "请看这一格开头的英文双引号是不是多余的；确实是一段带换行的文字，可以不管。",
            "格子开头多一个英文双引号，后面几行就会被并进这一格，数字随之丢失，而且没有别的迹象。一大段文字可以有逗号和换行，"
            "所以只提醒；数、名称、日期等格子里不会有，或者这一格后面的数是另一行的，那是错误，这一行不读。",
            {
                "joined": "请删去这一格里多余的英文双引号；确实要在一格里换行的，请去掉其中的分隔符，或改用全角“，”。"
            },
        ),
        Words(
            "this cell goes over {lines} lines and seems to hold other rows",
            "See whether the double quote it begins with is meant; if it is one text with line breaks, all is well.",
            "A stray double quote at the start of a cell takes the next rows into it, and their figures are lost unseen. "
            "Running text may have commas and line breaks, so that this is a warning; a figure, a name or a date has none: "
            "there, and where the figures behind a text are those of another row, it is an error, and the row is not read.",
            {
                "joined": "Remove the stray double quote; a cell that is meant to have line breaks goes without the delimiter."
            },
        ),
    ),
)

_HEADERS: tuple[Code, ...] = (
    Code(
        "missing-header",
        Severity.ERROR,
        Words(
            "“{table}”表里找不到列名",
            "请让第一行写列名，如：{known}。",
            "列名可写英文或中文，次序不限。列名上面可以有标题行：取第一行至少有两个认识的列名的。",
            {"comma": "列名之间用的是全角逗号“，”：请换成半角逗号 , 再保存。"},
        ),
        Words(
            "the table “{table}” has no header",
            "Write the names of the columns into the first row, such as {names}.",
            "Columns are named in English or Chinese, in any order. There may be a title above: the header is the first row "
            "with at least two names that are known.",
            {"comma": "The names are separated by full-width commas: write half-width ones."},
        ),
    ),
    Code(
        "missing-column",
        Severity.ERROR,
        Words(
            "“{table}”表没有“{column}”这一列",
            "请加上这一列，逐行填写。",
            "每一行都要有它，所以整张表都没有读，归在这张表下的行也没有读。列名写错时，它会在认不出的列里。",
            {"unknown": "认不出的列有：{unknown}。其中有它的，请把列名改成 {column}；没有的，请加上这一列。"},
        ),
        Words(
            "the table “{name}” has no column “{key}”",
            "Add the column, with something in each row.",
            "Every row needs it, so none was read, nor were the rows that belong to them. If its name is misspelt, it is among "
            "the columns that nobody knows.",
            {
                "unknown": "Columns that nobody knows: {unknown}. If it is one of them, call it {key}; or else add it."
            },
        ),
    ),
    Code(
        "too-many-columns",
        Severity.ERROR,
        Words(
            "这一行有 {count} 格，超过 {limit} 格的上限",
            "请检查文件是否导出正确；按月或按渠道横着排的数，请改成竖着排：每行一个期间或一个分项。",
            "报告用到的表只有几十列。列数过多，多半是误选了明细表，或者一整行都是分隔符。",
        ),
        Words(
            "this row has {count} cells, over the limit of {limit}",
            "See whether the file was exported rightly; put figures by month or channel into rows, not into columns.",
            "The tables of a report have a few dozen columns. More are mostly a raw export, or a line of separators.",
        ),
    ),
    Code(
        "unknown-column",
        Severity.WARNING,
        Words(
            "“{table}”表没有“{column}”这一{kind}，没有读",
            "可用的{kind}：{known}。",
            "导出的表常有多余的列，所以只提醒，不算错误；但列名写错时，这一列的内容就不会出现在报告里。",
            {
                "near": "是不是想写 {near}？",
                "computed": "“{column}”由程序算出，不用写：请给 去年同期、上期 或 目标。",
                "table": "这里的内容有好几项，请写在“{other}”表里。",
                "parts": "这里要写成几列，如：{parts}。",
            },
        ),
        Words(
            "the table “{table}” has no {what} “{column}”; it was not read",
            "Columns: {names}.",
            "Exported tables often have columns to spare, so this is only a warning; but if the name is misspelt, what stands "
            "there will be missing from the report.",
            {
                "near": "Did you mean {near}?",
                "computed": "“{column}” is worked out and need not be given: give last_year, previous or target.",
                "table": "There are several of these: write them into the table “{other}”.",
                "parts": "This takes several columns, such as {parts}.",
            },
        ),
        is_cause=True,
    ),
    Code(
        "duplicate-column",
        Severity.ERROR,
        Words(
            "“{column}”和“{first}”是同一列（{name}）",
            "请保留一列；另一列若是别的内容，请改列名。",
            "两列同名时，多数软件会悄悄只取一列，数字就此丢失。",
        ),
        Words(
            "“{column}” and “{first}” are the same column ({name})",
            "Keep one; if the other is something else, rename it.",
            "Of two columns with one name most programs silently take one, and figures are lost.",
        ),
    ),
    Code(
        "unnamed-column",
        Severity.ERROR,
        Words(
            "这一格所在的列没有列名",
            "请给这一列写上列名，或者删去这一列。",
            "没有列名就不知道数字是什么，所以不读，也不悄悄略过。",
        ),
        Words(
            "the column of this cell has no name",
            "Give the column a name, or remove it.",
            "Without a name nobody can say what the figures are; they are neither read nor passed over in silence.",
        ),
    ),
    Code(
        "ragged-row",
        Severity.ERROR,
        Words(
            "这一行有 {count} 格，列名只有 {columns} 个",
            "请核对这一行的逗号，多出的格子请删去。",
            "多出一格，后面的内容就全都错了位，数字会落到别的列里。",
            {
                "thousands": "数字里的千分位逗号把一格分成了两格：请写成 {suggestion}，或者整格放进英文双引号。",
                "text": '文字里有英文逗号时，整格要放进英文双引号，如 "{suggestion}"。',
                "blank": "请看前面的数字或文字里是不是有没加引号的逗号；只是行末多了分隔符的，请删去，或者让每一行的格数相同，列名行也一样。",
                "split": "请写成 {suggestion}，或者整格放进英文双引号；确实是两个数的，请在行末补上空着的数，写“—”。",
            },
            {"split": "这一格和下一格像是一个数 {suggestion}，被千分位逗号分开了"},
        ),
        Words(
            "this row has {count} cells, and there are {columns} columns",
            "Check the commas of this row.",
            "One cell too many shifts all that follows, and figures end up in other columns.",
            {
                "thousands": "A comma between thousands splits a number into two cells: write {suggestion}, or put the cell in "
                "double quotes.",
                "text": 'A cell with a comma in its text stands in double quotes: "{suggestion}".',
                "blank": "See whether a number or a text before it has a comma without quotes; if the row only ends in a "
                "delimiter too many, remove it, or give every row, the header too, the same number of cells.",
                "split": "Write {suggestion}, or put it in double quotes; if these are two figures, fill the blank end of the row "
                "with “—”.",
            },
            {"split": "this cell and the next one look like one figure, {suggestion}, split by a comma"},
        ),
    ),
)

_ROWS: tuple[Code, ...] = (
    Code(
        "unknown-owner",
        Severity.ERROR,
        Words(
            "没有找到“{text}”，不知道这一行归在哪里",
            "请写{owners}表里的编号或名称。",
            "举措、成果、序列和构成的每一行都属于某个项目、模块、阶段或指标，按编号或名称归过去。",
            {
                "near": "是不是想写 {near}？",
                "several": "叫“{text}”的有几个，请写编号，必要时加上表名，如 {near}。",
                "none": "{owners}表里还没有一行：请先补上，这张表的行才有归处。",
                "same-name": "叫“{text}”的有几个，又没有编号：请在{owners}表里加一列“编号”，各写一个，再按编号写。",
                "other-kind": "“{text}”是{owner}，“{table}”表的行不能归给它；可以归给{owners}。",
            },
        ),
        Words(
            "“{text}” is not there, so nobody knows where this row belongs",
            "Write an id or a name from the table of {names}.",
            "Each row of actions, results, series and breakdowns belongs to a project, module, stage or metric, by id or name.",
            {
                "near": "Did you mean {near}?",
                "several": "Several are called “{text}”: write the id, with the table where needed, as in {near}.",
                "none": "There is no row of {names} yet that it could belong to: add that first.",
                "same-name": "Several are called “{text}” and have no ids: give each one in a column “id” of the table of "
                "{names}, and write that.",
                "other-kind": "“{text}” is of another kind; rows of “{table}” belong to {names}.",
            },
        ),
    ),
    Code(
        "missing-owner",
        Severity.ERROR,
        Words(
            "这一行没有写“{column}”，不知道归在哪里",
            "请写{owners}表里的编号或名称；合并单元格另存为 CSV 后只有第一行有内容，请逐行补上。",
            "举措、成果、序列和构成的每一行都属于某个项目、模块、阶段或指标。",
        ),
        Words(
            "this row has nothing in the column “{column}”, so nobody knows where it belongs",
            "Write an id or a name from the table of {names}; of merged cells saved as CSV only the first row has one.",
            "Each row of actions, results, series and breakdowns belongs to a project, module, stage or metric.",
        ),
    ),
    Code(
        "skipped-row",
        Severity.WARNING,
        Words(
            "这一行没有读：“{text}”不是{table}的一项",
            "请从表里删去这一行；要印出的说明请写在注（notes）里。",
            "表末的注和制表说明不是数据，读进来会变成一条没有数字的内容。",
            {"total": "合计由程序算出：请从表里删去这一行。确实有一项叫“{text}”的，请换个名称。"},
        ),
        Words(
            "this row was not read: “{text}” is no item of the table {name}",
            "Remove it from the table; a remark to be printed goes into notes.",
            "Remarks below a table are no data; read as such they would be items without figures.",
            {
                "total": "Totals are worked out: remove the row. If an item is really called “{text}”, rename it."
            },
        ),
    ),
    Code(
        "unused-unit",
        Severity.WARNING,
        Words(
            "“{text}”没有套用到这张表的数字上",
            "请在“单位”一列逐行填写，或者写进列名，如 本期（{unit}）。",
            "表头上方的单位管哪几行、哪几列，各人写法不同；套错了，数字会差一万倍，所以不作猜测。",
        ),
        Words(
            "“{text}” was not applied to the figures of this table",
            "Fill in a column “单位” (unit) in each row, or write it into the header: 本期（{unit}）.",
            "Which rows and columns a unit above the table is for, everyone sees differently; a wrong guess would be wrong by "
            "ten thousand, so none is made.",
        ),
    ),
    Code(
        "not-a-scale",
        Severity.ERROR,
        Words(
            "“{text}”不是量表",
            "请写成 1-5 或 1-5（5分制）；也可以分成 量表.最低、量表.最高、量表.名称 三列。",
            "评分要写明满分，读者才知道 4.2 分是高是低。",
        ),
        Words(
            "“{text}” is not a scale",
            "Write 1-5 or 1-5（5分制）, or three columns scale.min, scale.max and scale.name.",
            "A score needs its scale, or nobody can say whether 4.2 is much.",
        ),
    ),
    Code(
        "not-two-sides",
        Severity.ERROR,
        Words(
            "“{text}”不是比的两边",
            "请写成 投入：产出；也可以分成 比.左、比.右 两列。",
            "比要写明两边各是什么，1∶4.5 才有意义。",
        ),
        Words(
            "“{text}” does not name the two sides of a ratio",
            "Write 投入：产出, or two columns ratio.left and ratio.right.",
            "A ratio needs the names of its sides, or 1∶4.5 means nothing.",
        ),
    ),
)

TABLES: tuple[Code, ...] = (*_TABLES, *_HEADERS, *_ROWS)
