"""``python -m vanban``. A process that this one spawns loads this file too, under another name, and must not begin."""

from vanban.cli import main

if __name__ == "__main__":
    main()
