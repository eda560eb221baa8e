# T5: an ACK out of nowhere gets no answer
--- send      ACK
--- expect-nothing  200ms
--- send      ACK  uri=sip:$user@example.net  to-tag=x
--- expect-nothing  200ms
--- stat      reg302:ack_absorbed +0
