# A REGISTER with two hundred Contacts is bound or refused as a whole
--- server    max_contacts=0
--- send      REGISTER
    Contact: <sip:1@h.example.org>,<sip:2@h.example.org>,<sip:3@h.example.org>,<sip:4@h.example.org>,<sip:5@h.example.org>,<sip:6@h.example.org>,<sip:7@h.example.org>,<sip:8@h.example.org>
    Contact: <sip:11@h.example.org>,<sip:12@h.example.org>,<sip:13@h.example.org>,<sip:14@h.example.org>,<sip:15@h.example.org>,<sip:16@h.example.org>,<sip:17@h.example.org>,<sip:18@h.example.org>
    Contact: <sip:21@h.example.org>,<sip:22@h.example.org>,<sip:23@h.example.org>,<sip:24@h.example.org>,<sip:25@h.example.org>,<sip:26@h.example.org>,<sip:27@h.example.org>,<sip:28@h.example.org>
    Contact: <sip:31@h.example.org>,<sip:32@h.example.org>,<sip:33@h.example.org>,<sip:34@h.example.org>,<sip:35@h.example.org>,<sip:36@h.example.org>,<sip:37@h.example.org>,<sip:38@h.example.org>
    Contact: <sip:41@h.example.org>,<sip:42@h.example.org>,<sip:43@h.example.org>,<sip:44@h.example.org>,<sip:45@h.example.org>,<sip:46@h.example.org>,<sip:47@h.example.org>,<sip:48@h.example.org>
--- expect    200  contacts=40
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
