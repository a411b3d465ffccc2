"""How good and how fast is it, by commands that anyone can run?"""
