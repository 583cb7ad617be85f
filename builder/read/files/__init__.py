"""The author's files: text, pictures, films, captions; found, held inside the course folder, opened."""
