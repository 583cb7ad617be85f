"""Threads that parse XML or HTML take turns."""

import threading

TURN = threading.RLock()
"""Held while lxml parses. libxml2 has one loader of documents for the whole process, and lxml sets and resets it with each
parse: a schema that another thread reads meanwhile finds the documents no more that it imports."""
