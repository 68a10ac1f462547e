"""What does not stand in a meeting's minutes, found before they are sent out.

A finding is a remark and never a refusal: the clerk may have a reason for all of them.
"""

from minute_taker.minutes.checking.check import check
from minute_taker.minutes.checking.exempt import unsettled_parts
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.checking.line_advice import advice_about

__all__ = ["Finding", "advice_about", "check", "unsettled_parts"]
