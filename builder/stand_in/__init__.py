"""Makes a stand-in film for a module whose real film is not ours to ship.

script.py    Module   -> Script       what is shown and said, slide by slide
slides.py    Slide    -> picture      drawn with Pillow
narration.py sentence -> speech       spoken by espeak-ng, with its captions
captions.py  sentence -> cues, WebVTT pure
film.py      Script   -> files        joined by ffmpeg
command.py   module name -> files     `satchel stand-in`
"""

from builder.stand_in.command import make_stand_in

__all__ = ["make_stand_in"]
