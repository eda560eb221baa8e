# shellcheck shell=bash
# What `make install` puts into a system serves there by itself, without this tree.

installed=
system=

# The server is started as the user of the packages where we may, in a place where
# that user may go.
install_it() {
	installed=$(mktemp -d)
	TEMPORARY=$installed
	chmod 755 "$installed"
	DESTDIR=$installed "$ROOT/modules/install.sh" install >"$WORK/install.log"
	STATE_DIR=$installed/var/lib/kamailio
	mkdir -p "$STATE_DIR"
	[ "$(id -u)" -ne 0 ] || chown kamailio: "$STATE_DIR"
	system=$(dirname "$(dpkg -L kamailio | grep '/modules/tm\.so$')")
}

# users WORD...   with nothing else in its environment
users() {
	env -i PATH="$PATH" STATE_DIR="$STATE_DIR" "$installed/usr/sbin/reg302-users" "$@"
}

database() {
	sqlite3 "$STATE_DIR/reg302.sqlite"
}

# the file that docs/operations.md has for Debian's unit
write_script() {
	cat >"$installed/kamailio.cfg" <<-EOF
		#!KAMAILIO
		#!define WITH_DB
		#!define WITH_AUTH
		#!define AUTH_REALM "phones.example.com"
		#!define DB_URL "sqlite:///$STATE_DIR/reg302.sqlite"
		#!define STATE_CTL "unix:$STATE_DIR/kamailio.ctl"
		include_file "$installed/usr/share/doc/reg302/examples/kamailio.cfg"
	EOF
}

start_installed() {
	launch "$WORK/server.log" kamailio -DD -E -f "$installed/kamailio.cfg" \
		-L "$system:$installed$system" -Y "$STATE_DIR" -P "$STATE_DIR/kamailio.pid" \
		-l "udp:$SERVER_HOST:$SERVER_PORT"
	server_answers 15
}

test_an_installed_server_knows_its_users_without_the_source_tree() {
	install_it
	echo secret1001 | users add USER=1001 REALM=phones.example.com
	echo secret1002 | users add USER=1002
	users grant USER=1002 AOR=1001
	[ "$(users list)" = "1001@phones.example.com
1002@phones.example.com  may also register 1001" ]
	users revoke USER=1002 AOR=1001
	users remove USER=1002
	[ "$(users list)" = "1001@phones.example.com" ]
	[ "$(stat -c '%U %a' "$STATE_DIR/reg302.sqlite")" = "$(stat -c %U "$STATE_DIR") 600" ]
	database <"$installed/usr/share/reg302/schema/location-sqlite.sql"
	write_script
	start_installed
	use_passwords
	phone_start alice 1001 127.0.0.21 20000-20010
	binding 1001 contact | grep '@127\.0\.0\.21:'
	[ "$(echo "SELECT username FROM location;" | database)" = 1001 ]
	server_stop
}

test_a_password_on_the_command_line_of_reg302_users_is_refused() {
	install_it
	if users add USER=1001 PASSWORD=secret REALM=phones.example.com </dev/null; then
		fail "it was taken"
	fi
	[ ! -e "$STATE_DIR/reg302.sqlite" ]
}

test_uninstall_leaves_nothing_of_it_and_takes_nothing_else() {
	install_it
	touch "$installed/usr/share/reg302/mine"
	DESTDIR=$installed "$ROOT/modules/install.sh" uninstall >"$WORK/uninstall.log"
	[ "$(find "$installed" -type f -printf '%P\n')" = usr/share/reg302/mine ]
	[ ! -e "$installed/usr/share/doc/reg302" ]
}
