#!/bin/sh
# Installs what Python packages cannot bring: venv where Debian splits it off, and the two libraries that PDF output
# needs; through apt where that is allowed, otherwise it says what to run.
set -u
libraries="libpangoft2-1.0-0 libharfbuzz-subset0"

has_venv() { python3 -c "import ensurepip, venv" 2>/dev/null; }
has_libraries() {
    python3 -c "import ctypes; [ctypes.CDLL(name) for name in ('libpangoft2-1.0.so.0', 'libharfbuzz-subset.so.0')]" 2>/dev/null
}
say() { echo "$1" >&2; }

missing=""
has_venv || missing="python3-venv"
case "$(uname -s)" in
    Linux) has_libraries || missing="$missing $libraries" ;;
    Darwin) say "PDF 需要 Pango；没有装过时请运行 brew install pango（DOCX 与 HTML 不受影响）。" ;;
esac
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    say "请用本机的软件包管理器安装 Python 的 venv 模块与 Pango、HarfBuzz，如 dnf install pango harfbuzz（只出 DOCX 与 HTML 时不需要后两样）。"
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    say "缺少系统软件包，请运行：sudo apt-get install -y --no-install-recommends $missing（只出 DOCX 与 HTML 时不需要 $libraries）。"
    exit 0
fi
install() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q \
        --no-install-recommends $missing >/dev/null 2>&1
}
install || { $as_root apt-get update -q >/dev/null 2>&1; install; } ||
    say "没能装上系统软件包，请自行运行：apt-get install -y --no-install-recommends $missing"
exit 0
