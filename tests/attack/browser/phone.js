// SPDX-License-Identifier: MIT
// A phone in a browser: it registers over a WebSocket, calls somebody, and tells
// the server of its page what it saw.
const JsSIP = require('jssip');

const given = Object.fromEntries(new URLSearchParams(location.search));

function tell(event, message) {
  const seen = { event };
  if (message && message.status_code) {
    seen.status = message.status_code;
    seen.contacts = message.getHeaders('Contact');
  }
  fetch('/told', { method: 'POST', body: JSON.stringify(seen) });
}

// On loopback alone Chromium finds no candidate and looks for one for ever. A call
// that is redirected needs none.
Object.defineProperty(RTCPeerConnection.prototype, 'iceGatheringState',
  { get: () => 'complete' });

addEventListener('error', (e) => tell(`error: ${e.message}`));
addEventListener('unhandledrejection', (e) => tell(`error: ${e.reason}`));

const phone = new JsSIP.UA({
  sockets: [new JsSIP.WebSocketInterface(given.server)],
  uri: `sip:${given.user}@${given.domain}`,
  password: given.password,
  register_expires: 300,
  session_timers: false,
});

phone.on('disconnected', () => tell('disconnected'));
phone.on('registrationFailed', (e) => tell('refused', e.response));
phone.on('registered', (e) => {
  tell('registered', e.response);
  if (!given.call) return;
  // silence: a machine without a sound card has no microphone to ask for
  const media = new AudioContext().createMediaStreamDestination().stream;
  phone.call(given.call, {
    mediaStream: media,
    eventHandlers: {
      sending: () => tell('sending'),
      failed: (call) => tell(call.cause, call.message),
      confirmed: () => tell('confirmed'),
    },
  });
});
phone.start();
