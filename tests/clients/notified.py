# SPDX-License-Identifier: MIT
"""Prints what systemd would be told at a socket: notified.py PATH"""
import socket
import sys

with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
    s.bind(sys.argv[1])
    while True:
        print(s.recv(4096).decode(), flush=True)
