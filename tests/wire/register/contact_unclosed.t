# RFC 3261 21.4.1: a Contact without its closing bracket or quote is 400
--- log       <core>
--- send      REGISTER
    Contact: <sip:a@phone.example.org
--- expect    400
--- send      REGISTER
    Contact: "Bob <sip:a@phone.example.org>
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
