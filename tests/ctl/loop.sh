#!/usr/bin/env bash
# Plays the whole loop, from acceptance to the card in hand, with a practice centre, and looks at what is left: every case closed,
# cards and money equal, every file of every package valid by xmllint.
#   tests/ctl/loop.sh IDCOUNTERCTL [CASES]
set -euo pipefail
ctl=$1
cases=${2:-500}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$ctl" --json loop --dir "$folder/station" --cases "$cases" --seed 7 --return 0.15 --defect 0.03 --mail 0.05 --refuse 0.02 \
    >"$folder/played.json"
cat "$folder/played.json"
python3 - "$folder/played.json" "$cases" <<'PYTHON'
import json, sys
played = json.load(open(sys.argv[1]))
cases = int(sys.argv[2])
wrong = []
def same(what, one, other):
    if one != other:
        wrong.append(f'{what}: {one} and {other}')
same('problems', played['problems'], [])
same('accepted', played['accepted'], cases)
same('open', played['openCases'], 0)
same('ended', played['closed'] + played['refused'], cases)
same('money', played['takenFen'], played['chargedFen'])
same('cards', played['cardsReceived'], played['cardsHandedOut'] + played['remade'] + played['cardsInStock'])
for what in ('returned', 'remade', 'mailed', 'refused'):
    if played[what] == 0:
        wrong.append(f'nothing was {what}')
sys.exit('\n'.join(wrong) or 0)
PYTHON
"$ctl" package schema --out "$folder/schema" >"$folder/log"
files=0
for package in "$folder"/station/outbox/*; do
    out=$folder/open
    rm -rf "$out"
    "$ctl" package open "$package" --centre "$folder/station/centre" --sender-keys "$folder/station/station.keys.json" --out "$out" \
        >"$folder/log"
    xmllint --noout --nonet --schema "$folder/schema/application.xsd" "$out"/*.XML 2>"$folder/log" || { cat "$folder/log"; exit 1; }
    files=$((files + $(find "$out" -name '*.XML' | wc -l)))
    # The control: without the centre's keys it stays shut.
    if "$ctl" package open "$package" --centre "$folder/nobody" --sender-keys "$folder/station/station.keys.json" \
            --out "$folder/shut" >"$folder/log" 2>&1; then
        echo "$package was opened without its key" >&2
        exit 1
    fi
done
echo "$files files of $(find "$folder/station/outbox" -type f | wc -l) packages are valid."
[ "$files" -ge "$cases" ]
