# A registered "?Replaces=" must not reach the caller's next INVITE
--- send      REGISTER
    Contact: <sip:a@phone.example.org?Replaces=abc%3Bto-tag%3D1&Route=%3Csip:evil.example.org%3E>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
