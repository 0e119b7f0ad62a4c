package main

import (
	"sort"
	"time"
)

const (
	chunkSize   = 1 << 18
	repetitions = 9
)

type scalePoint struct {
	Peer     string   `json:"peer"`
	Platform platform `json:"platform"`
	Entries  int      `json:"entries"`
	Insert   float64  `json:"insert"`
	Hit      float64  `json:"hit"`
	Update   float64  `json:"update"`
}

func median(samples []float64) float64 {
	sort.Float64s(samples)
	return samples[len(samples)/2]
}

// The speed of one map that grows very large, step by step.
func scaling(steps []int) []scalePoint {
	m := make(map[int64]int64)
	chunk := make([]int64, chunkSize)
	order := numbers{3}
	var points []scalePoint
	for _, entries := range steps {
		before := len(m)
		var inserting time.Duration
		for from := before; from < entries; from += chunkSize {
			count := chunkSize
			if entries-from < count {
				count = entries - from
			}
			for i := 0; i < count; i++ {
				chunk[i] = longKey(present(from + i))
			}
			inserting += puts(m, chunk[:count])
		}
		var hits, updates []float64
		for i := 0; i < repetitions; i++ {
			draw(chunk, &order, entries)
			hits = append(hits, float64(gets(m, chunk).Nanoseconds())/chunkSize)
			draw(chunk, &order, entries)
			updates = append(updates, float64(puts(m, chunk).Nanoseconds())/chunkSize)
		}
		if len(m) != entries {
			panic("the map has lost entries")
		}
		points = append(points, scalePoint{
			"Go", goVersion(), entries,
			float64(inserting.Nanoseconds()) / float64(entries-before), median(hits), median(updates),
		})
	}
	return points
}

func draw(chunk []int64, order *numbers, entries int) {
	for i := range chunk {
		chunk[i] = longKey(present(order.below(entries)))
	}
}

func puts(m map[int64]int64, keys []int64) time.Duration {
	begin := time.Now()
	for _, key := range keys {
		m[key] = key
	}
	return time.Since(begin)
}

// The value, which is the key, is looked at: Java's answer cannot be without it.
func gets(m map[int64]int64, keys []int64) time.Duration {
	found := 0
	begin := time.Now()
	for _, key := range keys {
		if value, ok := m[key]; ok && value == key {
			found++
		}
	}
	elapsed := time.Since(begin)
	if found != len(keys) {
		panic("the map has lost entries")
	}
	return elapsed
}
