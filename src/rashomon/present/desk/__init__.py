"""The desk: a case in the browser, on this machine only. Pages show evidence; the only thing they write is decisions."""
