"""Sets up what the tests need: packages from npm, and a browser that starts.

`python -m tests` does this first. By hand, inside the virtual environment: `python tests/prepare.py`. It does only what
is missing. With `--lab` (`make check`, `make lab`) there must be a Firefox as well; with `--npm` (`make bundle`) the packages
are enough.
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

from tests.steps import LOG, run_quietly, step  # noqa: E402


def main(arguments: list[str]) -> int:
    """Prepare; gives the exit status."""
    ready = prepare_npm()
    if "--npm" in arguments:
        return 0 if ready else 1
    ready = ready and prepare_driver() and prepare_browser()
    if ready:
        prepare_shell()
    if ready and "--lab" in arguments:
        ready = prepare_firefox() and prepare_speech()
    return 0 if ready else 1


def prepare_npm() -> bool:
    """Install the packages of package-lock.json, unless they are."""
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == lock:
        return True
    from tests.node import npm_command

    with step("Installing esbuild, terser, schemas, a test LMS and a type checker, by npm"):
        problem = run_quietly([*npm_command(), "ci", "--no-audit", "--no-fund"], 600, cwd=ROOT)
    if problem:
        return failed("npm cannot install what package-lock.json lists.", problem)
    STAMP.write_text(lock, encoding="utf-8")
    return True


def prepare_driver() -> bool:
    """Make Playwright's driver start: its Node wants libatomic, which a bare Debian lacks."""
    version = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(version, capture_output=True, check=False).returncode == 0:
        return True
    problem = install_by_apt("libatomic1", "Installing a library that Playwright needs")
    still = run_quietly(version, 60)
    return not still or failed("Playwright does not start.", problem or still)


def prepare_browser() -> bool:
    """Find a Chromium that starts; else get Playwright's; else Debian's."""
    from tests.browser import find_chromium

    if find_chromium():
        return True
    with step("Installing Chromium, by Playwright"):
        first = run_quietly([sys.executable, "-m", "playwright", "install", "chromium"], 600)
    if find_chromium():
        return True
    second = install_by_apt("chromium", "Installing Chromium")
    return find_chromium() is not None or failed(
        "There is no Chromium that starts. Install one (Debian: sudo apt-get install chromium; Windows and macOS: Chrome or "
        "Edge will do), or set SATCHEL_CHROMIUM to where yours is, and run this again.",
        first,
        second,
    )


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
        install_by_apt("chromium-headless-shell", "Installing Chromium's headless shell", patience=120)
    SHELL_STAMP.touch()


def prepare_firefox() -> bool:
    """Find a Firefox; else get Debian's."""
    from tests.firefox.conftest import find_firefox

    if find_firefox():
        return True
    problem = install_by_apt("firefox-esr", "Installing Firefox")
    return find_firefox() is not None or failed(
        "There is no Firefox. Install it (Debian: sudo apt-get install firefox-esr), or set SATCHEL_FIREFOX to where yours "
        "is, and run this again.",
        problem,
    )


def prepare_speech() -> bool:
    """Find what speaks the stand-in films; else get Debian's."""
    if shutil.which("espeak-ng"):
        return True
    problem = install_by_apt("espeak-ng", "Installing a speech synthesiser")
    words = "There is no espeak-ng. Install it (Debian: sudo apt-get install espeak-ng), and run this again."
    return shutil.which("espeak-ng") is not None or failed(words, problem)


def install_by_apt(package: str, words: str, patience: int = 1200) -> str:
    """Install a package of Debian, where there is apt-get and we may; `patience` is in seconds. Gives what went wrong."""
    apt = shutil.which("apt-get")
    if not apt:
        return ""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-q"]
    with step(f"{words}, by apt"):
        problem = run_quietly([*command, "update"], patience // 2)
        return run_quietly([*command, "install", "-y", "--no-install-recommends", package], patience) or problem


def failed(words: str, *problems: str) -> bool:
    """Say what cannot be had, and what the installers printed."""
    print("\n".join(filter(None, [*problems, words, f"The whole output is in {LOG}"])), file=sys.stderr)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
