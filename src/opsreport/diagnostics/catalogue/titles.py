"""What the families of codes are called."""

from opsreport.diagnostics.catalogue.code import Language

FAMILY_TITLES: dict[str, dict[Language, str]] = {
    name: {Language.ZH: zh, Language.EN: en}
    for name, zh, en in (
        ("reading", "读取数据包", "Reading a bundle"),
        ("tables", "表格", "Tables"),
        ("workbook", "Excel 工作簿", "Excel workbooks"),
        ("structure", "结构与遗留", "Structure and leftovers"),
        ("values", "数值", "Values"),
        ("wording", "措辞", "Wording"),
        ("periods", "期间", "Periods"),
        ("relations", "关系", "Relations"),
        ("typography", "标点与书写", "Typography"),
        ("figures", "数字", "Figures"),
        ("style", "样式与模板", "Styles and templates"),
        ("pages", "版面与字体", "Pages and fonts"),
        ("output", "文件与环境", "Files and surroundings"),
    )
}
