"""What does a person see of a reading? Each module draws one form of it."""
