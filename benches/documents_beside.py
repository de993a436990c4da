#!/usr/bin/env python3
"""What a report of a hundred pages costs as PDF: ours, LibreOffice out of our Word document, WeasyPrint out of our page.

    cargo bench -p benches --features documents --bench reports --no-run
    python3 benches/documents_beside.py TARGET/release/deps/reports-HASH [RUNS]

LibreOffice (`soffice`) and WeasyPrint (PyPI, asked of the Python that runs this) are left out, by name, where they are missing. Each
is a process of its own, by turns, beginning and end included; what is counted is its processor time and that of its children, its
time by the clock and the largest memory of one process. Needs Linux.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(command):
    """Seconds by the clock, seconds of processor time, and MB of memory at most."""
    began = time.monotonic()
    process = os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)],
    )
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def pages(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:"))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    bench, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        document, page, ours = (str(at / name) for name in ("report.docx", "report.html", "ours.pdf"))
        for form, file in (("docx", document), ("html", page)):
            run([bench, "write", form, file])
        commands = {"ours": ([bench, "write", "pdf", ours], ours)}
        if shutil.which("soffice"):
            profile = f"-env:UserInstallation=file://{folder}/profile"
            convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document]
            commands["LibreOffice"] = (convert, str(at / "report.pdf"))
            # The first start makes a profile, which is no part of the work.
            run(convert)
        else:
            print("LibreOffice is left out: there is no soffice here")
        if subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True).returncode == 0:
            woven = str(at / "weasyprint.pdf")
            commands["WeasyPrint"] = ([sys.executable, "-m", "weasyprint", page, woven], woven)
        else:
            print("WeasyPrint is left out: this Python does not have it")
        figures = {name: [] for name in commands}
        for _ in range(runs):
            for name, (command, _) in commands.items():
                figures[name].append(run(command))
        print("| | pages | s | processor s | MB at most |\n|---|---|---|---|---|")
        for name, (_, pdf) in commands.items():
            clock, processor, memory = (statistics.median(of) for of in zip(*figures[name], strict=True))
            print(f"| {name} | {pages(pdf)} | {clock:.2f} | {processor:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
