# SPDX-License-Identifier: MIT
"""An honest phone: it registers and calls, with its password when it is asked."""
import digest
import peer
import sip


class Phone:
    """One user at one socket."""

    def __init__(self, user, password="", at=None):
        self.user, self.password = user, password
        self.name = user  # what it says in its digest
        self.peer = at or peer.Udp()
        self.call_id, self.cseq = sip.token("phone"), 0
        self.patient = True  # repeats itself; an attacker takes silence for an answer
        self.contact = f"sip:{user}@{self.peer.sent_by}"
        if self.peer.transport != "UDP":
            self.contact += f";transport={self.peer.transport.lower()}"

    def message(self, method, uri, headers=(), **given):
        self.cseq += 1
        given = {"user": self.user, "call_id": self.call_id,
                 "cseq": f"{self.cseq} {method}", **given}
        return sip.request(method, uri, self.peer, headers=list(headers), **given)

    def ask(self, method, uri, headers=(), **given):
        """The final reply, after an answer to a challenge. A repeated request, whose
        nonce is used up, may be called stale before the first one is answered."""
        reply = self.send(self.message(method, uri, headers, **given))
        for turn in range(3):
            asked = digest.challenges(reply) if reply and reply.status == 401 else []
            if not asked or (turn and not asked[0].stale):
                break
            if method == "INVITE":
                self.ack(uri, reply)
            proof = digest.answer(asked[0], self.name, self.password, method, uri)
            reply = self.send(self.message(method, uri, [*headers, proof], **given))
        assert reply or not self.patient, \
            f"{self.user} at {self.peer.sent_by}: no reply to {method} {uri}"
        if method == "INVITE" and reply:
            self.ack(uri, reply)
        return reply

    def send(self, message):
        return self.peer.insist(message) if self.patient else self.peer.ask(message, 0.5)

    def ack(self, uri, reply):
        self.peer.send(sip.request(
            "ACK", uri, self.peer, via=reply.first("Via"), call_id=reply.first("Call-ID"),
            from_=reply.first("From"), to=reply.first("To"),
            cseq=reply.first("CSeq").replace("INVITE", "ACK")))

    def register(self, *contacts, expires=600, **given):
        """Bind those Contacts, or its own address."""
        headers = [f"Contact: {c}" for c in contacts or [f"<{self.contact}>"]]
        headers.append(f"Expires: {expires}")
        return self.ask("REGISTER", f"sip:{sip.DOMAIN}", headers, **given)

    def bindings(self):
        """What the server says it is bound to."""
        reply = self.ask("REGISTER", f"sip:{sip.DOMAIN}")
        assert reply.status == 200, f"{self.user} may not ask for its bindings: {reply}"
        return reply.contacts()

    def call(self, user, **given):
        return self.ask("INVITE", f"sip:{user}@{sip.DOMAIN}",
                        [f"Contact: <{self.contact}>"], call_id=sip.token("call"),
                        to=f"<sip:{user}@{sip.DOMAIN}>", **given)
