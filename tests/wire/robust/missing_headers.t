# RFC 3261 8.1.1: a request without a mandatory header field changes nothing
--- log       <core>
--- log       reg302
--- log       sanity
--- send      REGISTER  contact=<sip:a@phone.example.org>
    !CSeq
--- send      REGISTER  contact=<sip:a@phone.example.org>
    !Call-ID
--- send      REGISTER  contact=<sip:a@phone.example.org>
    !To
--- send      REGISTER  contact=<sip:a@phone.example.org>
    !From
--- send      REGISTER  contact=<sip:a@phone.example.org>
    !Via
--- ignore-replies  300ms
--- send      REGISTER
--- expect    200  contact=none
