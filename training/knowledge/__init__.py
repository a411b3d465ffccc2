"""How was the knowledge made that is shipped?"""
