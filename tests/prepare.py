"""Sets up what the tests need: packages from npm, and a browser that starts.

Run by `make test`, or by hand inside the virtual environment: `python tests/prepare.py`. It does only what is missing.
With `--lab` (`make check`, `make lab`) there must be a Firefox as well.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMP = ROOT / "node_modules" / ".satchel"
SHELL_STAMP = STAMP.with_name(".satchel-shell")

sys.path.insert(0, str(ROOT))


def main() -> int:
    """Prepare; gives the exit status."""
    prepare_npm()
    prepare_driver()
    status = prepare_browser()
    prepare_shell()
    return prepare_firefox() if status == 0 and "--lab" in sys.argv else status


def prepare_npm() -> None:
    """Install the packages of package-lock.json, unless they are."""
    lock = (ROOT / "package-lock.json").read_text()
    if STAMP.exists() and STAMP.read_text() == lock:
        return
    say("Installing the schemas, the test LMS and the type checker from npm")
    from tests.node import npm

    npm("ci", "--no-audit", "--no-fund", cwd=ROOT)
    STAMP.write_text(lock)


def prepare_driver() -> None:
    """Make Playwright's driver start: its Node wants libatomic, which a bare Debian lacks."""
    version = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(version, capture_output=True, check=False).returncode:
        say("Installing a library that Playwright's driver needs")
        install_by_apt("libatomic1")


def prepare_browser() -> int:
    """Find a Chromium that starts; else get Playwright's; else Debian's."""
    from tests.browser import find_chromium

    if find_chromium():
        return 0
    say("Getting Playwright's Chromium")
    run([sys.executable, "-m", "playwright", "install", "chromium"], timeout=600)
    if find_chromium():
        return 0
    say("Playwright's Chromium cannot be had or does not start here; installing the system's")
    install_by_apt("chromium")
    if find_chromium():
        return 0
    print(
        "There is no Chromium that starts. Install one (Debian: sudo apt-get install chromium; Windows and macOS: Chrome or "
        "Edge will do), or set SATCHEL_CHROMIUM to where yours is, and run this again.",
        file=sys.stderr,
    )
    return 1


def prepare_shell() -> None:
    """Get Debian's headless shell, where that asks nobody: the tests do without, and take twice as long."""
    from playwright.sync_api import sync_playwright

    from tests.browser import launch_shell

    if not hasattr(os, "geteuid") or os.geteuid() or SHELL_STAMP.exists():
        return
    with sync_playwright() as playwright:
        shell = launch_shell(playwright)
        if shell:
            shell.close()
    if not shell:
        say("Installing Chromium's headless shell")
        install_by_apt("chromium-headless-shell", patience=120)
    SHELL_STAMP.touch()


def prepare_firefox() -> int:
    """Find a Firefox; else get Debian's."""
    from tests.firefox.conftest import find_firefox

    if find_firefox():
        return 0
    say("Installing Firefox")
    install_by_apt("firefox-esr")
    if find_firefox():
        return 0
    print(
        "There is no Firefox. Install it (Debian: sudo apt-get install firefox-esr), or set SATCHEL_FIREFOX to where yours "
        "is, and run this again.",
        file=sys.stderr,
    )
    return 1


def install_by_apt(package: str, patience: int = 1200) -> None:
    """Install a package of Debian, where there is apt-get and we may; `patience` is in seconds."""
    apt = shutil.which("apt-get")
    if apt:
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        quietly = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", apt]
        run([*quietly, "-qq", "update"], timeout=patience // 2)
        run([*quietly, "-qq", "install", "-y", "--no-install-recommends", package], timeout=patience)


def run(command: list[str], timeout: int) -> None:
    """Run a program whose failure is not yet the end: what counts is whether a browser starts afterwards."""
    try:
        subprocess.run(command, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(f"  {command[0]}: {problem}", file=sys.stderr)


def say(step: str) -> None:
    """Tell what is being done."""
    print(f"{step} …", flush=True)


if __name__ == "__main__":
    sys.exit(main())
