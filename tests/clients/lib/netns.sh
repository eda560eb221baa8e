# shellcheck shell=bash
# A small internet of network namespaces, for what loopback cannot show:
#
#   server 203.0.113.1 --+-- outside 203.0.113.9
#                        |
#          203.0.113.2 nat 192.168.77.1 --+-- desk1 192.168.77.21
#                                         +-- desk2 192.168.77.22
#
# The NAT gives each desk's SIP port a public port of its own, and lets anybody
# in through it (RFC 3489's full cone).

NETNS_MADE=()

# Long enough to be nobody else's, and the process knows its own.
netns_name() {
	echo "reg302-$$-$1"
}

# in_netns NS   leaves in IN the words that run a command in NS; none for ''. Not with
# `ip netns exec`, which changes mounts as well and cannot below a chroot.
in_netns() {
	IN=()
	[ -z "$1" ] || IN=(nsenter "--net=/run/netns/$(netns_name "$1")")
}

netns_exec() {
	in_netns "$1"
	shift
	"${IN[@]}" "$@"
}

netns_add() {
	ip netns add "$(netns_name "$1")" 2>"$WORK/netns" ||
		skip "no network namespaces here, they need root: $(head -n 1 "$WORK/netns")"
	NETNS_MADE+=("$1")
	netns_exec "$1" ip link set lo up
}

netns_remove_all() {
	local ns
	for ns in "${NETNS_MADE[@]}"; do
		ip netns del "$(netns_name "$ns")"
	done
	NETNS_MADE=()
}

# netns_wire NS IF ADDRESS/BITS SWITCH-NS SWITCH   a cable from NS to a bridge
netns_wire() {
	local port=p-$1
	ip link add "$2" netns "$(netns_name "$1")" type veth \
		peer name "$port" netns "$(netns_name "$4")"
	netns_exec "$1" ip addr add "$3" dev "$2"
	netns_exec "$1" ip link set "$2" up
	netns_exec "$4" ip link set "$port" master "$5" up
}

# netns_switch NS NAME ADDRESS/BITS
netns_switch() {
	netns_exec "$1" ip link add "$2" type bridge
	netns_exec "$1" ip addr add "$3" dev "$2"
	netns_exec "$1" ip link set "$2" up
}

# netns_internet   builds the picture above
netns_internet() {
	local ns
	for ns in server outside nat desk1 desk2; do
		netns_add "$ns"
	done
	netns_switch server public 203.0.113.1/24
	netns_wire outside eth0 203.0.113.9/24 server public
	netns_wire nat wan 203.0.113.2/24 server public
	netns_switch nat lan 192.168.77.1/24
	netns_wire desk1 eth0 192.168.77.21/24 nat lan
	netns_wire desk2 eth0 192.168.77.22/24 nat lan
	netns_exec desk1 ip route add default via 192.168.77.1
	netns_exec desk2 ip route add default via 192.168.77.1
	netns_exec nat sysctl -q -w net.ipv4.ip_forward=1
	netns_nat_rules | netns_exec nat nft -f -
}

# netns_street   the server and two phones with public addresses, no NAT
netns_street() {
	local ns
	for ns in server desk1 desk2; do
		netns_add "$ns"
	done
	netns_switch server public 203.0.113.1/24
	netns_wire desk1 eth0 203.0.113.21/24 server public
	netns_wire desk2 eth0 203.0.113.22/24 server public
}

# Public ports other than the private one, so that mixing them up shows.
netns_nat_rules() {
	cat <<-EOF
		table ip nat {
			chain in {
				type nat hook prerouting priority -100;
				iifname "wan" udp dport 45001 dnat to 192.168.77.21:$PHONE_PORT
				iifname "wan" udp dport 45002 dnat to 192.168.77.22:$PHONE_PORT
			}
			chain out {
				type nat hook postrouting priority 100;
				oifname "wan" ip saddr 192.168.77.21 udp sport $PHONE_PORT snat to 203.0.113.2:45001
				oifname "wan" ip saddr 192.168.77.22 udp sport $PHONE_PORT snat to 203.0.113.2:45002
				oifname "wan" masquerade
			}
		}
	EOF
}
