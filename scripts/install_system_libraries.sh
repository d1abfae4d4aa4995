#!/bin/sh
# Installs the two libraries that PDF output needs, through apt where that is allowed; otherwise says what to run.
set -u
packages="libpangoft2-1.0-0 libharfbuzz-subset0"

installed() {
    python3 - <<'PY'
import ctypes, sys
for name in ("libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"):
    try:
        ctypes.CDLL(name)
    except OSError:
        sys.exit(1)
PY
}

installed && exit 0
case "$(uname -s)" in
    Darwin)
        echo "PDF 需要 Pango：请运行 brew install pango（DOCX 与 HTML 不受影响）。" >&2
        exit 0 ;;
esac
if ! command -v apt-get >/dev/null 2>&1; then
    echo "PDF 需要 Pango 与 HarfBuzz：请用本机的软件包管理器安装，如 dnf install pango harfbuzz（DOCX 与 HTML 不受影响）。" >&2
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "PDF 需要两个系统库，请运行：sudo apt-get install -y --no-install-recommends $packages（DOCX 与 HTML 不受影响）。" >&2
    exit 0
fi
install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends $packages"
{ $install || { $as_root apt-get update -q && $install; }; } >/dev/null 2>&1
installed && exit 0
echo "没能装上 PDF 需要的系统库，请自行运行：apt-get install -y --no-install-recommends $packages（DOCX 与 HTML 不受影响）。" >&2
exit 0
