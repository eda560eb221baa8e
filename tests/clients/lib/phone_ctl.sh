#!/bin/bash
# One command to a baresip with the module ctrl_tcp: JSON in netstrings.
#
# usage: phone_ctl.sh HOST PORT COMMAND [PARAMS]    prints baresip's answer
set -eu

exec 3<>"/dev/tcp/$1/$2"

request="{\"command\":\"$3\",\"params\":\"${4:-}\",\"token\":\"1\"}"
printf '%d:%s,' "${#request}" "$request" >&3

# events of the phone come in between
while IFS= read -r -t 3 -d : length <&3; do
	IFS= read -r -t 3 -N $((length + 1)) answer <&3
	case $answer in
		*'"response":true,"ok":true'*)
			printf '%b\n' "${answer//\\\//\/}"
			exit 0
			;;
		*'"response":true'*)
			printf '%b\n' "$answer"
			exit 1
			;;
	esac
done
echo "no answer from the phone" >&2
exit 1
