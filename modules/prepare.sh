#!/usr/bin/env bash
# Bring what is missing: Debian packages by apt, and Kamailio's headers.
#   modules/prepare.sh build          to build and run the module
#   modules/prepare.sh build test     to run the tests as well
#   modules/prepare.sh build bench    to measure
# Says what it installs, installs nothing that is there, and leaves the system's
# list of package sources alone. KAMAILIO_SRC= names a configured Kamailio source
# tree to use instead of the one it would bring into build/kamailio-src.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$root/build}
own_src=$build/kamailio-src
src=${KAMAILIO_SRC:-$own_src}
log=$build/prepare.log
export LC_ALL=C
# where an ordinary user's shell on Debian does not look for servers
export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# package:command, or only the package where no command tells; read by missing_of. Without
# netbase there is no /etc/protocols, and Kamailio complains at every start.
# shellcheck disable=SC2034
set_build="kamailio:kamailio kamailio-sqlite-modules kamailio-tls-modules kamailio-websocket-modules
	sqlite3:sqlite3 openssl:openssl netbase gcc:gcc libc6-dev make:make dpkg-dev:dpkg-source iproute2:ss"
# shellcheck disable=SC2034
set_test="pkg-config:pkg-config libcmocka-dev libosip2-dev sip-tester:sipp
	baresip-core:baresip iproute2:ip nftables:nft tcpdump:tcpdump procps:ps clang-format:clang-format
	shellcheck:shellcheck xsltproc:xsltproc libxml2-utils:xmllint docbook-xsl docbook-xml lynx:lynx
	clang:clang libclang-rt-dev python3:python3
	sipvicious:svmap sipsak:sipsak openssl:openssl nodejs:node npm:npm chromium:chromium
	kamailio-postgres-modules kamailio-systemd-modules postgresql
	python3-psycopg2 faketime:faketime util-linux:unshare valgrind:valgrind"
# shellcheck disable=SC2034
set_callgrind="valgrind:valgrind python3:python3"
# shellcheck disable=SC2034
set_bench="python3:python3 gnuplot-nox:gnuplot sip-tester:sipp iproute2:ip
	kamailio-postgres-modules postgresql python3-psycopg2 util-linux:unshare"

say() {
	echo "prepare: $*"
}

die() {
	echo "prepare: $*" >&2
	exit 1
}

# what a command said goes to the log; its end is shown when it fails
logged() {
	"$@" >>"$log" 2>&1 </dev/null
}

show_log() {
	tail -n 5 "$log" | sed 's/^/prepare: | /' >&2
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# ---- packages

is_there() {
	local package=${1%%:*} command=${1#*:}
	if [ "$command" != "$package" ] || [[ $1 == *:* ]]; then
		command -v "$command" >/dev/null && return 0
	fi
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]
}

# the packages of the sets named that are not there
missing_of() {
	local set list item
	for set in "$@"; do
		list=set_$set
		for item in ${!list}; do
			is_there "$item" || echo "${item%%:*}"
		done
	done | sort -u | tr '\n' ' '
}

apt_get() {
	logged as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 \
		-o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

known_to_apt() {
	local package
	for package in "$@"; do
		apt-cache policy "$package" 2>/dev/null | grep 'Candidate: [^(]' >/dev/null || return 1
	done
}

# A fresh machine has no package lists, an old one has stale ones: one update.
install_packages() {
	if known_to_apt "$@" && apt_get install --no-install-recommends --no-remove "$@"; then
		return 0
	fi
	say "apt-get update, because apt does not find everything"
	apt_get update || say "apt-get update reported an error, going on with the lists there are"
	apt_get install --no-install-recommends --no-remove "$@"
}

bring_packages() {
	local missing
	missing=$(missing_of "$@")
	[ -n "$missing" ] || return 0
	command -v apt-get >/dev/null || die "missing here, and there is no apt-get to install it: $missing"
	[ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
		die "missing here, and only root (or sudo) can install it: $missing"
	say "installing with apt: $missing"
	# shellcheck disable=SC2086 # a list of words
	hold_services $missing
	# shellcheck disable=SC2086 # a list of words
	if ! install_packages $missing; then
		show_log
		die "apt could not install (is there a network? see ${log#"$root"/}): $missing"
	fi
	release_services
}

# ---- the services of Debian's packages
#
# The package kamailio enables kamailio.service and starts it at once: a proxy with
# the stock script on port 5060 of every address, the port `make run` wants; and
# postgresql, of which the tests only want the program, starts a server as well. Who
# types `make` asked for no such thing. So when it is us who install such a package,
# a policy-rc.d (what Debian's tools ask before they start a service) says no to
# its service for the time of the installation, and the service is left
# disabled. A unit of that name that was there before, of a Kamailio built by
# hand, is somebody's: it is neither disabled nor stopped.

policy=/usr/sbin/policy-rc.d
policy_mark="Written by reg302's modules/prepare.sh for the time of one apt-get"
with_service="kamailio postgresql" # packages, each with a service of its name
held=
service_was_there=

systemd_runs() {
	[ -d /run/systemd/system ]
}

# An init script that dpkg knows is what is left of a package that was removed.
somebody_has_a_service() {
	if dpkg -S "/etc/init.d/$1" >/dev/null 2>&1; then
		return 1
	elif [ ! -e "/etc/init.d/$1" ]; then
		systemd_runs && systemctl cat "$1.service" >/dev/null 2>&1
	fi
}

# hold_services PACKAGE...: of those that are to be installed
hold_services() {
	local name
	for name in $with_service; do
		case " $* " in *" $name "*) held+=" $name" ;; *) continue ;; esac
		if somebody_has_a_service "$name"; then
			service_was_there+=" $name"
		fi
	done
	[ -n "$held" ] || return 0
	# also when apt fails or somebody interrupts
	trap release_services EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	# an administrator's own policy stays; release_services stops what it lets start
	[ -e "$policy" ] && ! grep -qF "$policy_mark" "$policy" && return 0
	as_root tee "$policy" >/dev/null <<-EOF
		#!/bin/sh
		# $policy_mark; safe to remove.
		for word; do
			case " $held " in *" \${word%.service} "*) exit 101 ;; esac
		done
		exit 0
	EOF
	as_root chmod 755 "$policy"
}

remove_policy() {
	if [ -e "$policy" ] && grep -qF "$policy_mark" "$policy"; then
		as_root rm -f "$policy"
	fi
}

release_services() {
	local name names=$held
	[ -n "$held" ] || return 0
	held=
	remove_policy
	for name in $names; do
		is_there "$name" || continue
		case " $service_was_there " in
			*" $name "*) say "a $name service was set up here before: left as it is" ;;
			*) disable_service "$name" ;;
		esac
	done
}

disable_service() {
	if systemd_runs; then
		logged as_root systemctl disable --now "$1.service" || :
		say "the service of the package $1 is off; 'systemctl enable --now $1' turns it on"
	else
		logged as_root update-rc.d "$1" disable || :
		say "the service of the package $1 is off; 'update-rc.d $1 enable' turns it on"
	fi
}

# ---- Kamailio's headers
#
# Debian has no -dev package, and Kamailio loads a module only when version and
# compile flags match its own exactly: so the headers come from the source
# package of the very version that is installed.

# version and compile flags
kamailio_says() {
	kamailio -v | head -n 2
}

running_version() {
	kamailio_says | sed -n 's/^version: kamailio \([^ ]*\).*/\1/p'
}

tree_version() {
	awk -F ' *= *' '
		!seen[$1]++ && $1 ~ /^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION)$/ { v[$1] = $2 }
		END { print v["VERSION"] "." v["PATCHLEVEL"] "." v["SUBLEVEL"] v["EXTRAVERSION"] }
	' "$1/src/Makefile.defs" 2>/dev/null | tr -d ' \t'
}

check_tree() {
	local want=$1 have
	[ -f "$src/src/Makefile.defs" ] || die "KAMAILIO_SRC=$src is not a Kamailio source tree (no src/Makefile.defs)"
	have=$(tree_version "$src")
	[ "$have" = "$want" ] || die "the source tree $src is Kamailio $have, but the kamailio that will load the module is $want"
	[ -f "$src/src/config.mak" ] || die "the source tree $src is not configured; run in it: make cfg FLAVOUR=kamailio prefix=/usr cfg_target=/etc/kamailio/"
}

# The system's archives with deb turned into deb-src, for apt-get run on lists of
# its own. Options, Signed-By and disabled entries stay as they are.
private_sources() {
	local list parts file
	list=/etc/apt/sources.list parts=/etc/apt/sources.list.d
	eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
	rm -rf "$apt/sources.list.d"
	mkdir -p "$apt/sources.list.d" "$apt/lists/partial" "$apt/cache/archives/partial"
	: >"$apt/sources.list"
	for file in "$list" "${parts%/}"/*.list; do
		[ -f "$file" ] || continue
		sed -n -e '/cdrom:/d' -e 's/^[[:space:]]*deb\(-src\)\{0,1\}[[:space:]]/deb-src /p' "$file"
	done | sort -u >"$apt/sources.list"
	for file in "${parts%/}"/*.sources; do
		[ -f "$file" ] || continue
		sed 's/^[Tt]ypes:.*/Types: deb-src/' "$file" >"$apt/sources.list.d/${file##*/}"
	done
}

# the sandbox user of apt could not enter a checkout below somebody's home
private_apt() {
	local tool=$1
	shift
	"$tool" -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts="$apt/sources.list.d" \
		-o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" \
		-o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none -o Acquire::Retries=2 "$@"
}

# The source version to ask for: the package's own, or another packaging of the
# same upstream version (the headers are the same).
source_version() {
	local own=$1 upstream=$2
	private_apt apt-cache showsrc kamailio 2>/dev/null | sed -n 's/^Version: //p' |
		awk -v own="$own" -v upstream="$upstream" '
			$0 == own { found = own; exit }
			{
				v = $0
				sub(/^[0-9]+:/, "", v) # epoch
				sub(/[-+~].*$/, "", v) # packaging
			}
			v == upstream { found = $0 }
			END { print found }'
}

download_source() {
	local upstream=$1 own version
	own=$(dpkg-query -W -f '${source:Version}' kamailio 2>/dev/null) || own=
	[ -n "$own" ] ||
		die "the installed kamailio $upstream is not a Debian package: name its configured source tree with KAMAILIO_SRC="
	private_sources
	say "reading the list of source packages (in ${apt#"$root"/}, the system's lists stay as they are)"
	logged private_apt apt-get update || say "some archive has no list of sources, going on with the others"
	version=$(source_version "$own" "$upstream")
	if [ -z "$version" ]; then
		show_log
		die "the configured archives offer no source package of kamailio $upstream: check the network, upgrade kamailio, or name a source tree with KAMAILIO_SRC="
	fi
	say "downloading the source package kamailio $version"
	# A part may be missing from the archive (Debian 13 lacks the upstream
	# signature); apt has checked what it did bring, unpack_source looks at that.
	(cd "$download" && logged private_apt apt-get source --download-only "kamailio=$version") || :
}

unpack_source() {
	local dsc orig
	dsc=$(find "$download" -name 'kamailio_*.dsc')
	if [ -n "$dsc" ] && logged dpkg-source --no-check --no-copy -x "$dsc" "$fresh"; then
		return 0
	fi
	# without Debian's patches, which do not change the headers
	orig=$(find "$download" -name 'kamailio_*.orig.tar.*' ! -name '*.asc' ! -name '*.FAILED')
	if [ -z "$orig" ]; then
		show_log
		die "the source package of kamailio could not be downloaded (see ${log#"$root"/})"
	fi
	rm -rf "$fresh"
	mkdir -p "$fresh"
	tar -xf "$orig" -C "$fresh" --strip-components=1
}

# The flags are Debian's, with one more: the package was built where libssl-dev
# was installed, and make cfg looks whether it is. MAKEFLAGS and DEFS are those of
# our own make and mean other things there.
configure_source() {
	local flags=(FLAVOUR=kamailio prefix=/usr cfg_target=/etc/kamailio/)
	if kamailio_says | grep TLS_PTHREAD_MUTEX_SHARED >/dev/null; then
		flags+=(LIBSSL_SET_MUTEX_SHARED=1)
	fi
	logged env -u MAKEFLAGS -u MFLAGS -u DEFS make -C "$fresh" cfg "${flags[@]}" || {
		show_log
		die "configuring Kamailio's source tree failed (see ${log#"$root"/})"
	}
}

bring_headers() {
	local version stamp
	version=$(running_version)
	[ -n "$version" ] || die "kamailio -v does not tell its version"
	if [ "$src" != "$own_src" ]; then
		check_tree "$version"
		return
	fi
	stamp=$own_src/.reg302-stamp
	[ "$(cat "$stamp" 2>/dev/null)" = "$(kamailio_says)" ] && return 0
	say "Kamailio's headers for version $version are missing: bringing them into ${own_src#"$root"/}"
	apt=$build/apt download=$build/apt/source fresh=$own_src.new
	rm -rf "$fresh" "$download"
	mkdir -p "$download"
	download_source "$version"
	unpack_source
	configure_source
	rm -rf "$own_src" "$download"
	mv "$fresh" "$own_src"
	check_tree "$version"
	kamailio_says >"$stamp"
	say "Kamailio's headers are there"
}

[ $# -gt 0 ] || die "which set of packages: build, test, callgrind, bench?"
for set in "$@"; do
	[[ $set =~ ^(build|test|callgrind|bench)$ ]] || die "there is no set of packages called '$set'"
done
mkdir -p "$build"
# two targets of one `make -j` may both come here
exec 9>"$build/prepare.lock"
flock 9
: >"$log"
bring_packages "$@"
bring_headers
