"""A small stand-in for one part of Recado: it listens, has a child of its own, and ends when told.

Usage: fake_part.py NAME [--port N] [--child] [--die-after N]
"""

from __future__ import annotations

import argparse
import http.server
import os
import signal
import subprocess
import sys
import threading
import time


class _Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        with open(os.environ["FAKE_POSTS"], "ab") as file:
            file.write(self.rfile.read(int(self.headers["Content-Length"])) + b"\n")
        self.do_GET()

    def log_message(self, *_: object) -> None:
        return


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--port", type=int)
    parser.add_argument("--child", action="store_true")
    parser.add_argument("--die-after", type=float)
    parser.add_argument("--deaf", action="store_true")
    chosen = parser.parse_args()
    if chosen.deaf:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    if chosen.child:
        # As Granian does: a worker of its own in another process, which holds the port.
        subprocess.Popen(
            [sys.executable, __file__, f"{chosen.name}-child", *(["--port", str(chosen.port)] if chosen.port else [])]
        )
        chosen.port = None
    # One that cannot start is never ready, not even for the moment in which somebody may ask.
    if chosen.port and chosen.die_after != 0:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", chosen.port), _Ready)
        threading.Thread(target=server.serve_forever, daemon=True).start()
    if chosen.die_after is not None:
        time.sleep(chosen.die_after)
        sys.stderr.write("estou caindo\n")
        sys.exit(3)
    while True:
        signal.pause()


if __name__ == "__main__":
    main()
