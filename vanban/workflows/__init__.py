"""Turn one request into one frozen result that knows its own JSON; what is recorded has a deed, long work a notice.

Nothing here prints, and nothing reads a clock: whoever calls says what time it is and who asks.
"""
