# reg302: a SIP registrar and 302 redirect server for Kamailio.
# The front door; the longer work is in the scripts it calls.

define HELP
make [target] [VARIABLE=value ...]

  build         build modules/reg302/reg302.so against the installed Kamailio (the default)
  run           start Kamailio in the foreground with cfg/kamailio.cfg; Ctrl-C stops it
  user-add      give a user a password      USER=1001 PASSWORD=... DOMAIN=  (or the password on stdin)
  user-list     who may register            user-remove  USER=1001 DOMAIN=
  user-grant    let USER=1002 register AOR=1001 as well; user-revoke takes it back
  test          every ring of tests: lint, unit, wire, clients, fuzz, model, stress, db, attack, bench
  test-unit     the module's parts alone, under the address and undefined-behaviour sanitizers
  test-wire     a real Kamailio answering real messages           FILTER=  only what matches
  test-clients  a real Kamailio and real phones                   FILTER=  only what matches
  test-stress   a real Kamailio with everything at once, and invariants   SEED=302
  test-model    a real Kamailio against a model of RFC 3261 10.3    SEED=302 STEPS=4000
  test-db       a real Kamailio with SQLite and PostgreSQL       FILTER=  only what matches; KILLS=20 SEED=302
  test-attack   a hostile peer against the shipped script          FILTER=  only what matches
  fuzz          libFuzzer on what reads the wire                    SECONDS=60 for all targets together
  fuzz-server   a real Kamailio and mutated messages                MESSAGES=1000000 SEED=302
  bench         stock Kamailio and the module under the same load: tables, CSV, plots   PARTS= PLOTS=
  bench-quick   the essentials of it, in a minute or two
  bench-latency redirects while bindings expire, are listed, are added
  bench-soak    ten million requests: speed and memory from beginning to end      REQUESTS=10000000
  bench-doc     figures of the last runs, with plots, into docs/performance.md
  bench-avalanche  100,000 phones come back within a minute       PHONES=100000 SECONDS=60
  bench-digest  registrations with Digest, beside stock, and what each defence costs   PHONES=20000
  test-bench    that the bench counts right
  coverage      which lines of the module the unit and wire rings run, file by file
  callgrind     instructions per REGISTER, INVITE and ACK, in the module and around it      REQUESTS=400 TOP=20
  callgrind-digest  the same per registration with Digest, beside stock      REQUESTS=400 TOP=20
  lint          formatting, include order, names, documentation, warnings
  format        clang-format every C file in place
  doc           write modules/reg302/README anew from modules/reg302/doc
  install       put the module, its documentation and examples into the system     DESTDIR=
  uninstall     remove exactly that                                                DESTDIR=
  clean         remove what was built; build/kamailio-src stays, `rm -rf build` brings it anew

build and test bring missing packages and Kamailio's headers with apt on Debian (as root or by sudo).

  KAMAILIO_SRC  a configured Kamailio source tree to build against   (build/kamailio-src)
  LISTEN        run: sockets, "udp:192.0.2.1:5060 tcp:192.0.2.1:5060"   (all interfaces, port 5060)
  DOMAINS       run: domains served besides the addresses, "example.com example.org"
  STATE_DIR     run: control socket, pid file, data   (run)
  WORKERS       run: UDP workers per socket   (4)
  DEFS          run: defines for the script, "WITH_AUTH WITH_ANTIFLOOD WITH_TLS WITH_WEBSOCKET"
  DB_URL        run, user-*: sqlite:///path or postgres://user@host/name  (a file in STATE_DIR);
                run: none keeps bindings in memory only
  REALM         run, user-*: the realm of Digest   (the first of DOMAINS, or this machine's name)
  TLS_CERT TLS_KEY  run: certificate and key, PEM   (one made and signed here)
  KAMAILIO_OPTS run: further options of kamailio, "-m 1024 -M 16"
endef

ROOT := $(CURDIR)
BUILD := $(ROOT)/build
# Kamailio's headers and build rules; brought there by `prepare` unless given
KAMAILIO_SRC ?= $(BUILD)/kamailio-src
override KAMAILIO_SRC := $(abspath $(KAMAILIO_SRC))
MODULE := modules/reg302
C_FILES = $(shell find modules tests -name '*.[ch]')

STATE_DIR ?= run
# where an ordinary user's shell on Debian does not look for servers
export PATH := $(PATH):/usr/local/sbin:/usr/sbin:/sbin
export ROOT BUILD KAMAILIO_SRC
export LISTEN DOMAINS STATE_DIR WORKERS DEFS KAMAILIO_OPTS DESTDIR DB_URL REALM TLS_CERT TLS_KEY

# USER is who is logged in unless the command line says otherwise; a password is
# taken as it is, with its dollar signs, and travels in the environment.
export SIP_USER = $(if $(filter command line,$(origin USER)),$(value USER))
export SIP_PASSWORD = $(value PASSWORD)
export SIP_DOMAIN = $(value DOMAIN)
export SIP_AOR = $(value AOR)

# Kamailio's makefiles know a DEFS of their own: what was given to us on the
# command line must not reach them, neither as an override nor in the environment.
MAKEOVERRIDES =
MAKE_MODULE = env -u DEFS $(MAKE) --no-print-directory -C $(MODULE) COREPATH=$(KAMAILIO_SRC)/src

.PHONY: build help prepare prepare-test prepare-callgrind prepare-bench callgrind callgrind-digest run user-add user-list user-remove \
	user-grant user-revoke test test-unit test-wire \
	test-clients test-stress test-model test-db test-attack test-bench bench bench-quick bench-latency bench-soak bench-doc \
	bench-avalanche bench-digest fuzz fuzz-server coverage lint doc format install uninstall clean

build: prepare
	@$(MAKE_MODULE)

help:
	$(info $(HELP))
	@:

prepare:
	@modules/prepare.sh build

prepare-test:
	@modules/prepare.sh build test

prepare-callgrind:
	@modules/prepare.sh build callgrind

prepare-bench:
	@modules/prepare.sh build bench

run: build
	@cfg/run.sh

user-add user-list user-remove user-grant user-revoke:
	@cfg/users.sh $(@:user-%=%)

test: prepare-test build
	@tests/run.sh lint unit wire clients fuzz model stress db attack bench

test-unit: prepare-test build
	@tests/unit/run.sh

test-wire: prepare-test build
	@tests/wire/run.sh $(FILTER)

test-clients: prepare-test build
	@tests/clients/run.sh $(FILTER)

test-stress: prepare-test build
	@SEED=$(SEED) tests/stress/run.sh

test-model: prepare-test build
	@SEED=$(SEED) STEPS=$(STEPS) tests/model/run.sh

test-db: prepare-test build
	@KILLS=$(KILLS) SEED=$(SEED) tests/db/run.sh $(FILTER)

test-attack: prepare-test build
	@tests/attack/run.sh $(FILTER)

test-bench: prepare-test build
	@tests/bench/run.sh

bench: prepare-bench build
	@tests/bench/bench.sh $(or $(PARTS),small medium large workers tcp shm prime latency sipp db) report $(if $(PLOTS),plots=$(PLOTS))

# the figures of the last runs go into the document, their plots beside it
bench-doc:
	@tests/bench/bench.sh report doc=docs/performance.md plots=docs/plots

bench-quick: prepare-bench build
	@tests/bench/bench.sh quick report

bench-latency: prepare-bench build
	@tests/bench/bench.sh latency report

bench-soak: prepare-bench build
	@tests/bench/bench.sh soak report $(if $(REQUESTS),requests=$(REQUESTS))

bench-avalanche: prepare-bench build
	@tests/bench/phones.sh avalanche $(or $(PHONES),100000) $(or $(SECONDS),60)

bench-digest: prepare-bench build
	@tests/bench/phones.sh digest $(or $(PHONES),20000)

fuzz: prepare-test build
	@tests/fuzz/run.sh $(or $(SECONDS),60) 0

fuzz-server: prepare-test build
	@tests/fuzz/server.sh $(or $(MESSAGES),1000000) $(SEED)

coverage: prepare-test build
	@tests/coverage.sh

callgrind: prepare-callgrind build
	@TOP=$(or $(TOP),0) tests/bench/callgrind.sh $(or $(REQUESTS),400)

callgrind-digest: prepare-callgrind build
	@TOP=$(or $(TOP),0) tests/bench/phones.sh digest_callgrind $(or $(REQUESTS),400)

lint: prepare-test build
	@tests/lint/run.sh

doc: prepare-test
	@modules/readme.sh

format: prepare-test
	clang-format -i $(C_FILES)

install: build
	@modules/install.sh install

uninstall:
	@modules/install.sh uninstall

clean:
	rm -f $(addprefix $(MODULE)/,*.o *.d *.so makecfg.lst librpath.lst)
	find $(BUILD) -mindepth 1 -maxdepth 1 ! -name 'kamailio-src*' ! -name apt -exec rm -rf {} + 2>/dev/null || :
