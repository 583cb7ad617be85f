"""An LMS that fails, while a learner works: nothing may be lost."""
