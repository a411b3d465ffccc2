"""How was each model made?"""
