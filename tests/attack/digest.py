# SPDX-License-Identifier: MIT
"""Digest (RFC 2617, RFC 7616), with every part of it open to forgery."""
import hashlib
import re

HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


class Challenge:
    """One WWW-Authenticate."""

    def __init__(self, value):
        scheme, _, rest = value.partition(" ")
        assert scheme == "Digest", f"a challenge that is not Digest: {value}"
        self.text = value
        self.params = {n.lower(): (q or p) for n, q, p in
                       re.findall(r'([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,]+))', rest)}
        self.algorithm = self.params.get("algorithm", "MD5")
        self.nonce, self.realm = self.params["nonce"], self.params["realm"]
        self.stale = self.params.get("stale", "false").lower() == "true"


def challenges(reply):
    """All that the reply asks for, the server's favourite first."""
    return [Challenge(v) for v in reply.all("WWW-Authenticate")]


def challenge(reply, algorithm=None):
    """The first one, or the first one of that algorithm."""
    for one in challenges(reply):
        if one.algorithm.upper() == (algorithm or one.algorithm).upper():
            return one
    raise AssertionError(f"no challenge ({algorithm or 'any'}) in {reply.text}")


def answer(asked, user, password, method, uri, /, **forged):
    """The header line that answers a challenge. What is forged: any parameter by
    its name (None leaves it out), and `signed`, what goes into the hash only."""
    used = {"username": user, "realm": asked.realm, "nonce": asked.nonce, "uri": uri,
            "algorithm": asked.algorithm, "qop": "auth" if "qop" in asked.params else None,
            "nc": "00000001", "cnonce": "0a4f113b", "opaque": asked.params.get("opaque")}
    signed = {**used, "method": method, "password": password, **forged.pop("signed", {})}
    used["response"] = response(signed)
    used.update(forged)
    bare = {"algorithm", "qop", "nc"}
    fields = ", ".join(f"{n}={v}" if n in bare else f'{n}="{v}"'
                       for n, v in used.items() if v is not None)
    return f"Authorization: Digest {fields}"


def response(s):
    digest = HASHES.get((s["algorithm"] or "MD5").upper(), hashlib.md5)

    def hashed(*parts):
        return digest(":".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    ha1 = hashed(s["username"], s["realm"], s["password"])
    ha2 = hashed(s["method"], s["uri"])
    if not s["qop"]:
        return hashed(ha1, s["nonce"], ha2)
    return hashed(ha1, s["nonce"], s["nc"], s["cnonce"], s["qop"], ha2)
