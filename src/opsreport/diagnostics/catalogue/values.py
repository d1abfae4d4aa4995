"""The words of findings about single figures that cannot be what was meant."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

VALUES: tuple[Code, ...] = (
    Code(
        "fraction-as-percent",
        Severity.WARNING,
        Words(
            "“{metric}”的单位是 %，这里的 {shown} 像是把 {percent}% 写成了小数",
            "请写成 {percent}。",
            "比率按印出的单位填写：41.2 配 %，不写 0.412，否则报告会印成 0.412%。各期数值都不超过 1，或者只有一个约为"
            "其他各期的百分之一，多半是从表格里带来了小数写法。",
            {
                "all": "各期数值都不超过 1：请按百分数填写，如 {percent}；确实只有百分之零点几的，请不另写 unit，"
                "把 % 写在数值后面，如 {shown}%。"
            },
        ),
        Words(
            "“{metric}” is in %, and {shown} looks like {percent}% written as a fraction",
            "Write {percent}.",
            "Rates are given in the unit they are printed in: 41.2 with %, not 0.412, or the report says 0.412%. Figures "
            "that are all at most 1, or one that is about a hundredth of the others, mostly come from a spreadsheet.",
            {
                "all": "None of its figures is above 1: give percentages, such as {percent}; if it is really that small, "
                "leave out unit and write the % behind the figure, {shown}%."
            },
        ),
    ),
)
