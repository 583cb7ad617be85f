"""scormhost on a free port of this machine: `python -m tests.lms_faults.real_server FOLDER` prints its address."""

import socket
import sys

import uvicorn
from scormhost.app import create_scorm_app


def main(folder: str) -> None:
    """Serve until it is ended."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_scorm_app(data_dir=folder, title="Lab", secret_key="known to everybody: nothing here is secret")
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    main(sys.argv[1])
