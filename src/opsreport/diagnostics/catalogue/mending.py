"""The words of what `opsreport fix` did, and of what it left to a person."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

MENDING = (
    Code(
        "repaired",
        Severity.INFO,
        Words(
            "“{old}”改成了“{new}”（{reason}）",
            "为什么这样改，见 opsreport explain {reason}。",
            "opsreport fix 只改有把握的地方：手打的数换成引用、半角标点、全角数字、范围、连接号、比号和空格。"
            "其余一个字节也不动，注释、缩进、引号、换行和编码照旧。先用 --diff 可以只看不改。",
        ),
        Words(
            "“{old}” became “{new}” ({reason})",
            "Why, says `opsreport explain {reason}`.",
            "`opsreport fix` mends only what is sure: typed numbers, half-width marks, full-width figures, ranges, dashes, ratios and "
            "spaces. Not a byte of the rest changes: comments, layout, quotes, line ends and encoding stay. `--diff` shows without "
            "writing.",
        ),
    ),
    Code(
        "repair-by-hand",
        Severity.INFO,
        Words(
            "“{old}”请改成“{new}”（{reason}）",
            "这里夹着加粗、转义或折行，代改没有把握，请自己改。",
            "opsreport fix 改完会重新读一遍，读出来的与打算的不一样、或会带来新的错误，就不改。Excel 工作簿从来不改，只说出是哪几格。",
            {"workbook": "opsreport 不改工作簿，请在这一格里改。"},
        ),
        Words(
            "“{old}” should be “{new}” ({reason})",
            "Weight, escapes or a line break stand in the way: please change it yourself.",
            "After its repairs `opsreport fix` reads the file again; what would not come out as intended, or would bring another error, is "
            "left. A workbook is never changed, its cells are only named.",
            {"workbook": "opsreport does not write into workbooks: please change the cell."},
        ),
    ),
    Code(
        "nothing-to-repair",
        Severity.INFO,
        Words(
            "没有可以代改的地方",
            "其余的提示请看 opsreport check {file}。",
            "opsreport fix 只改有把握的地方；别的问题由 opsreport check 指出。",
        ),
        Words(
            "there is nothing to mend",
            "For other findings see `opsreport check {file}`.",
            "`opsreport fix` mends only what is sure; `opsreport check` finds the rest.",
        ),
    ),
    Code(
        "changed-meanwhile",
        Severity.ERROR,
        Words(
            "“{file}”刚刚被别人改动，没有写",
            "请保存并关闭它，再运行一次 opsreport fix。",
            "写之前会再看一眼：文件与读入时不同，说明有人正在改，写下去会盖掉他的改动，所以一个文件也不写。",
        ),
        Words(
            "“{file}” was changed a moment ago; nothing was written",
            "Save and close it, then run `opsreport fix` again.",
            "Before writing, each file is looked at once more. If it differs from what was read, somebody is at work on it, and no file is "
            "written.",
        ),
    ),
)
