#!/usr/bin/env bash
# What a machine can check by reading. One line for each check; what is wrong
# follows a "not ok".
set -u -o pipefail

root=${ROOT:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${BUILD:-$root/build}
src=${KAMAILIO_SRC:-$build/kamailio-src}
lint=$root/tests/lint
scratch=$build/lint
module=modules/reg302
passed=0
failed=0
cd "$root" || exit 1

# check NAME COMMAND...: the command prints what is wrong, and nothing otherwise
check() {
	local name=$1 out status=0
	shift
	out=$("$@" 2>&1) || status=$?
	if [ "$status" -eq 0 ] && [ -z "$out" ]; then
		echo "ok lint: $name"
		passed=$((passed + 1))
	else
		echo "not ok lint: $name"
		printf '%s\n' "${out:-status $status}" | head -n 30 | sed 's/^/    /'
		failed=$((failed + 1))
	fi
}

# the files of the tree, as git would take them
tree_files() {
	if [ -e .git ] && command -v git >/dev/null; then
		git ls-files --cached --others --exclude-standard | while read -r f; do
			if [ -f "$f" ]; then echo "$f"; fi
		done
	else
		find . -path ./build -prune -o -path ./run -prune -o -type f \
			! -name '*.[od]' ! -name '*.so' ! -name '*.lst' -print | sed 's|^\./||'
	fi | sort -u
}

c_files() {
	tree_files | grep -E '^(modules|tests)/.*\.[ch]$'
}

need() {
	command -v "$1" >/dev/null && return 0
	echo "$1 is not installed; 'modules/prepare.sh build test' installs it"
	return 1
}

formatting() {
	need clang-format || return 1
	c_files | xargs -r clang-format --dry-run 2>&1 | grep 'warning:' | cut -d: -f1 | sort | uniq -c |
		awk '{ print $2 ": " $1 " places" }'
	return 0
}

shell_scripts() {
	need shellcheck || return 1
	tree_files | while read -r f; do
		if head -n 1 "$f" | grep -E '^#!.*[ /](ba)?sh( |$)' >/dev/null; then echo "$f"; fi
	done | xargs -r shellcheck -x -P SCRIPTDIR
}

includes_go_down() {
	awk '
		function base(path) { sub(/.*\//, "", path); sub(/\.[ch]$/, "", path); return path }
		FILENAME ~ /levels$/ {
			if($1 ~ /^[0-9]+$/)
				for(i = 2; i <= NF; i++)
					level[$i] = $1 + 0
			next
		}
		FNR == 1 {
			me = base(FILENAME)
			if(!(me in level) && !told[me]++)
				print FILENAME ": not in tests/lint/levels"
		}
		/^[ \t]*#[ \t]*include[ \t]*"/ {
			split($0, part, "\"")
			if(part[2] ~ /\//)
				next # the core, another module
			other = base(part[2])
			if(other == me)
				next
			if(!(other in level))
				print FILENAME ":" FNR ": " part[2] " is not in tests/lint/levels"
			else if((me in level) && level[other] >= level[me])
				print FILENAME ":" FNR ": level " level[me] " includes " part[2] " of level " level[other]
		}' "$lint/levels" $module/*.[ch]
}

version_ifs() {
	grep -nE '(KSR|SER|KAMAILIO)_VERSION|VERSIONVAL|MOD_VERSION|^[ 	]*#[ 	]*if.*VERSION' $module/*.[ch] |
		grep -v "^$module/compat\.h:"
	return 0
}

# a function starts with a brace in the first column below its signature
# shellcheck disable=SC2016 # the $ are awk's
short_functions() {
	c_files | xargs -r awk -v max=80 '
		/^\{/ && before ~ /\)$/ { start = FNR; name = FILENAME }
		/^\}/ && start {
			if(FNR - start > max)
				print name ":" start ": a function of " FNR - start " lines (at most " max ")"
			start = 0
		}
		{ before = $0 }'
}

machine_paths() {
	tree_files | xargs -r grep -nIE '(^|[^A-Za-z0-9_.}-])/(work|tmp|root|home)/'
	return 0
}

# ---- a build of a copy, so that the module in use stays as it is

scratch_build() {
	rm -rf "$scratch/reg302"
	mkdir -p "$scratch/reg302"
	cp $module/*.[ch] $module/Makefile "$scratch/reg302/"
	env -u DEFS -u MAKEFLAGS make -s -C "$scratch/reg302" COREPATH="$src/src" \
		WARNINGS="-Wall -Wextra -Wno-unused-parameter -Wno-cast-function-type" >"$scratch/build.log" 2>&1
}

# The core's headers have warnings of their own, told by their path. Its interface
# is made of casts between function types and callbacks with unused parameters.
builds_without_warning() {
	if ! scratch_build; then
		grep -E 'error|undefined' "$scratch/build.log" || cat "$scratch/build.log"
		return 1
	fi
	grep 'warning:' "$scratch/build.log" |
		grep -vE '/src/.*\[-W(sign-compare|old-style-declaration)\]$'
	return 0
}

# A Kamailio built by CMake links without -Bsymbolic-functions: a common name
# would be taken from another module.
names_have_the_prefix() {
	need nm || return 1
	[ -f "$scratch/reg302/reg302.so" ] || { echo "the module does not build"; return 1; }
	nm -A -g --defined-only "$scratch"/reg302/*.o |
		awk '$NF !~ /^r302_/ && $NF !~ /^(exports|mod_register|module_version|module_flags|module_interface_ver)$/ {
			sub(/^.*\//, "", $1)
			print $1 " " $NF
		}'
}

# ---- documentation

# what operators see, as the code names it; a table's row may be wrapped anywhere
flat() {
	cat "$@" | tr '\\\n\t' '   ' | tr -s ' ' | sed 's/" "//g'
}

parameters() {
	flat $module/*.c | grep -oE '\{ ?"[a-z_0-9]+", ?(PARAM_|TEXT)' | cut -d'"' -f2
	flat $module/config.c | grep -oE '[ {,]WORD\([a-z_0-9]+\)' | sed 's/.*WORD(//; s/)//' | grep -vx name
	flat $module/config.c | grep -oE '[ {,]COLUMN\("[a-z_0-9]+"' | cut -d'"' -f2 | sed 's/$/_column/'
}

functions() {
	flat $module/*.c | grep -oE '(\{|CMD\() ?"reg302_[a-z_0-9]+"' | cut -d'"' -f2
}

rpc_commands() {
	flat $module/*.c | grep -oE '\{ ?"reg302\.[a-z_0-9]+"' | cut -d'"' -f2
}

# rows of R302_COUNTERS and R302_GAUGES; a register_refused_ for every refusal in R302_OUTCOMES,
# whose last two rows are none
counters() {
	flat $module/stats.h | grep -oE 'row\( ?R302_[SG]_[A-Z_]+, ?"[a-z_]+"' | cut -d'"' -f2
	flat $module/error.h | grep -oE 'row\( ?R302_E_[A-Z_]+, ?[0-9]+, ?"[^"]*", ?"[a-z_]+"' |
		grep -vE 'R302_E_(UNKNOWN|UNBOUND)' | cut -d'"' -f4 | sed 's/^/register_refused_/'
}

names_are_documented() {
	local name
	for name in $("$1" | sort -u); do
		grep -qwF -- "$name" $module/doc/*.xml || echo "$name is not in $module/doc"
	done
	[ -n "$("$1")" ] || echo "no names were found in the code: the pattern in tests/lint/run.sh is out of date"
}

# Kamailio's ids: reg302.p.NAME is a parameter, reg302.f.NAME a function
documented_names_exist() {
	local kind list name
	while read -r kind list; do
		grep -ohE "id=\"reg302\.$kind\.[a-z_0-9.]+\"" $module/doc/*.xml | cut -d'"' -f2 |
			sed "s/^reg302\.$kind\.//" | while read -r name; do
			"$list" | grep -xF -e "$name" -e "reg302_$name" -e "reg302.$name" >/dev/null ||
				echo "$module/doc describes $name, which the code does not have"
		done
	done <<-EOF
		p parameters
		f functions
	EOF
	return 0
}

readme_is_up_to_date() {
	modules/readme.sh "$scratch/README" || return 1
	diff -wB $module/README "$scratch/README" | head -n 20
	return 0
}

# DocBook 4's DTD knows no xmlns:xi, which all of Kamailio's documents have.
documentation_is_valid() {
	need xmllint || return 1
	local doc=$build/doc-tree/src/$module/doc
	xmllint --nonet --noout --xinclude --postvalid "$doc/reg302.xml" 2>&1 |
		grep ' error ' | grep -v 'attribute xmlns:xi'
	return 0
}

documentation() {
	check "every parameter is documented" names_are_documented parameters
	check "every script function is documented" names_are_documented functions
	check "every RPC command is documented" names_are_documented rpc_commands
	check "every counter is documented" names_are_documented counters
	check "what is documented exists" documented_names_exist
	check "README is up to date with doc (make doc)" readme_is_up_to_date
	check "the documentation is valid DocBook" documentation_is_valid
}

mkdir -p "$scratch"
check "C is formatted (make format)" formatting
check "shell scripts pass shellcheck" shell_scripts
check "includes go downward only" includes_go_down
check "version #if only in compat.h" version_ifs
check "functions have at most 80 lines" short_functions
check "no paths of one machine" machine_paths
check "the module builds without a warning" builds_without_warning
check "global names carry the prefix r302_" names_have_the_prefix
if [ -d $module/doc ]; then
	documentation
else
	echo "skip lint: documentation ($module/doc is not there)"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
