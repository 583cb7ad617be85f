"""Captions as other programs write them become WebVTT that browsers read and people can follow. No part of a build."""
