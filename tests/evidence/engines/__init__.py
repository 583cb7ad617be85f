"""The engines of others that are asked: what they say, what is set aside of it, and what they are spared."""
