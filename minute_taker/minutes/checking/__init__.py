"""What does not stand in a meeting's minutes, found before they are sent out.

A finding is a remark and never a refusal: the clerk may have a reason for all of them.
"""

from minute_taker.minutes.checking.at_once import doubts_about
from minute_taker.minutes.checking.check import check
from minute_taker.minutes.checking.exempt import unsettled_parts
from minute_taker.minutes.checking.findings import Finding

__all__ = ["Finding", "check", "doubts_about", "unsettled_parts"]
