"""What an LMS and paper receive of a story of scenes."""
