from newsclip.operations.cli import main

main()
