"""What `newsclip start` has done before anything runs, in a process that ends."""

from newsclip.operations.cli.out import plainly
from newsclip.operations.setup import prepare

if __name__ == "__main__":
    with plainly():
        prepare()
