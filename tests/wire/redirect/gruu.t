# R17 RFC 5627 6.1: a GRUU as a Contact is left out
--- send      REGISTER  contact=<sip:a@other.example.org;gr=kjh29x97us97d>
--- expect    200  contacts=1
--- send      INVITE
--- expect    480
