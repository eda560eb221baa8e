# U18 U19 RFC 3261 8.2.7, 19.3: a repeated REGISTER gets the To-tag of the first, the next one another
--- send      REGISTER  call-id=a@h  cseq=1  contact=<sip:a@phone.example.org>
--- expect    200  save-tag=first
--- repeat-last
--- expect    200  tag=$first
--- send      REGISTER  call-id=a@h  cseq=2  contact=<sip:a@phone.example.org>
--- expect    200  other-tag=$first  save-tag=second
--- send      REGISTER  call-id=b@h  cseq=2  contact=<sip:a@phone.example.org>
--- expect    200  other-tag=$second
