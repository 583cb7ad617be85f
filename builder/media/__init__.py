"""`satchel media`: what films and recordings are made of, and what makes them fit for the web. No part of a build.

listing.py   course folder      -> films        those of its blocks, and files that no block names
probing.py   words of ffmpeg    -> streams      codec, size, length
loudness.py  words of ffmpeg    -> loudness     EBU R128
judging.py   streams, loudness  -> findings     where it plays, what is too large
planning.py  streams, findings  -> commands     what is copied, what is encoded
encoding.py  commands           -> files        whole or not at all, each once
ledger.py    which files were made of which
poster.py    a moment           -> a picture
telling.py   all of it          -> text and JSON
"""
