# T5: the ACK to a 404 and to a 481 gets no answer and goes nowhere
--- send      INVITE
--- expect    404
--- ack
--- expect-nothing  200ms
--- send      INVITE  to-tag=abc
--- expect    481
--- ack
--- expect-nothing  200ms
