// Lets the compiler accept the functions in runtime.go, whose bodies are the runtime's.
