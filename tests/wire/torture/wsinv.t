# Z1 RFC 4475 3.1.1.1 (wsinv): a short tortuous INVITE: well-formed, and within a dialog we know nothing of: 481
# core: blanks and folds around the slashes of a Via: the parser gives up and drops it, no script runs
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE sip:vivekg@example.com;unknownparam SIP/2.0
    TO :
     sip:vivekg@example.com ;   tag    = 1918181833n
    from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>
      ;
      tag = 98asjd8
    MaX-fOrWaRdS: 0068
    Call-ID: wsinv.ndaksdj@192.0.2.1
    Content-Length   : 150
    cseq: 0009
      INVITE
    Via  : SIP  /   2.0
     /UDP
        192.0.2.2;branch=390skdjuw
    s :
    NewFangledHeader:   newfangled value
     continued newfangled value
    UnknownHeaderWithUnusualValue: ;;,,;;,;
    Content-Type: application/sdp
    Route:
     <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
    v:  SIP  / 2.0  / TCP     spindle.example.com   ;
      branch  =   z9hG4bK9ikj8  ,
     SIP  /    2.0   / UDP  192.168.255.111   ; branch=
     z9hG4bK30239
    m:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =
          newvalue ;
      secondparam ; q = 0.33

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.3
    s=-
    c=IN IP4 192.0.2.4
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
