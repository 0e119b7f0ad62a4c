// The recorder drives a real Go map through a sequence of operations and writes down what became of
// it: see TRACE.md.
package main

import (
	"flag"
	"os"
	"runtime"
	"runtime/debug"
)

type options struct {
	types     string
	shape     string
	ops       int64
	seed      uint64
	out       string
	hashBits  uint
	block     int
	fullLimit int
	size      int64

	collected int64
}

func main() {
	var o options
	flag.StringVar(&o.types, "types", "int64/int64", "key and elem type")
	flag.StringVar(&o.shape, "shape", "mixed", "kind of operation sequence")
	flag.Int64Var(&o.ops, "ops", 100000, "how many operations")
	flag.Uint64Var(&o.seed, "seed", 1, "chooses the operations, and the random numbers of the runtime")
	flag.StringVar(&o.out, "out", "", "where to write the trace")
	flag.UintVar(&o.hashBits, "hashbits", 48, "how many low bits of each hash to write")
	flag.IntVar(&o.block, "block", 1<<14, "operations from one full state to the next")
	flag.IntVar(&o.fullLimit, "full", 64, "write no chains of a map with more regular buckets")
	flag.Int64Var(&o.size, "size", 0, "size of the map, in a sense of the shape's own")
	flag.Parse()
	requireRuntime()
	makeSubject, known := subjects[o.types]
	if !known {
		fail("unknown types " + o.types)
	}
	shape, known := shapes[o.shape]
	if !known {
		fail("unknown shape " + o.shape)
	}
	if o.out == "" || flag.NArg() != 0 || o.block < 1 || o.ops < 1 || o.size < 0 || o.hashBits > 56 {
		flag.Usage()
		os.Exit(2)
	}
	file, err := os.Create(o.out)
	must(err)
	record(o, file, makeSubject(), shape)
	must(file.Close())
}

func record(o options, file *os.File, s subject, shape func(*recorder, *prng)) {
	// One thread, whose random numbers nothing but the map draws: no profiler, and no collection
	// but between blocks.
	runtime.MemProfileRate = 0
	runtime.LockOSThread()
	debug.SetGCPercent(-1)
	growStack()
	random := findRandomness()
	pin(o.seed, random)

	w := newTraceWriter(file, o.hashBits)
	w.start(runtime.Version(), o)
	r := newRecorder(o, w, random, s)
	r.hashed = make(map[int64]uint32)
	choice := &prng{o.seed + 1}
	for !r.isFull() {
		shape(r, choice)
	}
	r.finish()
}
