package main

// prng is SplitMix64: the source of the sequence of operations.
type prng struct{ state uint64 }

func (p *prng) next() uint64 {
	p.state += 0x9e3779b97f4a7c15
	return mix(p.state)
}

// below is a number from 0 to n-1.
func (p *prng) below(n int64) int64 { return int64(p.next() % uint64(n)) }

// chance is true one time in n.
func (p *prng) chance(n int64) bool { return p.below(n) == 0 }

// mix spreads every bit of x over all bits: the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// fold takes one more word into a digest.
func fold(digest, word uint64) uint64 { return mix((digest ^ word) + 0x9e3779b97f4a7c15) }
