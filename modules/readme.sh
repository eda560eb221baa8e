#!/usr/bin/env bash
# Write modules/reg302/README from modules/reg302/doc, the way Kamailio writes
# the READMEs of its modules:
#   modules/readme.sh [FILE]         FILE instead of modules/reg302/README
# The documents name Kamailio's entities by their place in its tree, so they are
# copied into a folder below build/ that looks like that tree. Nothing is fetched:
# the DTD and the stylesheets are those of docbook-xml and docbook-xsl.
set -eu
# the same bytes wherever it runs: lynx writes in the charset of the locale
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$root/build}
src=${KAMAILIO_SRC:-$build/kamailio-src}
out=${1:-$root/modules/reg302/README}
out=$(realpath -m "$out")
tree=$build/doc-tree
doc=$tree/src/modules/reg302/doc

die() {
	echo "readme: $*" >&2
	exit 1
}

[ -f "$root/modules/reg302/doc/reg302.xml" ] || die "modules/reg302/doc/reg302.xml is missing"
[ -f "$src/doc/docbook/txt.xsl" ] || die "$src has no doc/docbook/txt.xsl; 'make prepare' brings it"

rm -rf "$tree"
mkdir -p "$doc" "$tree/doc"
cp -r "$src/doc/docbook" "$tree/doc/"
cp "$root"/modules/reg302/doc/*.xml "$doc/"
cd "$doc"
xsltproc --nonet --novalid --xinclude --output reg302.html \
	"$tree/doc/docbook/txt.xsl" reg302.xml
lynx -nolist -dump reg302.html >reg302.txt
[ -s reg302.txt ] || die "lynx wrote nothing"
cp reg302.txt "$out"
