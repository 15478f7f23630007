from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.errors import CaseLocked
from rashomon.store.lock import hold

HOLDER = "import sys, time; from pathlib import Path; from rashomon.store.lock import hold\nwith hold(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(60)"


def test_a_case_that_another_process_holds_is_refused_and_free_again_when_it_dies(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(CaseLocked, match="another build"), hold(tmp_path):
            pass
    finally:
        other.kill()
        other.wait()
    with hold(tmp_path):
        pass
