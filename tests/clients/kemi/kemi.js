// reg302 from JavaScript: every function that the module exports to KEMI.

function ksr_request_route() {
	if (KSR.is_method("ACK")) {
		KSR.reg302.ack();
		return;
	}
	if (KSR.is_method("REGISTER")) {
		// a user whose From says so comes with flags: the contact replaces all
		if (KSR.pv.get("$fU") == "flags") KSR.reg302.save_flags(4);
		else KSR.reg302.save();
		return;
	}
	if (KSR.is_method("OPTIONS")) {
		answer_options();
		return;
	}
	if (KSR.reg302.redirect() < 0) KSR.sl.send_reply(404, "Not Found");
}

// OPTIONS sip:USER@... is answered with what each of the others returns
function answer_options() {
	var uri = KSR.pv.get("$ru");
	var nobody = "sip:nobody@127.0.0.20";
	var results = [KSR.reg302.registered(), KSR.reg302.registered_uri(nobody),
		KSR.reg302.lookup_uri(nobody), KSR.reg302.redirect_uri(nobody),
		KSR.reg302.lookup(), KSR.reg302.unregister_contact(uri, "sip:nobody@127.0.0.99"),
		KSR.reg302.unregister(uri), KSR.reg302.unregister(uri)];
	KSR.sl.send_reply(200, results.join(" "));
}

function ksr_reply_route() {
	KSR.x.drop();
}
