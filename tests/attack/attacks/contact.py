# SPDX-License-Identifier: MIT
"""Register what nobody should be sent to."""
from world import attack


def offered(caller, user):
    reply = caller.call(user)
    return reply.contacts() if reply.status == 302 else []


@attack("open", "closed")
def nobody_is_sent_back_to_where_he_asked(w):
    mallory, caller = w.phone("mallory"), w.phone("bob")
    for host in ("example.com", "EXAMPLE.com", "127.0.0.1:5060", "127.0.0.1"):
        mallory.register("*", expires=0)
        reply = mallory.register(f"<sip:mallory@{host}>")
        assert reply.status in (200, 400, 403), reply
        got = caller.ask("INVITE", f"sip:mallory@{host}", call_id=f"loop-{host}")
        assert got.status != 302, f"a loop: {got.contacts()}"


@attack("open", "closed")
def one_call_is_one_answer_even_where_users_point_at_each_other(w):
    mallory, bob, caller = w.phone("mallory"), w.phone("bob"), w.phone("alice")
    mallory.register("<sip:bob@127.0.0.1:5060>")
    bob.register("<sip:mallory@127.0.0.1:5060>")
    before = w.server.count("core:rcv_requests")
    caller.call("mallory")
    extra = caller.peer.replies(0.3)
    after = w.server.count("core:rcv_requests")
    mallory.register("*", expires=0)
    bob.register("*", expires=0)
    assert not extra and after - before <= 4, f"{after - before} requests for one call"


@attack("open", "closed")
def an_internal_address_of_somebody_else_is_replaced_by_the_attackers_own(w):
    mallory, caller = w.phone("mallory"), w.phone("bob")
    for inside in ("10.1.2.3:5060", "192.168.0.1", "172.16.0.9:22", "169.254.169.254:80",
                   "[fd00::1]:5060", "100.64.0.1", "0.0.0.0:1"):
        mallory.register("*", expires=0)
        reply = mallory.register(f"<sip:mallory@{inside}>")
        assert reply.status == 200, reply
        for uri in offered(caller, "mallory"):
            host = inside.rsplit(":", 1)[0]
            assert host not in uri, f"callers are sent to {uri}"
            assert mallory.peer.sent_by in uri, f"callers are sent to {uri}"


@attack("open", "closed")
def no_header_can_be_smuggled_into_anybodys_answer(w):
    mallory, caller = w.phone("mallory"), w.phone("bob")
    for contact in ('<sip:m@h.example.org>;x="a\r\n X-Evil: 1"',
                    '"a\r\n\tX-Evil: 1" <sip:m@h.example.org>',
                    "<sip:m@h.example.org;a=%0d%0aX-Evil:%201>",
                    "<sip:m%0d%0aX-Evil:1@h.example.org>",
                    "<sip:m@h.example.org\r\n X-Evil: 1>",
                    "<sip:m@h.example.org>;x=a\rX-Evil: 1",
                    "<sip:m@h.example.org>;x=a\nX-Evil: 1"):
        mine = mallory.register(contact)
        theirs = caller.call("mallory")
        for reply in (mine, theirs):
            lines = reply.raw.replace(b"\r", b"\n").split(b"\n")
            evil = [line for line in lines if line.lower().startswith(b"x-evil")]
            assert not evil, f"{contact!r} -> {reply.text}"
        mallory.register("*", expires=0)


@attack("open", "closed")
def what_one_user_says_about_himself_stays_out_of_other_peoples_302(w):
    alice, caller = w.phone("alice"), w.phone("bob")
    alice.register("<sip:alice@phone.example.org;pn-provider=apns;pn-prid=SECRET1"
                   '?Authorization=SECRET2>;+sip.instance="<urn:uuid:SECRET3>";reg-id=1'
                   ";+secret=SECRET4", call_id="SECRET5", user_agent="SECRET6")
    reply = caller.call("alice")
    assert reply.status == 302 and reply.contacts(), reply
    assert "SECRET" not in reply.text, reply.text
    alice.register("*", expires=0, call_id="SECRET5")


@attack("open", "closed")
def one_user_cannot_fill_the_server_with_contacts(w):
    mallory = w.phone("mallory")
    before = w.server.count("reg302:bindings")
    for i in range(12):
        mallory.register(*(f"<sip:{i}-{j}@h.example.org>" for j in range(10)))
    mallory.patient = False  # may be too long to be read at all
    mallory.register(*(f"<sip:many-{j}@h.example.org>" for j in range(300)))
    assert w.server.count("reg302:bindings") - before <= 10
