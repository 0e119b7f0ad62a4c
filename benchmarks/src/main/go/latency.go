package main

import (
	"math"
	"runtime"
	"sort"
	"time"
)

type platform struct {
	Runtime   string `json:"runtime"`
	Collector string `json:"collector"`
}

type latency struct {
	Peer               string           `json:"peer"`
	Platform           platform         `json:"platform"`
	Entries            int              `json:"entries"`
	IntervalNanos      int              `json:"intervalNanos"`
	Seconds            float64          `json:"seconds"`
	All                map[string]int64 `json:"all"`
	WithoutPauses      map[string]int64 `json:"withoutPauses"`
	Pauses             uint32           `json:"pauses"`
	PauseMillis        float64          `json:"pauseMillis"`
	LongestPauseMillis float64          `json:"longestPauseMillis"`
	Watched            bool             `json:"watched"`
}

var percentiles = []struct {
	name  string
	share float64
}{{"p50", .5}, {"p90", .9}, {"p99", .99}, {"p99.9", .999}, {"p99.99", .9999}, {"max", 1}}

func goVersion() platform { return platform{Runtime: "Go " + runtime.Version()[2:]} }

// The time of each single write while a map grows from empty: back to back or, with an interval, from
// when it was due. All times are kept and sorted, so the percentiles are exact.
func putLatency(entries, intervalNanos int) latency {
	keys := setting[int64]{key: longKey}.keys(entries)
	times := make([]int64, entries)
	m := make(map[int64]int64)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	interval := time.Duration(intervalNanos)
	begin := time.Now()
	for i, key := range keys {
		due := time.Since(begin)
		if interval > 0 {
			due = waitFor(begin, interval*time.Duration(i))
		}
		m[key] = key
		times[i] = (time.Since(begin) - due).Nanoseconds()
	}
	took := time.Since(begin)
	runtime.ReadMemStats(&after)
	if len(m) != entries {
		panic("the map has lost entries")
	}
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	result := latency{
		Peer: "Go", Platform: goVersion(), Entries: entries,
		IntervalNanos: intervalNanos, Seconds: took.Seconds(),
		All: map[string]int64{}, WithoutPauses: map[string]int64{}, Watched: true,
	}
	for _, p := range percentiles {
		rank := int(math.Ceil(p.share * float64(entries)))
		result.All[p.name] = times[rank-1]
	}
	result.Pauses = after.NumGC - before.NumGC
	result.PauseMillis = float64(after.PauseTotalNs-before.PauseTotalNs) / 1e6
	for i := before.NumGC; i < after.NumGC; i++ {
		pause := float64(after.PauseNs[i%uint32(len(after.PauseNs))]) / 1e6
		result.LongestPauseMillis = math.Max(result.LongestPauseMillis, pause)
	}
	return result
}

// Returns, at once or when it has come, the time at which a write is due.
func waitFor(begin time.Time, due time.Duration) time.Duration {
	for time.Since(begin) < due {
	}
	return due
}
