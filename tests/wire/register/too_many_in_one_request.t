# contacts_per_request: more Contacts than that in one REGISTER are refused as a whole
--- server    contacts_per_request=3 max_contacts=0
--- send      REGISTER  contact=<sip:a@h>  contact=<sip:b@h>  contact=<sip:c@h>  contact=<sip:d@h>
--- expect    400|403|413
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:a@h>  contact=<sip:b@h>  contact=<sip:c@h>
--- expect    200  contacts=3
