# shellcheck shell=bash
# Sourced by the rings that want a whole server: a copy of the module built with
# other compiler options, and a Kamailio that runs it. ROOT, BUILD and
# KAMAILIO_SRC as the Makefile gives them.

# shellcheck source-path=SCRIPTDIR source=network.sh
. "$(dirname "${BASH_SOURCE[0]}")/network.sh"

# for a module loaded into a Kamailio that is not instrumented itself
export ASAN_OPTIONS="detect_leaks=0:halt_on_error=1:abort_on_error=0:handle_segv=1:detect_stack_use_after_return=0"
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"
# shellcheck disable=SC2034 # read by those who source this
sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g"

server_pid=
server_dir=
server_ctl=

# however the ring ends, no server of it is left
end_servers() {
	local pid
	for pid in $(jobs -p); do kill "$pid" 2>/dev/null || :; done
}
trap end_servers EXIT

# build_module DIR FLAGS: DIR/reg302/reg302.so. The flags go behind the module's own
# makefile: a configured source tree has its compile flags fixed.
build_module() {
	local dir=$1/reg302 flags=$2
	mkdir -p "$dir"
	cp -pu "$ROOT"/modules/reg302/*.[ch] "$ROOT"/modules/reg302/Makefile "$dir/"
	printf '%s\n' 'include Makefile' "CFLAGS += $flags" "LDFLAGS += $flags" >"$dir/flags.mk"
	env -u DEFS -u MAKEFLAGS -u MAKELEVEL make -s -j"$(nproc)" -C "$dir" -f flags.mk \
		COREPATH="$KAMAILIO_SRC/src" >"$1/build.log" 2>&1
}

system_modules() {
	dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')"
}

# kamailio itself is not instrumented: the sanitizers' libraries have to be there first
preload() {
	local lib
	for lib in libasan.so libubsan.so; do
		readlink -f "$("${CC:-cc}" -print-file-name=$lib)"
	done | paste -s -d :
}

# in a network of our own, or not at all: exit 0 there, and 1 where that is not allowed
enter_network() {
	[ -z "${IN_OWN_NETWORK:-}" ] || return 0
	own_network || return 1
	exec "${NETWORK[@]}" "$@"
}

# write_cfg FILE: cfg/kamailio.cfg with the lines of standard input as further parameters
write_cfg() {
	local marker='^# -- more reg302 parameters here --'
	{
		sed "/$marker/q" "$ROOT/cfg/kamailio.cfg"
		cat
		sed "1,/$marker/d" "$ROOT/cfg/kamailio.cfg"
	} >"$1"
}

# start_server DIR MODULES ADDRESS:PORT [OPTION...], the lines of standard input are
# module parameters. Sets server_pid, server_dir, server_ctl. 1: it does not start.
start_server() {
	local dir=$1 modules=$2 socket=$3 try
	shift 3
	server_dir=$dir server_ctl=$dir/kamailio.ctl
	rm -rf "$dir"
	mkdir -p "$dir"
	write_cfg "$dir/kamailio.cfg"
	env LD_PRELOAD="${SERVER_PRELOAD:-}" kamailio -DD -E -f "$dir/kamailio.cfg" \
		-L "$(system_modules):$modules" -Y "$dir" -P "$dir/kamailio.pid" \
		-A "STATE_CTL=\"unix:$server_ctl\"" -N 2 --alias=example.com \
		-l "udp:$socket" -l "tcp:$socket" "$@" >>"$dir/log" 2>&1 &
	server_pid=$!
	for try in $(seq 200); do
		kill -0 "$server_pid" 2>/dev/null || break
		if [ -S "$server_ctl" ] && rpc core.version >/dev/null 2>&1; then return 0; fi
		sleep 0.1
	done
	tail -n 5 "$dir/log" | sed "s/^/    # try $try: /"
	return 1
}

rpc() {
	timeout 10 kamcmd -s "unix:$server_ctl" "$@"
}

# 1: it had died before, or does not end well
stop_server() {
	local status=0
	[ -n "$server_pid" ] || return 0
	kill "$server_pid" 2>/dev/null || :
	wait "$server_pid" || status=$?
	server_pid=
	[ "$status" -eq 0 ] && ! grep -qE 'AddressSanitizer|runtime error:' "$server_dir/log"
}
