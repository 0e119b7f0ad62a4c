package main

import (
	"fmt"
	"math"
	"strconv"
	"unsafe"
)

// Keys and elems are numbered. A kind turns a number into a Go value and, from what it finds in the
// memory of a map, the number back; it refuses memory that is no value of its making.
type kind[T any] struct {
	of     func(number int64) T
	number func(at *T) int64
}

type big [20]int64   // 160 bytes: kept outside of the bucket
type limit [16]int64 // 128 bytes: the largest kept inside
type pair [2]int64   // an array can be hashed, boxed or not

var ints = kind[int64]{
	of:     func(n int64) int64 { return n },
	number: func(at *int64) int64 { return *at },
}

var ints32 = kind[int32]{
	of:     func(n int64) int32 { return int32(n) },
	number: func(at *int32) int64 { return int64(*at) },
}

var texts = kind[string]{of: text, number: func(at *string) int64 { return textNumber(*at) }}

// text is empty for 0, so that the zero value has the number 0.
func text(n int64) string {
	if n == 0 {
		return ""
	}
	return "k" + strconv.FormatInt(n, 10)
}

func textNumber(s string) int64 {
	if s == "" {
		return 0
	}
	n, err := strconv.ParseInt(s[1:], 10, 64)
	if err != nil || s[0] != 'k' {
		fail(fmt.Sprintf("found the string %q", s))
	}
	return n
}

var floats = kind[float64]{of: float, number: func(at *float64) int64 { return floatNumber(*at) }}

// float is +0, -0 and NaN for 0, 1 and 2.
func float(n int64) float64 {
	switch n {
	case 0:
		return 0
	case 1:
		return math.Copysign(0, -1)
	case 2:
		return math.NaN()
	}
	return float64(n)
}

func floatNumber(f float64) int64 {
	switch {
	case f != f:
		return 2
	case f == 0 && math.Signbit(f):
		return 1
	}
	return int64(f)
}

// boxes are interfaces; the low two bits of a number choose what is in one.
var boxes = kind[any]{of: box, number: func(at *any) int64 { return boxNumber(*at) }}

const unhashable = 3

func box(n int64) any {
	v := n >> 2
	switch n & 3 {
	case 0:
		return v
	case 1:
		return text(v)
	case 2:
		return float(v)
	}
	if n == unhashable {
		return []int{1}
	}
	return pair{v, -v}
}

func boxNumber(b any) int64 {
	switch v := b.(type) {
	case int64:
		return v << 2
	case string:
		return textNumber(v)<<2 | 1
	case float64:
		return floatNumber(v)<<2 | 2
	case pair:
		if v[1] == -v[0] {
			return v[0]<<2 | 3
		}
	}
	fail(fmt.Sprintf("found the interface %v", b))
	return 0
}

var bigs = kind[big]{
	of: func(n int64) (b big) {
		fillWords(b[:], n)
		return
	},
	number: func(at *big) int64 { return wordsNumber(at[:]) },
}

var limits = kind[limit]{
	of: func(n int64) (l limit) {
		fillWords(l[:], n)
		return
	},
	number: func(at *limit) int64 { return wordsNumber(at[:]) },
}

func fillWords(words []int64, n int64) {
	for i := range words {
		words[i] = n * int64(i+1)
	}
}

func wordsNumber(words []int64) int64 {
	for i, w := range words {
		if w != words[0]*int64(i+1) {
			fail(fmt.Sprintf("found the words %v", words))
		}
	}
	return words[0]
}

var nothings = kind[struct{}]{
	of:     func(int64) struct{} { return struct{}{} },
	number: func(*struct{}) int64 { return 0 },
}

var pointers = kind[*int64]{
	of: func(n int64) *int64 { return &n },
	number: func(at **int64) int64 {
		if *at == nil {
			return 0
		}
		return **at
	},
}

// subjects makes a map of each pair of types, by the name it has in a trace.
var subjects = map[string]func() subject{
	"int64/int64":     func() subject { return newTyped(ints, ints, mapOf[int64, int64]()) },
	"int32/int32":     func() subject { return newTyped(ints32, ints32, mapOf[int32, int32]()) },
	"string/string":   func() subject { return newTyped(texts, texts, mapOf[string, string]()) },
	"float64/int64":   func() subject { return newTyped(floats, ints, mapOf[float64, int64]()) },
	"interface/int64": func() subject { return newTyped(boxes, ints, mapOfBoxes[int64]()) },
	"int64/struct{}":  func() subject { return newTyped(ints, nothings, mapOf[int64, struct{}]()) },
	"big/big":         func() subject { return newTyped(bigs, bigs, mapOf[big, big]()) },
	"limit/limit":     func() subject { return newTyped(limits, limits, mapOf[limit, limit]()) },
	"int64/*int64":    func() subject { return newTyped(ints, pointers, mapOf[int64, *int64]()) },
}

// isSpecial tells the keys whose hash is not a function of the key: NaN and what cannot be hashed.
func isSpecial(types string, key int64) bool {
	switch types {
	case "float64/int64":
		return key == nanOf(types)
	case "interface/int64":
		return key == unhashable || key == nanOf(types)
	}
	return false
}

// hasNaN tells the types with keys that do not equal themselves.
func hasNaN(types string) bool { return types == "float64/int64" || types == "interface/int64" }

// nanOf is the number of NaN among the keys of such types.
func nanOf(types string) int64 {
	if types == "interface/int64" {
		return 2<<2 | 2
	}
	return 2
}

// numbered reads keys and elems of a map's memory, whatever their types are.
type numbered struct {
	key  func(at unsafe.Pointer) int64
	elem func(at unsafe.Pointer) int64
}
