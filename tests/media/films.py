"""What ffmpeg prints about films, each as a real one said it, and small films made by it."""

import subprocess
from pathlib import Path

from builder import programs

GOOD = """Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/films/stages.mp4':
  Metadata:
    major_brand     : isom
  Duration: 00:00:35.92, start: 0.000000, bitrate: 73 kb/s
  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 854x480, 19 kb/s, 12 fps, 12 tbr, 12288 tbn (default)
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 22050 Hz, mono, fltp, 50 kb/s (default)
At least one output file must be specified
"""
PHONE = """Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/films/IMG_0042.MOV':
  Metadata:
    major_brand     : qt
    com.apple.quicktime.location.ISO6709: +50.8225-000.1372+030.000/
  Duration: 01:02:03.50, start: 0.000000, bitrate: 24561 kb/s
  Stream #0:0[0x1](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67), 3840x2160, 24300 kb/s, 29.98 fps, 29.97 tbr, 600 tbn (default)
      Side data:
        displaymatrix: rotation of -90.00 degrees
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, stereo, fltp, 189 kb/s (default)
  Stream #0:2[0x3](und): Data: none (mebx / 0x7862656D), 0 kb/s (default)
"""  # fmt: skip
WEBM = """Input #0, matroska,webm, from 'file:/films/talk.webm':
  Duration: 00:05:00.02, start: -0.007000, bitrate: 812 kb/s
  Stream #0:0(eng): Video: vp9 (Profile 0), yuv420p(tv, bt709), 1280x720, SAR 1:1 DAR 16:9, 25 fps, 25 tbr, 1k tbn (default)
  Stream #0:1(eng): Audio: opus, 48000 Hz, stereo, fltp (default)
"""
SONG = """Input #0, mp3, from 'file:/films/talk.mp3':
  Duration: 00:00:12.04, start: 0.025057, bitrate: 65 kb/s
  Stream #0:0: Audio: mp3 (mp3float), 44100 Hz, mono, fltp, 64 kb/s
  Stream #0:1: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown), 500x500 [SAR 1:1 DAR 1:1], 90k tbr, 90k tbn (attached pic)
"""
BROKEN = "[in#0 @ 0x55] moov atom not found\nError opening input: Invalid data found when processing input\n"
SUMMARY = """[Parsed_ebur128_0 @ 0x7f1df4001c00] Summary:

  Integrated loudness:
    I:         -22.4 LUFS
    Threshold: -32.6 LUFS

  Loudness range:
    LRA:         3.6 LU
    Threshold: -43.0 LUFS
    LRA low:   -25.2 LUFS
    LRA high:  -21.6 LUFS

  True peak:
    Peak:       -2.6 dBFS
"""


def with_codecs(video: str, audio: str, pixels: str = "yuv420p") -> str:
    """The good film with other streams."""
    return GOOD.replace("h264 (High) (avc1 / 0x31637661), yuv420p", f"{video}, {pixels}").replace("aac (LC)", audio)


def make(path: Path, *arguments: str, seconds: float = 2) -> None:
    """A film of a test picture and a tone."""
    source = ["-f", "lavfi", "-i", "testsrc=size=320x180:rate=10", "-f", "lavfi", "-i", "sine=frequency=300"]
    command = [programs.ffmpeg(), "-v", "error", "-y", *source, "-t", str(seconds), *arguments, str(path)]
    subprocess.run(command, check=True)
