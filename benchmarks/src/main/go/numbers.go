package main

import "strconv"

// The numbers that keys are made of, and the order in which they are asked for: SplitMix64, number
// for number as in Numbers.java.

const (
	gamma       = 0x9E3779B97F4A7C15
	firstAbsent = 1 << 40
)

func mix(z uint64) uint64 {
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

func present(index int) uint64 { return mix(uint64(index+1) * gamma) }

func absent(index int) uint64 { return present(firstAbsent + index) }

type numbers struct{ state uint64 }

func (n *numbers) below(bound int) int {
	n.state += gamma
	return int((mix(n.state) >> 33) * uint64(bound) >> 31)
}

// A key of a number, in memory of its own.
type keyMaker[K comparable] func(number uint64) K

func longKey(number uint64) int64 { return int64(number) }

func stringKey(number uint64) string { return strconv.FormatUint(number, 36) }
