"""The roles a style may give to parts of a report, and the Word style that carries each one's look.

The look itself is in `reference.docx` and `print.css`; here are only the names.
"""

from dataclasses import dataclass
from enum import Enum


class RoleKind(Enum):
    """What a role can stand on."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its name in templates and CSS, what it stands on, and its style's name in Word."""

    name: str
    kind: RoleKind
    word_style: str


def _roles(kind: RoleKind, **names: str) -> tuple[Role, ...]:
    return tuple(Role(name.replace("_", "-"), kind, word) for name, word in names.items())


ROLES: dict[str, Role] = {
    role.name: role
    for role in (
        *_roles(
            RoleKind.PARAGRAPH,
            body="报告正文",
            title="报告标题",
            masthead="文头",
            lead="报告导语",
            abstract="摘要正文",
            note="报告注释",
            caption="caption",
            closing="落款",
            facts="报告正文",
            cell="表格正文",
            head_cell="表头",
            list="报告列表",
            numbered_list="报告编号列表",
            cover_mark="封面密级",
            cover_org="封面单位",
            cover_title="封面标题",
            cover_line="封面信息",
            contents_title="目录标题",
        ),
        *_roles(
            RoleKind.CHARACTER,
            label="行内标签",
            rise="上升数值",
            fall="下降数值",
            slot="待填",
            quiet="次要文字",
        ),
        *_roles(RoleKind.TABLE, table="报告表格", metrics="指标表", tasks="任务表", particulars="文头表"),
        *_roles(
            RoleKind.BOX,
            abstract_box="摘要框",
            request="请示框",
            cover="封面",
            project="项目框",
            stage="阶段框",
        ),
    )
}
