#!/usr/bin/env bash
# Schemathesis against the API of a server started for it, no failure: every check for what anybody reads, then, with a
# token, those for what programs read and do. About five minutes; twenty with COMITY_LONG set.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${COMITY_BINARY:-$PWD/target/debug/comity}
seconds=${COMITY_LONG:+600}
folder=$(mktemp -d)
"$binary" serve --data "$folder/data" --listen 127.0.0.1:0 >"$folder/said" 2>"$folder/log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$folder"' EXIT

address=
for _ in $(seq 300); do
    address=$(grep -o -m 1 'http://[0-9.]*:[0-9]*' "$folder/said" || true)
    [ -z "$address" ] || break
    if ! kill -0 "$server" 2>/dev/null; then echo "the server stopped:" >&2; cat "$folder/log" >&2; exit 1; fi
    sleep 0.1
done
[ -n "$address" ] || { echo "the server gave no address within 30 seconds" >&2; exit 1; }

SCHEMATHESIS_HOOKS="$PWD/tests-tools/schemathesis_hooks.py"
export SCHEMATHESIS_HOOKS
cd "$folder"
# One worker: Python's own parser, which the checks use, is not safe in several threads before Python 3.13.
programs=(check requests request-changes request act document request-document letter draft-letter request-bundle request-signature
    drafts begin-draft draft save-draft delete-draft draft-versions draft-version compare-draft draft-document draft-word draft-people
    share-draft end-sharing-draft submit-draft send-file look-at-received receive executions assign execution say give remark
    colleagues hand-over authorities enter-authority authority authority-act needs state-need need need-act name-deputy end-deputy deadlines check-contacts screen)
schemathesis run "$address/api/v1/openapi.json" --checks all --phases examples,coverage,fuzzing,stateful \
    "${programs[@]/#/--exclude-operation-id=}" \
    --max-examples 50 --max-time "${seconds:-120}" --continue-on-failure --request-timeout 10 --workers 1

# What keeps to the schema may still be refused, since whether a request can be sent is law and no schema, nor whether a text
# is a list of names; and a missing
# If-Match has a status of its own (RFC 6585, section 3).
program=$("$binary" admin token service "Exercise program" --organisation court --role registry --officer "Exercise officer" --data "$folder/data")
token=$("$binary" admin token issue "$program" --name "API checks" --scope act --officer "Exercise officer" --data "$folder/data")
schemathesis run "$address/api/v1/openapi.json" --checks all --exclude-checks positive_data_acceptance,missing_required_header \
    --phases examples,coverage,fuzzing "${programs[@]/#/--include-operation-id=}" -H "Authorization: Bearer $token" --rate-limit 500/m \
    --max-examples 50 --max-time "${seconds:-150}" --continue-on-failure --request-timeout 10 --workers 1
kill -0 "$server" 2>/dev/null || { echo "the server stopped under the checks:" >&2; cat "$folder/log" >&2; exit 1; }
