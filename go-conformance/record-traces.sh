#!/bin/sh
# Records the committed traces anew, with the Go 1.19 on the PATH. On a machine of the same kind
# (amd64 with AES) the files come out the same, byte for byte.
set -eu
cd "$(dirname "$0")"
traces=src/test/resources/traces
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
recorder=$folder/recorder
(cd recorder && go build -o "$recorder" .)
grep -v '^#' traces.txt | while read -r name types shape ops seed size hashbits block; do
  "$recorder" -types "$types" -shape "$shape" -ops "$ops" -seed "$seed" -size "$size" \
    -hashbits "$hashbits" -block "$block" -out "$traces/$name.trace"
done
