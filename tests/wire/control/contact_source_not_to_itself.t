# R7 redirect_contact="source": what counts is the Contact that is sent: one that equals the Request-URI only as it was registered is fine
--- server    redirect_contact="source"
--- send      REGISTER  from=127.0.0.14:5088  contact=<sip:$user@example.com>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:$user@127.0.0.14:5088>
