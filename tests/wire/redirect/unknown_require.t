# R8 RFC 3261 8.3: unknown Require, Proxy-Require and header fields do not stop a redirection
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
    Require: xyz
    Proxy-Require: zyx
    X-Foo: bar
--- expect    302  contact=<sip:a@phone.example.org>
