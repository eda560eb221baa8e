# path_mode may be a word
--- server    path_mode="strict"
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Path: <sip:p1.example.org;lr>
--- expect    420
