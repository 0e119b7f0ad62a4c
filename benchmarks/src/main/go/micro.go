package main

import (
	"fmt"
	"runtime"
	"time"
)

type sample struct {
	Workload string    `json:"workload"`
	Keys     string    `json:"keys"`
	Probes   string    `json:"probes"`
	Size     int       `json:"size"`
	Samples  []float64 `json:"samples"`
}

// Runs a trial until the time is over, and gives the nanoseconds per operation.
func iteration(t trial, duration time.Duration) float64 {
	runs := 0
	begin := time.Now()
	for {
		if right := t.run(); right != t.operations {
			panic(fmt.Sprintf("%d of %d answers were wrong", t.operations-right, t.operations))
		}
		runs++
		if elapsed := time.Since(begin); elapsed >= duration {
			return float64(elapsed.Nanoseconds()) / float64(runs*t.operations)
		}
	}
}

// One cell: workload, keys, probes, size, warm-ups, iterations, milliseconds of one.
func micro(args []string) sample {
	size, warmups, iterations := integer(args[3]), integer(args[4]), integer(args[5])
	duration := time.Duration(integer(args[6])) * time.Millisecond
	identical := args[2] == "identical"
	var t trial
	if args[1] == "long" {
		t = setting[int64]{longKey, identical, size}.prepare(args[0])
	} else {
		t = setting[string]{stringKey, identical, size}.prepare(args[0])
	}
	runtime.GC()
	result := sample{Workload: args[0], Keys: args[1], Probes: args[2], Size: size}
	for i := 0; i < warmups+iterations; i++ {
		nanos := iteration(t, duration)
		if i >= warmups {
			result.Samples = append(result.Samples, nanos)
		}
	}
	if !t.areWhole() {
		panic("a map has lost or gained entries")
	}
	return result
}
