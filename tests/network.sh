# shellcheck shell=bash
# Sourced by the rings: a network of their own, so that two runs do not meet and
# what is sent anywhere stays here.

# The words before a command that run it there with lo up, in NETWORK; none when we
# are there already. 1: it is not allowed here, and NETWORK is empty.
#
# An ordinary user gets it in a user namespace that makes him root; where there are
# none, as below a chroot, root needs none.
own_network() {
	local how
	NETWORK=()
	[ -z "${IN_OWN_NETWORK:-}" ] || return 0
	for how in -rn -n; do
		unshare "$how" ip link set lo up 2>/dev/null || continue
		# shellcheck disable=SC2016 # expanded inside
		NETWORK=(env IN_OWN_NETWORK=yes unshare "$how" sh -c 'ip link set lo up && exec "$@"' -)
		return 0
	done
	return 1
}
