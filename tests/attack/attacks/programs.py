# SPDX-License-Identifier: MIT
"""The attackers' own programs, and the phones that come through all the same."""
import time

import peer
import tools
from world import PASSWORDS, attack

LOOK = ("--domain", "example.com", "--maximumtime", "2")


def banned(w, name="127.0.0.1"):
    return f"name: {name}\n" in w.server.rpc("htable.dump", "banned")[1]


@attack("closed", "open")
def svmap_finds_no_server_as_it_comes_and_no_version_in_disguise(w):
    if "WITH_ANTIFLOOD" in w.server.defs:
        assert "found nothing" in tools.sipvicious("svmap", peer.SERVER)
    said = tools.sipvicious("svmap", peer.SERVER, disguised=True)
    assert "reg302" in said and "amailio" not in said, said


@attack("closed")
def svwar_learns_no_user(w):
    for method, options, disguised in (("REGISTER", (), False), ("REGISTER", (), True),
                                       ("REGISTER", ("--force",), True),
                                       ("INVITE", ("--force",), True), ("OPTIONS", (), True)):
        w.server.forget()
        said = tools.sipvicious("svwar", "-m", method, "-e", "1000-1010", *options, *LOOK,
                                peer.SERVER, disguised=disguised, seconds=5)
        # under --force it lists what answered at all; by the answers nobody differs
        for user in ("1001", "1002"):
            assert said.count(user) == said.count("1009"), f"{method}: {said}"


@attack("closed")
def svcrack_cracks_nothing_and_is_banned(w):
    said = tools.sipvicious("svcrack", "-u", "1001", "-r", "1200-1300", *LOOK, peer.SERVER,
                            disguised=True, seconds=5)
    assert "1234" not in said, said
    assert banned(w) and banned(w, "user::1001"), said
    w.server.forget()
    said = tools.sipvicious("svcrack", "-u", "1001", "-r", "1230-1240", *LOOK, peer.SERVER,
                            seconds=4)
    assert "1234" not in said, said


@attack("closed")
def svcrack_would_have_cracked_it_with_fewer_guesses(w):
    """So that the test before says something: the tool does its work."""
    said = tools.sipvicious("svcrack", "-u", "1001", "-r", "1232-1234", *LOOK, peer.SERVER,
                            disguised=True, seconds=5)
    assert "1234" in said, said


@attack("closed")
def sipsak_gets_in_by_the_right_password_only(w):
    uri = f"sip:alice@{peer.SERVER}"
    for password, right in ((PASSWORDS["alice"], True), ("guess", False), ("", False)):
        for _ in range(1 if right else 2):
            code, said = tools.sipsak("-U", "-C", "sip:alice@phone.example.org", "-x", "600",
                                      "-u", "alice", "-a", password, "-s", uri)
            assert (code == 0) == right, f"'{password}': {code} {said}"


@attack("closed")
def sipsaks_flood_and_its_random_mode_harm_nobody(w):
    alice = w.phone("alice")
    for options in (("-F", "-e", "3000"), ("-R",)):
        tools.sipsak(*options, "-s", f"sip:alice@{peer.SERVER}", seconds=3)
        start = time.monotonic()
        assert alice.register().status == 200
        assert time.monotonic() - start < 4


@attack("closed")
def sipp_registers_with_credentials_and_not_without_the_right_ones(w):
    code, good, said = tools.sipp("alice", PASSWORDS["alice"], 200, 40, 20)
    assert code == 0 and good == 40, said[-1500:]
    code, good, said = tools.sipp("alice", "guess", 200, 5, 20)
    assert code != 0 and good == 0, said[-1500:]


@attack("closed")
def phones_with_passwords_over_tls_tcp_and_udp_still_call_each_other(w):
    alice = w.keep(tools.Baresip("alice", PASSWORDS["alice"], "tls", peer.TLS_PORT))
    bob = w.keep(tools.Baresip("bob", PASSWORDS["bob"], "udp"))
    carol = w.keep(tools.Baresip("1002", PASSWORDS["1002"], "tcp", host="127.0.0.1"))
    # baresip's connections come from 127.0.0.1, wherever it listens: carol is there, and
    # can be called over TCP; alice looks as if she were behind a NAT, and only calls
    for phone in (alice, bob, carol):
        phone.waits_for("200 OK .*binding")
    bound = w.server.rpc("reg302.show", "s:alice")[1]
    assert "received: tls:" in bound, bound
    for caller, called in ((alice, "bob"), (carol, "bob"), (bob, "1002")):
        caller.told("dial", f"sip:{called}@{peer.SERVER}")
        caller.waits_for("SIP/2.0 302")
        caller.waits_for("Call established")
        caller.told("hangup")
        caller.waits_for("terminate call", 5)


@attack("closed")
def a_phone_with_a_wrong_password_does_not_get_in(w):
    phone = w.keep(tools.Baresip("alice", "not-hers", "tls", peer.TLS_PORT))
    phone.waits_for("401 Unauthorized")
    time.sleep(1)
    assert not w.server.contacts("alice") and "200 OK" not in phone.said()
