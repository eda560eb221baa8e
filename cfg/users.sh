#!/usr/bin/env bash
# `make user-add`, `user-list`, `user-remove`, `user-grant`, `user-revoke`: who may
# register. Digests are stored, passwords never.
#   cfg/users.sh add|remove|list|grant|revoke [USER=] [DOMAIN=] [AOR=] [REALM=] [DB_URL=]
# Or SIP_USER, SIP_DOMAIN, SIP_AOR and SIP_PASSWORD from the environment; a password
# that is not there is read from standard input.
set -eu

export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")" && pwd)
user=${SIP_USER:-}
domain=${SIP_DOMAIN:-}
aor=${SIP_AOR:-}

die() {
	echo "users: $*" >&2
	exit 1
}

# shellcheck source=cfg/database.sh
. "$here/database.sh"

# what the shipped script takes for a user: safe in SQL, in a URI and in a digest
check_name() {
	[ -n "$2" ] || die "$1= is missing"
	[[ $2 =~ ^[[:alnum:]_.+-]{1,64}$ ]] ||
		die "$1 may have letters, digits and _ . + -, at most 64 of them, not '$2'"
}

check_domain() {
	[[ $domain =~ ^[[:alnum:]._:-]{1,64}$ ]] || die "DOMAIN must be a domain name or an address, not '$domain'"
}

# from the environment, from a terminal without echo, or a line of standard input
read_password() {
	local again
	password=${SIP_PASSWORD:-}
	[ -n "$password" ] && return
	if [ -t 0 ]; then
		read -r -s -p "Password of $user: " password && echo >&2
		read -r -s -p "once more: " again && echo >&2
		[ "$password" = "$again" ] || die "the two passwords differ"
	else
		IFS= read -r password || :
	fi
	[ -n "$password" ] || die "PASSWORD= is missing, and standard input has none"
}

# by a pipe: an argument would be in the list of processes
digest() {
	printf '%s' "$2" | "${1}sum" | cut -d ' ' -f 1
}

add() {
	local password
	check_name USER "$user"
	check_domain
	read_password
	database_sql <<-END
		BEGIN;
		DELETE FROM subscriber WHERE username = '$user' AND domain = '$domain';
		INSERT INTO subscriber (username, domain, password, ha1, ha1b, ha1_sha256, ha1b_sha256)
		VALUES ('$user', '$domain', '',
		'$(digest md5 "$user:$domain:$password")',
		'$(digest md5 "$user@$domain:$domain:$password")',
		'$(digest sha256 "$user:$domain:$password")',
		'$(digest sha256 "$user@$domain:$domain:$password")');
		COMMIT;
	END
	echo "users: $user may register with the realm $domain"
}

# quotes nothing: names and domains are checked
exists() {
	[ -n "$(echo "SELECT username FROM subscriber WHERE username = '$user' AND domain = '$domain';" | database_sql)" ]
}

remove() {
	check_name USER "$user"
	check_domain
	exists || die "there is no user $user with the realm $domain"
	database_sql <<-END
		BEGIN;
		DELETE FROM subscriber WHERE username = '$user' AND domain = '$domain';
		DELETE FROM uri WHERE username = '$user' AND domain = '$domain';
		COMMIT;
	END
	echo "users: $user is gone; its bindings stay until they expire or 'kamcmd reg302.remove $user' ends them"
}

list() {
	echo "SELECT s.username, s.domain, u.uri_user FROM subscriber s
		LEFT JOIN uri u ON u.username = s.username AND u.domain = s.domain
		ORDER BY s.domain, s.username, u.uri_user;" | database_sql |
		awk -F '|' '
			{ key = $1 "@" $2 }
			key != last { if(NR > 1) print line; line = key; sep = "  may also register "; last = key }
			$3 != "" { line = line sep $3; sep = ", " }
			END { if(NR) print line }'
}

grant() {
	check_name USER "$user"
	check_name AOR "$aor"
	check_domain
	exists || die "there is no user $user with the realm $domain"
	database_sql <<-END
		BEGIN;
		DELETE FROM uri WHERE username = '$user' AND domain = '$domain' AND uri_user = '$aor';
		INSERT INTO uri (username, domain, uri_user) VALUES ('$user', '$domain', '$aor');
		COMMIT;
	END
	echo "users: $user may register $aor"
}

revoke() {
	check_name USER "$user"
	check_name AOR "$aor"
	check_domain
	echo "DELETE FROM uri WHERE username = '$user' AND domain = '$domain' AND uri_user = '$aor';" | database_sql
	echo "users: $user may not register $aor any more"
}

take_words() {
	local word
	for word in "$@"; do
		case $word in
		USER=*) user=${word#*=} ;;
		DOMAIN=*) domain=${word#*=} ;;
		AOR=*) aor=${word#*=} ;;
		REALM=* | DB_URL=* | STATE_DIR=*) export "${word?}" ;;
		PASSWORD=*) die "a password does not belong on the command line: type it in, or give it by a pipe" ;;
		*) die "what is '$word'? USER=, DOMAIN=, AOR=, REALM=, DB_URL=, STATE_DIR=" ;;
		esac
	done
}

case ${1:-} in
add | remove | list | grant | revoke) ;;
*) die "add, remove, list, grant or revoke?" ;;
esac
take_words "${@:2}"
STATE_DIR=${STATE_DIR:-$here/../run}
mkdir -p "$STATE_DIR"
state=$(cd "$STATE_DIR" && pwd)
[ -n "$domain" ] || domain=$(realm)
database_prepare users
"$1"
