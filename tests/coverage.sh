#!/usr/bin/env bash
# Which lines of the module the unit and the wire ring run: both once more, with
# copies of the module that count (gcc --coverage), file by file and with the
# functions that nothing called.
#   tests/coverage.sh
# ROOT, BUILD and KAMAILIO_SRC as the Makefile gives them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
export ROOT=${ROOT:-$(cd "$here/.." && pwd)}
export KAMAILIO_SRC=${KAMAILIO_SRC:-${BUILD:-$ROOT/build}/kamailio-src}
export BUILD=${BUILD:-$ROOT/build}/coverage

# what both rings take for the compiler
write_compiler() {
	cat >"$BUILD/cc" <<-'END'
		#!/bin/sh
		exec gcc "$@" --coverage -fprofile-update=atomic -O0
	END
	chmod +x "$BUILD/cc"
}

# A process of Kamailio ends with _exit(), which writes no counts. The module is
# linked with an object that says how to write them, and Kamailio is started with a
# library that does so.
write_flush() {
	cat >"$BUILD/tell.c" <<-'END'
		extern void coverage_tell(void (*dump)(void)) __attribute__((weak));
		extern void __gcov_dump(void);
		__attribute__((constructor)) static void tell(void)
		{
			if(coverage_tell)
				coverage_tell(__gcov_dump);
		}
	END
	cat >"$BUILD/flush.c" <<-'END'
		#include <sys/syscall.h>
		#include <unistd.h>
		static void (*write_counts)(void);
		void coverage_tell(void (*dump)(void))
		{
			write_counts = dump;
		}
		void _exit(int status)
		{
			if(write_counts)
				write_counts();
			for(;;)
				syscall(SYS_exit_group, status);
		}
	END
	gcc -fPIC -c "$BUILD/tell.c" -o "$BUILD/tell.o"
	gcc -fPIC -shared "$BUILD/flush.c" -o "$BUILD/flush.so"
	cat >"$BUILD/kamailio" <<-END
		#!/bin/sh
		LD_PRELOAD=\$LD_PRELOAD:$BUILD/flush.so exec kamailio "\$@"
	END
	chmod +x "$BUILD/kamailio"
}

rm -rf "$BUILD"
mkdir -p "$BUILD"
write_compiler
write_flush
CC=$BUILD/cc "$here/unit/run.sh" >"$BUILD/unit.log" || :
SANITIZE="--coverage -O0 $BUILD/tell.o" KAMAILIO=$BUILD/kamailio "$here/wire/run.sh" >"$BUILD/wire.log" || :
for ring in unit wire; do
	echo "$ring: $(tail -n 1 "$BUILD/$ring.log")"
done
PYTHONDONTWRITEBYTECODE=1 python3 "$here/coverage.py" "$BUILD/unit/asan/reg302" "$BUILD/wire/modules/reg302"
