"""When: time expressions as intervals with TIMEX3 values, by a grammar of our own (`data/times/grammar.txt`)."""

from rashomon.stages.annotate.times.find import find_times

__all__ = ["find_times"]
