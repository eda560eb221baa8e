# U25 RFC 3261 20.10: commas, brackets and semicolons inside of quotes are part of the name
--- send      REGISTER
    Contact: "Doe, John <x>; \"J\"" <sip:a@phone.example.org>;expires=700, Bob <sip:b@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>;expires=3600
