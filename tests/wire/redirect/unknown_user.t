# R13 RFC 3261 21.4.5: a user nobody knows
--- send      INVITE
--- expect    404  reason="Not Found"
