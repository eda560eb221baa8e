# G12 NT RFC 3261 19.1.4: an unknown parameter on both sides has to be equal
--- send      REGISTER  contact=<sip:a@phone.example.org;security=on>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org;security=off>
--- expect    200  contacts=2
