"""What a learner sees of the first course's pages: what stands out, where it stands, and in which face."""
