"""What is still to be filled in: XX, 待补, TBD, a blank to write on."""

import re

SLOT = re.compile(
    r"""
      (?<![A-Za-z])[Xx×Ｘ]{2,}(?![A-Za-z])
    | (?<![A-Za-z])[XＸ][.:：∶][XＸ](?![A-Za-z])
    | (?<![A-Za-z0-9])(?<![A-Za-z0-9][ ])[XＸ][ ]?[个名万亿轮篇家条次位人元月日年季倍天款项场批%％‰]
    | (?<![A-Za-z0-9])[A-DXＸ](?:产品线|业务板块|业务线|项目组|部门)
    | 待补(?:充|全|写)?(?![货仓差税录])
    | 待填写?(?![报表])
    | (?<![A-Za-z])(?:TBD|TODO)(?![A-Za-z])
    | (?<![A-Za-z0-9])[_＿]{2,}(?![A-Za-z0-9])
    """,
    re.VERBOSE,
)
