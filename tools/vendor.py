"""Bring the desk's drawing libraries from npm into the package: copied at set-up, never committed.

    python tools/vendor.py

Needs `npm` (Node). What is brought, in which version, stands in VENDOR.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data" / "desk" / "vendor"
VENDOR = {
    "htmx.org@2.0.6": {"dist/htmx.min.js": "htmx.min.js"},
    "cytoscape@3.34.0": {"dist/cytoscape.min.js": "cytoscape.min.js"},
    "vis-timeline@8.5.0": {
        "standalone/umd/vis-timeline-graph2d.min.js": "vis-timeline.min.js",
        "styles/vis-timeline-graph2d.min.css": "vis-timeline.min.css",
    },
    "d3@7.9.0": {"dist/d3.min.js": "d3.min.js"},
    "topojson-client@3.1.0": {"dist/topojson-client.min.js": "topojson-client.min.js"},
    "world-atlas@2.0.2": {"countries-110m.json": "countries-110m.json"},
    "axe-core@4.10.3": {"axe.min.js": "axe.min.js"},
}
TESTS_ONLY = frozenset({"axe.min.js"})
"""What no page of the desk asks for."""


def main() -> int:
    """Fetch what is missing; 0 when everything is there."""
    missing = {p: files for p, files in VENDOR.items() if not all((TARGET / f).is_file() for f in files.values())}
    if not missing:
        return 0
    npm = shutil.which("npm")
    if npm is None:
        print("npm is needed for the desk's libraries (apt-get install npm)", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        (Path(work) / "package.json").write_text(json.dumps({"name": "vendor", "private": True}))
        install = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", *missing]
        subprocess.run(install, cwd=work, check=True)
        for package, files in missing.items():
            home = Path(work) / "node_modules" / package.rsplit("@", 1)[0]
            for source, name in files.items():
                shutil.copyfile(home / source, TARGET / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
