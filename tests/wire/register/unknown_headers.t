# U4 U5 RFC 3261 8.2.2: header fields that are unknown, or not needed and broken, do not matter
--- send      REGISTER  contact=<sip:a@phone.example.org>
    X-Foo: bar
    Date: yesterday
    Allow: ((
    Subject:
--- expect    200  contacts=1
