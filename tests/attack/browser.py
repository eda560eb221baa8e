# SPDX-License-Identifier: MIT
"""Chromium without a screen, and the server of the page that it shows."""
import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
import time
import urllib.parse

import peer
import server
import sip
import world

BUNDLE = server.OUT / "browser" / "bundle.js"
PAGE = b"<!doctype html><meta charset=utf-8><title>phone</title><script src=/phone.js></script>"


class Handler(http.server.BaseHTTPRequestHandler):
    """The page, its script, and where it tells what it saw."""

    def __init__(self, told, *given):
        self.told = told
        super().__init__(*given)

    def answer(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):  # pylint: disable=invalid-name
        script = self.path == "/phone.js"
        self.answer("text/javascript" if script else "text/html",
                    BUNDLE.read_bytes() if script else PAGE)

    def do_POST(self):  # pylint: disable=invalid-name
        size = int(self.headers["Content-Length"])
        self.told.append(json.loads(self.rfile.read(size)))
        self.answer("text/plain", b"")

    def log_message(self, *_):
        pass


class Browser:
    """One browser with one page: a phone."""

    def __init__(self, user, password, call="", to=f"wss://{peer.SERVER}:{peer.WEB_PORT}"):
        if os.environ.get("NO_BROWSER"):
            raise world.Skip(os.environ["NO_BROWSER"])
        self.told = []
        self.page = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, self.told))
        threading.Thread(target=self.page.serve_forever, daemon=True).start()
        asked = urllib.parse.urlencode({"user": user, "password": password, "call": call,
                                        "server": to, "domain": sip.DOMAIN})
        self.home = server.OUT / "chromium"
        shutil.rmtree(self.home, ignore_errors=True)
        self.log = open(server.OUT / "chromium.log", "w", encoding="utf-8")
        self.process = subprocess.Popen([
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", f"--user-data-dir={self.home}",
            "--ignore-certificate-errors",
            f"http://localhost:{self.page.server_port}/?{asked}"],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)

    def waits_for(self, *events, seconds=25):
        """The first of these that the page tells."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for seen in self.told:
                if seen["event"] in events:
                    return seen
            time.sleep(0.1)
        told = [(seen["event"], seen.get("status")) for seen in self.told]
        raise AssertionError(f"not one of {events} but {told}; see {self.log.name}")

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.page.shutdown()
        self.page.server_close()
