"""What does `python -m sayso` run? The command line, as `sayso` does."""

from sayso.cli import main

if __name__ == "__main__":
    main()
