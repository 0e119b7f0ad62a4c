module dev.flagrant/recorder

go 1.19
