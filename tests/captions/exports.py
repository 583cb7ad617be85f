"""Files of captions as other programs write them, each short and whole."""

TEAMS = """\ufeffWEBVTT\r
\r
1b671a64-40d5-491e-99b0-da01ff1f3341/14-0\r
00:00:03.120 --> 00:00:12.640\r
<v Lefevre, Michelle>Good morning everybody, and thank you for coming to hear about the second\r
stage of our work with young people & their families.</v>\r
\r
1b671a64-40d5-491e-99b0-da01ff1f3341/15-0\r
00:00:12.100 --> 00:00:14.000\r
<v Sam Owen>Thank you.</v>\r
\r
NOTE Confidence: 0.81\r
\r
1b671a64-40d5-491e-99b0-da01ff1f3341/16-0\r
00:00:14.500 --> 00:00:16.000\r
<v Sam Owen>Shall we begin?</v>\r
"""
"""Microsoft Teams: a mark, line ends of Windows, GUIDs, voices, notes on confidence, long lines, an overlap."""

ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Ann Smith: Who decides?

2
00:00:03.200 --> 00:00:05.000
Bob Jones: We all do.

3
00:00:05.000 --> 00:00:07.500
Bob Jones: Remember: it is their life.
"""
"""Zoom: numbers, and names before the words."""

SUBRIP = """1
00:00:04,000 --> 00:00:06,500
<font color="#ffff00">Power is shared.</font>

2
00:00:01,000 --> 00:00:03,000
{\\an8}<i>Trust</i> comes first, R&D second.
3
00:00:07,000 --> 00:00:07,000
So it is.

4
00:00:09,000 --> 00:00:10,000

"""
"""SubRip: commas, out of order, colours, no blank line between two captions, one without length, one without words."""

SBV = """0:00:01.000,0:00:03.000
Trust comes first.

0:00:03.000,0:00:05.000
Then we plan
together.
"""
"""YouTube, as its studio saves captions."""

YOUTUBE = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.310 align:start position:0%
@
so<00:00:00.439><c> we</c><00:00:00.719><c> begin</c><00:00:01.120><c> with</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
so we begin with
@

00:00:02.320 --> 00:00:04.630 align:start position:0%
so we begin with
trust<00:00:02.840><c> and</c><00:00:03.040><c> then</c>

00:00:04.630 --> 00:00:04.640 align:start position:0%
trust and then
@

00:00:04.640 --> 00:00:06.500 align:start position:0%
trust and then
we<00:00:05.000><c> plan</c>
""".replace("@", " ")
"""YouTube, as it hears a film: lines that roll, times within words."""
