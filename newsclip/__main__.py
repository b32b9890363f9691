from newsclip.cli import main

main()
