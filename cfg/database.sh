# shellcheck shell=bash
# Sourced by run.sh and users.sh: which database, which realm. Expects here (the
# folder of this file), state (both absolute) and die().

# DB_URL as Kamailio takes it; the file in the state folder unless given. Users
# are kept there also when bindings are not (DB_URL=none).
database_url() {
	case ${DB_URL:-} in
	'' | none) echo "sqlite:///$state/reg302.sqlite" ;;
	sqlite:///* | postgres://* | postgresql://*) echo "$DB_URL" ;;
	*) die "DB_URL must begin with sqlite:/// or postgres://, not '$DB_URL'" ;;
	esac
}

# the path in sqlite:///path or sqlite:////path
sqlite_file() {
	local path=${1#sqlite:}
	echo "/${path#"${path%%[!/]*}"}"
}

# postgres://user:password@host:port/name into what psql reads from the
# environment: a password does not belong on a command line
postgres_environment() {
	local rest=${1#*://} who=
	[[ $rest =~ ^(.*)@(.*)$ ]] && who=${BASH_REMATCH[1]} rest=${BASH_REMATCH[2]}
	export PGUSER=${who%%:*} PGDATABASE=${rest#*/}
	[[ $who == *:* ]] && export PGPASSWORD=${who#*:}
	rest=${rest%%/*}
	[[ $rest =~ ^(.*):([0-9]+)$ ]] && rest=${BASH_REMATCH[1]} && export PGPORT=${BASH_REMATCH[2]}
	[ -z "$rest" ] || export PGHOST=$rest
	[ -n "$PGUSER" ] || unset PGUSER
}

# run the SQL on standard input; rows come out with | between the columns
database_sql() {
	local url file
	url=$(database_url)
	case $url in
	sqlite:*)
		command -v sqlite3 >/dev/null || die "sqlite3 is not installed (Debian: sqlite3)"
		file=$(sqlite_file "$url")
		(umask 077 && sqlite3 -batch -bail -cmd '.timeout 5000' "$file")
		;;
	*)
		command -v psql >/dev/null || die "psql is not installed (Debian: postgresql-client)"
		(postgres_environment "$url" && psql -q -A -t -X -v ON_ERROR_STOP=1)
		;;
	esac
}

# the tables of cfg/schema/NAME-*.sql, made when they are not there
database_prepare() {
	case $(database_url) in
	sqlite:*)
		{
			echo 'PRAGMA journal_mode = WAL;'
			cat "$here/schema/$1-sqlite.sql"
		} | database_sql >/dev/null || die "the tables of $1 could not be made in $(database_url)"
		;;
	*)
		{
			echo 'SET client_min_messages = warning;'
			cat "$here/schema/$1-postgres.sql"
		} | database_sql >/dev/null || die "the tables of $1 could not be made in the database of DB_URL"
		;;
	esac
}

# The tables of bindings. In a PostgreSQL that has them they may be somebody
# else's, and without psql they have to be: the module looks at their version.
database_prepare_bindings() {
	case $(database_url) in
	sqlite:*) ;;
	*)
		command -v psql >/dev/null || return 0
		[ -z "$(echo "SELECT to_regclass('location')" | database_sql)" ] || return 0
		;;
	esac
	database_prepare location
}

# What passwords are bound to. Once used it stays, in a file of the state folder:
# with another realm no stored digest fits any more.
realm() {
	local file=$state/realm text
	text=${REALM:-}
	[ -n "$text" ] || text=$(cat "$file" 2>/dev/null) || :
	[ -n "$text" ] || text=${DOMAINS:-}
	text=${text%% *}
	[ -n "$text" ] || text=$(hostname -f 2>/dev/null || hostname)
	[[ $text =~ ^[[:alnum:]._:-]+$ ]] || die "REALM must be a domain name or an address, not '$text'"
	echo "$text" >"$file"
	echo "$text"
}
