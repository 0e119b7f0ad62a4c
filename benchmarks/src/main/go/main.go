// The workloads of the Java side on the maps of real Go. Writes one JSON value into a file.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
)

func integer(text string) int {
	number, err := strconv.Atoi(text)
	if err != nil {
		fail(err)
	}
	return number
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}

func main() {
	if len(os.Args) < 3 {
		fail(fmt.Errorf("usage: <measurement> <file> <arguments>"))
	}
	args := os.Args[3:]
	var result any
	switch os.Args[1] {
	case "version":
		result = goVersion()
	case "micro":
		result = micro(args)
	case "latency":
		result = putLatency(integer(args[0]), integer(args[1]))
	case "scaling":
		var steps []int
		for _, arg := range args {
			steps = append(steps, integer(arg))
		}
		result = scaling(steps)
	case "numbers":
		result = someNumbers(integer(args[0]))
	default:
		fail(fmt.Errorf("no measurement %q", os.Args[1]))
	}
	file, err := os.Create(os.Args[2])
	if err != nil {
		fail(err)
	}
	if err := json.NewEncoder(file).Encode(result); err != nil {
		fail(err)
	}
	if err := file.Close(); err != nil {
		fail(err)
	}
}

// The first keys and draws, for comparing them with the Java side.
func someNumbers(count int) []string {
	var texts []string
	order := numbers{1}
	for i := 0; i < count; i++ {
		texts = append(texts,
			strconv.FormatInt(longKey(present(i)), 10),
			stringKey(absent(i)),
			strconv.Itoa(order.below(1000000)))
	}
	return texts
}
