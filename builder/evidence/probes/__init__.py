"""What is asked: of each page in each state, of each action, and of a whole sitting."""
