"""Every kind of question in every state that a learner can meet it in."""
