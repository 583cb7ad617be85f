"""Many courses: built side by side, remembered, planned by what git knows, and shown in a catalogue."""
