#!/usr/bin/env bash
# Put reg302 into the system, or take it out again:
#   modules/install.sh install|uninstall
# DESTDIR= puts everything below another folder, as packaging tools want it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
destdir=${DESTDIR:-}
destdir=${destdir%/}
doc=/usr/share/doc/reg302
share=/usr/share/reg302
examples=$doc/examples
manifest=$doc/installed-files
export PATH=$PATH:/usr/sbin

die() {
	echo "install: $*" >&2
	exit 1
}

# where the installed Kamailio looks for modules: beside its own
module_dir() {
	local tm dir
	tm=$(dpkg -L kamailio 2>/dev/null | grep '/modules/tm\.so$' | head -n 1) || tm=
	for dir in "${tm%/*}" /usr/lib/*/kamailio/modules /usr/lib*/kamailio/modules /usr/local/lib*/kamailio/modules; do
		if [ -n "$dir" ] && [ -f "$dir/tm.so" ]; then
			echo "$dir"
			return
		fi
	done
	return 1
}

# every file we install, as "source destination"
files() {
	local f
	echo "modules/reg302/reg302.so $modules/reg302.so"
	cd "$root"
	for f in README.md LICENSE $(find docs -name '*.md' 2>/dev/null | sort); do
		[ -f "$f" ] && echo "$f $doc/$f"
	done
	[ -f modules/reg302/README ] && echo "modules/reg302/README $doc/README.module"
	for f in cfg/*.cfg; do
		[ -f "$f" ] && echo "$f $examples/${f##*/}"
	done
	# who may register, and the tables, without this tree
	echo "cfg/reg302-users /usr/sbin/reg302-users"
	for f in cfg/users.sh cfg/database.sh cfg/schema/*.sql; do
		echo "$f $share/${f#cfg/}"
	done
}

# Each is written down too, on top of what an older version put there, so that
# uninstall removes exactly what was installed.
put_files() {
	local source target mode
	mkdir -p "$destdir$doc" 2>/dev/null || :
	[ -w "$destdir$doc" ] ||
		die "$destdir$doc cannot be written; run it as root (sudo make install) or give a DESTDIR"
	while read -r source target; do
		mode=644
		[[ $target == *.so || ! -x $root/$source ]] || mode=755
		install -D -m "$mode" "$root/$source" "$destdir$target"
		echo "$target" >>"$destdir$manifest"
		echo "install: $destdir$target"
	done < <(files)
	sort -u -o "$destdir$manifest" "$destdir$manifest"
}

# Kamailio itself says whether version and compile flags match: before the module
# replaces one that works, and once more where a server will find it.
check_loads() {
	local dir=$1 script answer
	script=$(mktemp)
	echo 'loadmodule "reg302.so"' >"$script"
	echo 'request_route { exit; }' >>"$script"
	if ! answer=$(kamailio -c -f "$script" -L "$dir:$modules" 2>&1); then
		rm -f "$script"
		echo "$answer" >&2
		die "kamailio does not accept the reg302.so in $dir; is it built for the installed version?"
	fi
	rm -f "$script"
}

do_install() {
	[ -f "$root/modules/reg302/reg302.so" ] || die "modules/reg302/reg302.so is not built; run 'make' first"
	check_loads "$root/modules"
	put_files
	check_loads "$destdir$modules"
	echo "install: kamailio accepts the module there"
	cat <<-EOF
		install: nothing in /etc/kamailio was touched. Next: add
		  loadmodule "reg302.so"
		to your kamailio.cfg with the routes of $examples/minimal.cfg,
		check it with 'kamailio -c' and restart Kamailio. The functions, parameters and
		RPC commands are in $doc/README.module. Users: reg302-users; tables: $share/schema.
	EOF
}

do_uninstall() {
	local target
	if [ ! -f "$destdir$manifest" ]; then
		echo "uninstall: reg302 is not installed${destdir:+ in $destdir}"
		return
	fi
	while read -r target; do
		rm -f "$destdir$target" || die "$destdir$target cannot be removed; run it as root (sudo make uninstall)"
		echo "uninstall: $destdir$target"
	done <"$destdir$manifest"
	rm -f "$destdir$manifest"
	for target in "$doc" "$share"; do
		[ ! -d "$destdir$target" ] || find "$destdir$target" -depth -type d -empty -delete
	done
	echo "uninstall: a kamailio.cfg that loads reg302.so will not start from now on"
}

case ${1:-} in
	install)
		modules=$(module_dir) || die "no folder with Kamailio's own modules (tm.so) was found"
		do_install
		;;
	uninstall) do_uninstall ;;
	*) die "install or uninstall?" ;;
esac
