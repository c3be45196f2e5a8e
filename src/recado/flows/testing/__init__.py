"""Does a flow do what its author says it does, also tomorrow and the day after?"""
