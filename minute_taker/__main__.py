"""``python -m minute_taker`` is the same as ``minute-taker``."""

import sys

from minute_taker.cli import main

sys.exit(main())
