# SPDX-License-Identifier: MIT
"""Digest, and ways around it."""
import re
import time

import digest
import sip
from world import PASSWORDS, attack

HOME = f"sip:{sip.DOMAIN}"


def challenged(peer, user="alice", method="REGISTER", uri=HOME):
    """What the server asks of somebody at that address."""
    reply = peer.ask(sip.request(method, uri, peer, user=user))
    assert reply and reply.status == 401, f"no 401: {reply}"
    return digest.challenge(reply)


def try_in(peer, user, proof, contact="<sip:evil@203.0.113.66>", **given):
    """A REGISTER with that Authorization, for a Contact of the attacker's."""
    proofs = [proof] if isinstance(proof, str) else proof
    return peer.ask(sip.request("REGISTER", HOME, peer, user=user,
                                headers=[f"Contact: {contact}", *proofs], **given), 2)


def is_out(w, reply, what, user="alice"):
    """The attacker got a refusal that tells nothing, and changed nothing."""
    assert reply is None or reply.status in (400, 401, 403), f"{what}: {reply}"
    assert reply is None or not reply.contacts(), f"{what}: told {reply.contacts()}"
    bound = [c for c in w.server.contacts(user) if "evil" in c]
    assert not bound, f"{what}: {user} is bound to {bound}"


@attack("closed", "sha256")
def without_a_password_nobody_registers_and_nobody_calls(w):
    attacker = w.udp()
    for method in ("REGISTER", "INVITE", "MESSAGE", "SUBSCRIBE", "OPTIONS"):
        uri = HOME if method == "REGISTER" else "sip:alice@example.com"
        reply = attacker.ask(sip.request(method, uri, attacker, user="alice",
                                         headers=["Contact: <sip:evil@203.0.113.66>"]))
        assert reply and reply.status == 401 and not reply.contacts(), f"{method}: {reply}"
        asked = digest.challenge(reply)
        assert asked.params.get("qop") and asked.realm == sip.DOMAIN, asked.text
        assert not reply.all("Www-Authenticate-Basic") and "Basic" not in reply.text


@attack("closed", "sha256")
def the_right_password_gets_in_and_is_redirected(w):
    alice, bob = w.phone("alice"), w.phone("bob")
    assert alice.register().status == 200
    reply = bob.call("alice")
    assert reply.status == 302 and reply.contacts() == [alice.contact], reply


@attack("closed", "sha256")
def a_password_of_odd_characters_is_the_one_that_was_set(w):
    assert w.phone("dan").register().status == 200


@attack("closed", "sha256")
def a_phone_may_give_its_name_with_the_realm_behind_it(w):
    """The digest is made with the name as it was sent (RFC 7616 3.4.2): there is one
    for each way to write it."""
    alice = w.phone("alice")
    alice.name = "alice@example.com"
    assert alice.register().status == 200
    assert w.server.contacts("alice") == [alice.contact]
    assert alice.call("bob").status == 480
    # it is who he is, not somebody with a longer name
    assert w.phone("alice", alice.peer).register().status == 200
    mallory = w.intruder("mallory")
    mallory.name = "mallory@example.com"
    is_out(w, mallory.register("<sip:evil@203.0.113.66>", to="<sip:alice@example.com>"),
           "mallory@example.com for alice")


@attack("closed", "sha256")
def a_name_with_something_else_around_it_is_nobody(w):
    for name in ("alice@example.org", "alice@127.0.0.1", "alice@EXAMPLE.COM", "alice@",
                 "@example.com", "@", "alice@example.com@example.com", "alice@@example.com",
                 "alice@example.com ", "alice@ example.com", "sip:alice@example.com",
                 "sip:alice", "mallory:alice@example.com", "alice:mallory@example.com",
                 "alice@mallory:alice", "ALICE@example.com", "ALICE"):
        attacker = w.udp()
        proof = digest.answer(challenged(attacker), name, PASSWORDS["alice"], "REGISTER", HOME)
        is_out(w, try_in(attacker, "alice", proof), name)


@attack("closed", "sha256")
def wrong_and_guessed_digests_get_nobody_in(w):
    forgeries = {
        "wrong password": {"signed": {"password": "guess"}},
        "empty password": {"signed": {"password": ""}},
        "no response": {"response": None},
        "empty response": {"response": ""},
        "short response": {"response": "0"},
        "zeros": {"response": "0" * 32},
        "no user name": {"username": None},
        "empty user name": {"username": ""},
        "no nonce": {"nonce": None},
        "empty nonce": {"nonce": ""},
        "made-up nonce": {"nonce": "Z" * 48, "signed": {"nonce": "Z" * 48}},
        "no realm": {"realm": None},
        "empty realm": {"realm": "", "signed": {"realm": ""}},
        "no uri": {"uri": None},
        "no cnonce": {"cnonce": None},
        "no nc": {"nc": None},
        "signed for another method": {"signed": {"method": "INVITE"}},
        "signed for another uri": {"signed": {"uri": "sip:x"}},
        "uri of another server": {"uri": "sip:203.0.113.1", "signed": {"uri": "sip:203.0.113.1"}},
        "another realm": {"realm": "other.example", "signed": {"realm": "other.example"}},
        "algorithm downgraded": {"algorithm": "MD5", "signed": {
            "algorithm": "MD5", "password": "guess"}},
        "unknown algorithm": {"algorithm": "CRC32", "signed": {"password": "guess"}},
        "session algorithm": {"algorithm": "MD5-sess", "signed": {"password": "guess"}},
    }
    for what, forged in forgeries.items():
        attacker = w.udp()
        asked = challenged(attacker)
        password = PASSWORDS["alice"] if "signed" not in forged or \
            "password" not in forged["signed"] else "guess"
        forged = {**forged, "signed": dict(forged.get("signed", {}))}
        proof = digest.answer(asked, "alice", password, "REGISTER", HOME, **forged)
        is_out(w, try_in(attacker, "alice", proof), what)


@attack("closed", "sha256")
def credentials_that_are_none_get_a_challenge_and_no_line_in_the_log(w):
    start = w.server.log_size()
    parts = {"nc": None, "cnonce": None, "qop": None}
    forged = [{name: None} for name in ("username", "realm", "nonce", "uri", "response",
                                        "nc", "cnonce")]
    forged += [{**parts, "qop": "auth"}, {**parts, "nc": "00000001"}, {**parts, "cnonce": "x"},
               {"nc": None, "opaque": "x, nc=00000001"}, {"nc": None, "opaque": "x, nc=1, y"},
               {"nc": ""}, {"nc": "1 2"}, {"nc": '"1'}, {"qop": ""}, {"qop": '"auth'},
               {"qop": "auth-int"}, {"algorithm": ""}, {"cnonce": 'x" nc="'}, {"uri": ""}]
    attacker = w.udp()
    asked = challenged(attacker)
    proofs = [digest.answer(asked, "alice", "guess", "REGISTER", HOME, **f) for f in forged]
    whole = digest.answer(asked, "alice", "guess", "REGISTER", HOME)
    proofs += ["Authorization: " + text for text in (
        "", "Digest", "Digest ", "Digest,", "Digest nc", "Digest nc=", "Digest nc=1", "Digest =",
        'Digest username="alice', "Digest nc=1,", "Digest ,nc=1", "Basic YWxpY2U6Z3Vlc3M=",
        "Bearer nc=1", "x", '"', "Digest nc=1, nc=1", "Digest\tnc=1", "Digest nc=1 nc=1")]
    proofs += [whole + ",", whole + ", x", whole.replace(",", ",,", 1), whole.replace(",", ";", 1),
               whole.replace("=", "", 1), whole.replace("nc=", "nc"), whole.replace("nc=", "xnc="),
               whole.replace("Digest ", "Digest"), whole.replace("Digest", "Digestive")]
    for proof in proofs:
        is_out(w, try_in(w.udp(), "alice", proof), proof)
        noise = re.findall("(?:ERROR|WARNING|CRITICAL|ALERT).*", w.server.log(start))
        assert not noise, f"{proof}\n{noise}"


@attack("closed", "sha256")
def no_qop_makes_up_for_the_password(w):
    for qop in (None, "auth-int", "none", "", "auth,auth-int", '"auth"x'):
        attacker = w.udp()
        proof = digest.answer(challenged(attacker), "alice", "guess", "REGISTER", HOME,
                              qop=qop, signed={"qop": qop},
                              **({"nc": None, "cnonce": None} if qop is None else {}))
        is_out(w, try_in(attacker, "alice", proof), f"qop={qop}")


@attack("closed", "sha256")
def a_digest_without_qop_is_good_once_too(w):
    """Some phones still answer as RFC 2069 did; what they send has no counter."""
    alice = w.phone("alice")
    asked = challenged(alice.peer)
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME,
                          qop=None, nc=None, cnonce=None, signed={"qop": None})
    replies = [alice.peer.ask(alice.message("REGISTER", HOME, [proof])) for _ in range(3)]
    assert [r.status for r in replies] == [200, 401, 401], replies
    is_out(w, try_in(w.udp(alice.peer.host), "alice", proof), "from her address")


@attack("closed", "sha256")
def an_overheard_register_is_worth_nothing_to_who_overheard_it(w):
    alice = w.phone("alice")
    asked = challenged(alice.peer)
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME)
    heard = alice.message("REGISTER", HOME, [f"Contact: <{alice.contact}>", proof])
    assert alice.peer.ask(heard, 8).status == 200  # once: a repetition would be stale
    before = w.server.rpc("reg302.show", "s:alice")[1]
    spy = w.udp()
    same = spy.ask(heard)
    assert same is None or same.status == 401, f"byte for byte: {same}"
    is_out(w, try_in(spy, "alice", proof, call_id="x", cseq="9 REGISTER"), "from elsewhere")
    # behind the same NAT, even
    spy = w.udp(alice.peer.host)
    is_out(w, try_in(spy, "alice", proof, call_id="y", cseq="9 REGISTER"), "from her address")
    spy.ask(heard)
    after = w.server.rpc("reg302.show", "s:alice")[1]
    keep = re.compile(r"received: .*|contact: .*")
    assert keep.findall(before) == keep.findall(after), after
    w.phone("alice", w.udp(alice.peer.host)).register("*", expires=0)


@attack("closed", "sha256")
def a_nonce_is_good_once_whatever_its_count_says(w):
    alice = w.phone("alice")
    asked = challenged(alice.peer)
    for turn, nc in enumerate(("00000001", "00000001", "00000002", "00000000", "ffffffff",
                               "1", "0", "", "-1", "0000000000000000002")):
        proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME,
                              nc=nc, signed={"nc": nc})
        reply = alice.peer.ask(alice.message("REGISTER", HOME,
                                             ["Contact: <sip:evil@203.0.113.66>", proof]))
        if turn == 0:
            assert reply.status == 200, reply
            alice.register("*", expires=0)
            continue
        is_out(w, reply, f"nc={nc}")


@attack("closed")
def a_used_nonce_is_called_stale_so_the_phone_asks_nobody_for_the_password(w):
    alice = w.phone("alice")
    asked = challenged(alice.peer)
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME)
    first = alice.peer.ask(alice.message("REGISTER", HOME, [proof]))
    second = alice.peer.ask(alice.message("REGISTER", HOME, [proof]))
    assert first.status == 200 and second.status == 401, (first, second)
    again = digest.challenge(second)
    assert again.stale and again.nonce != asked.nonce, again.text


@attack("closed")
def a_nonce_of_one_address_is_no_good_at_another(w):
    asked = challenged(w.udp())
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "REGISTER", HOME)
    is_out(w, try_in(w.udp(), "alice", proof), "somebody else's nonce")


@attack("closed")
def a_digest_for_a_call_registers_nobody(w):
    attacker = w.udp()
    uri = "sip:bob@example.com"
    asked = challenged(attacker, method="INVITE", uri=uri)
    proof = digest.answer(asked, "alice", PASSWORDS["alice"], "INVITE", uri)
    is_out(w, try_in(attacker, "alice", proof), "an INVITE's digest in a REGISTER")


SPELLINGS = (
    "<sip:alice@example.com>", "<sip:%61lice@example.com>", "<sips:alice@example.com>",
    "<sip:alice@127.0.0.1>", "<sip:alice:mallory@example.com>", "sip:alice@example.com",
    "<sip:alice@EXAMPLE.COM;user=phone>", '"mallory" <sip:alice@example.com>',
    "<sip:alice@example.com>;user=mallory", "<sip:alice@example.com?user=mallory>",
    "<sip:mallory@example.com>, <sip:alice@example.com>",
    "<sip:alice@example.com>, <sip:mallory@example.com>",
    "<sip:alice%00@example.com>", "<sip:alice%00mallory@example.com>",
    "<sip:alice;mallory@example.com>", "<sip:alice @example.com>",
    '"<sip:mallory@example.com>" <sip:alice@example.com>',
    '"x\\" <sip:mallory@example.com>" <sip:alice@example.com>',
    "sip:alice@example.com;x=<sip:mallory@example.com>",
    "<tel:alice>", "<sip:alice@example.com> <sip:mallory@example.com>",
)


@attack("closed", "sha256")
def another_users_password_hijacks_nobody_however_the_name_is_spelled(w):
    alice = w.phone("alice")
    assert alice.register().status == 200
    for to in SPELLINGS:
        mallory = w.intruder("mallory")
        reply = mallory.register("<sip:evil@203.0.113.66>", to=to)
        bound = w.server.contacts("alice")
        assert bound == [alice.contact], f"To: {to} -> {reply}; alice is at {bound}"
        assert alice.contact not in (reply.contacts() if reply else []), f"{to}: {reply}"
        assert reply is None or reply.status in (400, 403, 404) \
            or "evil" in w.server.contacts("mallory")[0], f"To: {to} -> {reply}"
        w.server.rpc("reg302.remove", "s:mallory")


@attack("closed")
def two_names_in_one_request_are_not_played_off_against_each_other(w):
    for headers in (["To: <sip:mallory@example.com>"], ["t: <sip:mallory@example.com>"],
                    ["f: <sip:mallory@example.com>;tag=1"]):
        mallory = w.intruder("mallory")
        reply = mallory.ask("REGISTER", HOME, ["Contact: <sip:evil@203.0.113.66>", *headers],
                            to="<sip:alice@example.com>")
        is_out(w, reply, f"alice and {headers}")
    for order in (1, -1):
        mallory = w.udp()
        asked = challenged(mallory, "mallory")
        mine = digest.answer(asked, "mallory", PASSWORDS["mallory"], "REGISTER", HOME)
        hers = digest.answer(asked, "alice", "guess", "REGISTER", HOME)
        is_out(w, try_in(mallory, "alice", [mine, hers][::order]), "two Authorizations")
        asked = challenged(mallory, "mallory")
        mine = digest.answer(asked, "mallory", PASSWORDS["mallory"], "REGISTER", HOME)
        hers = digest.answer(asked, "alice", "guess", "REGISTER", HOME)
        hers = hers.replace("Authorization", "Proxy-Authorization", 1)
        is_out(w, try_in(mallory, "alice", [mine, hers][::order]), "a Proxy-Authorization")
        asked = challenged(mallory, "mallory")
        mine = digest.answer(asked, "mallory", PASSWORDS["mallory"], "REGISTER", HOME)
        both = mine.replace('username="mallory"',
                            ", ".join(['username="alice"', 'username="mallory"'][::order]))
        is_out(w, try_in(mallory, "alice", both), "two user names")
        other = mine.replace('realm="example.com"', 'realm="example.org"')
        is_out(w, try_in(mallory, "alice", [other, mine][::order]), "two realms")


@attack("closed")
def an_outsider_removes_nothing_by_wildcard_or_by_name(w):
    alice = w.phone("alice")
    assert alice.register().status == 200
    for contact in ("*", f"<{alice.contact}>;expires=0"):
        stranger, mallory = w.udp(), w.phone("mallory")
        reply = stranger.ask(sip.request("REGISTER", HOME, stranger, user="alice", headers=[
            f"Contact: {contact}", "Expires: 0"], call_id=alice.call_id, cseq="99 REGISTER"))
        assert reply.status == 401, reply
        reply = mallory.register(contact, expires=0, to="<sip:alice@example.com>")
        assert reply.status == 403, reply
        assert w.server.contacts("alice") == [alice.contact]


@attack("closed")
def a_third_party_registers_with_a_grant_only(w):
    bob = w.phone("bob")
    reply = bob.register("<sip:alice@203.0.113.9>", to="<sip:alice@example.com>")
    assert reply.status == 403, reply
    done = w.server.make("user-grant", USER="bob", AOR="alice")
    assert done.returncode == 0, done.stderr
    reply = bob.register("<sip:alice@203.0.113.9>", to="<sip:alice@example.com>")
    assert reply.status == 200 and reply.contacts() == ["sip:alice@203.0.113.9"], reply
    # it is his alone, and for her alone
    reply = w.phone("mallory").register("<sip:x@203.0.113.9>", to="<sip:alice@example.com>")
    assert reply.status == 403, reply
    reply = bob.register("<sip:x@203.0.113.9>", to="<sip:mallory@example.com>")
    assert reply.status == 403, reply
    assert w.server.make("user-revoke", USER="bob", AOR="alice").returncode == 0
    assert bob.register("*", expires=0, to="<sip:alice@example.com>").status == 403
    w.phone("alice").register("*", expires=0)


INJECTIONS = (
    "' OR '1'='1", "alice' --", "alice'; DROP TABLE subscriber; --", '" OR ""="', "alice\\",
    "' UNION SELECT 'x' --", "%' OR 1=1 --", "alice%00", "alice' /*", "%27 OR 1=1",
    "x'; UPDATE subscriber SET ha1='0'; --", "alice)", "$$alice$$", "\\' OR 1=1 --", "*", "_____",
    "%", "alice@example.com' --", "\u2019 OR 1=1 --",
)


@attack("closed", "sha256")
def sql_in_the_name_or_the_realm_is_a_name_like_any_other(w):
    for text in INJECTIONS:
        attacker, escaped = w.udp(), "".join(f"%{b:02x}" for b in text.encode())
        asked = challenged(attacker)
        shown = text.replace("\\", "\\\\").replace('"', '\\"')
        for user, given in ((shown, {}), ("alice", {"realm": shown})):
            proof = digest.answer(asked, user, "", "REGISTER", HOME, **given)
            is_out(w, try_in(attacker, "alice", proof), f"{user} {given}")
        attacker.ask(sip.request("REGISTER", HOME, attacker, user=escaped))
        reply = attacker.ask(sip.request("INVITE", f"sip:{escaped}@example.com", attacker))
        assert reply is None or reply.status in (400, 401, 404), f"{text}: {reply}"
    # after a login, too, where the name reaches the next query
    w.server.forget()
    mallory = w.phone("mallory")
    for text in INJECTIONS:
        escaped = "".join(f"%{b:02x}" for b in text.encode())
        reply = mallory.register("<sip:evil@203.0.113.66>", to=f"<sip:{escaped}@example.com>")
        assert reply.status in (400, 403, 404), f"To: {text}: {reply}"
        reply = mallory.call(escaped)
        assert reply.status in (400, 403, 404, 480), f"a call to {text}: {reply}"
    alice = w.phone("alice")
    assert alice.register().status == 200, "the table of users is not what it was"
    alice.register("*", expires=0)
    done = w.server.make("user-add", USER="x'; DROP TABLE subscriber; --", PASSWORD="x")
    assert done.returncode != 0
    assert "alice" in w.server.make("user-list").stdout


def shape(reply):
    """An answer without what is new in each."""
    text = re.sub(r"(branch|tag|nonce|received|rport|opaque)=\"?[^\";\r]*\"?", r"\1", reply.text)
    text = re.sub(r"(?mi)^(Call-ID|CSeq|Via|From|To|Date):.*\r$", r"\1", text)
    return re.sub(r"127\.[\d.:]+", "", text)


@attack("closed", "sha256")
def an_unknown_user_and_a_wrong_password_get_the_same_answer(w):
    for method, uri in (("REGISTER", HOME), ("INVITE", "sip:bob@example.com")):
        answers = {}
        for user in ("alice", "bob", "nobody", "a" * 60, "4711"):
            attacker = w.udp()
            first = attacker.ask(sip.request(method, uri, attacker, user=user))
            proof = digest.answer(digest.challenge(first), user, "guess", method, uri)
            second = attacker.ask(sip.request(method, uri, attacker, user=user,
                                              headers=[proof]))
            answers.setdefault((shape(first), shape(second)), []).append(user)
        assert len(answers) == 1, list(answers)[:2]
    # nor does a call tell who exists
    answers = {}
    for user in ("alice", "nobody", "4711"):
        for method in ("INVITE", "OPTIONS", "MESSAGE"):
            attacker = w.udp()
            reply = attacker.ask(sip.request(method, f"sip:{user}@example.com", attacker))
            answers.setdefault(shape(reply), []).append((method, user))
    assert len(answers) == 1, list(answers.values())


@attack("closed")
def an_unknown_user_takes_as_long_as_a_wrong_password(w):
    times = {"alice": [], "nobody": []}
    for _ in range(40):
        for user, all_of_them in times.items():
            attacker = w.udp()
            proof = digest.answer(challenged(attacker), user, "guess", "REGISTER", HOME)
            message = sip.request("REGISTER", HOME, attacker, user=user, headers=[proof])
            start = time.perf_counter()
            attacker.ask(message)
            all_of_them.append(time.perf_counter() - start)
            attacker.close()
    known, unknown = (sorted(t)[len(t) // 2] for t in times.values())
    assert 0.4 < known / unknown < 2.5, f"{known * 1e6:.0f} us against {unknown * 1e6:.0f} us"


@attack("closed")
def who_may_call_learns_who_exists_and_who_may_not_does_not(w):
    bob = w.phone("bob")
    assert bob.call("alice").status == 480, "a subscriber without a phone"
    assert bob.call("nobody").status == 404
