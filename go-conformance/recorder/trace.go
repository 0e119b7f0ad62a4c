package main

import (
	"compress/gzip"
	"encoding/binary"
	"io"
)

// TRACE.md describes the format; this file and the next are the only ones that write it.

const (
	magic   = "flagrant trace\n"
	version = 1
)

// Operations, as they stand in a trace.
const (
	opMake = iota
	opAssign
	opDelete
	opGet
	opGet2
	opLen
	opClear
	opIterBegin
	opIterNext
	opIterDrop
	opIterRun

	opCode     = 0x3f
	opHasHash  = 0x40
	opHasDraws = 0x80
)

// Columns of a block. Like stands beside like, which is what makes a trace small.
const (
	columnOps = iota
	columnArguments
	columnDraws
	columnYields
	columnChecks
	columnState
	// The hashes have a column for their top bytes, then one for each of the bytes from the lowest up.
	columnHashes
	columns = columnHashes + 8
)

type traceWriter struct {
	out      *gzip.Writer
	scratch  [binary.MaxVarintLen64]byte
	column   [columns][]byte
	ops      int
	nibble   byte
	hashBits uint
	// lastKey and lastElem are the numbers written last, in each column.
	lastKey  [columns]int64
	lastElem [columns]int64
}

func newTraceWriter(to io.Writer, hashBits uint) *traceWriter {
	out, err := gzip.NewWriterLevel(to, gzip.BestCompression)
	must(err)
	return &traceWriter{out: out, hashBits: hashBits}
}

func must(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func (w *traceWriter) uvarint(column int, x uint64) {
	n := binary.PutUvarint(w.scratch[:], x)
	w.column[column] = append(w.column[column], w.scratch[:n]...)
}

func (w *traceWriter) varint(column int, x int64) {
	n := binary.PutVarint(w.scratch[:], x)
	w.column[column] = append(w.column[column], w.scratch[:n]...)
}

func (w *traceWriter) raw(b []byte) {
	_, err := w.out.Write(b)
	must(err)
}

func (w *traceWriter) rawUvarint(x uint64) {
	n := binary.PutUvarint(w.scratch[:], x)
	w.raw(w.scratch[:n])
}

func (w *traceWriter) rawText(s string) {
	w.rawUvarint(uint64(len(s)))
	w.raw([]byte(s))
}

func (w *traceWriter) rawWord(x uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], x)
	w.raw(b[:])
}

func (w *traceWriter) start(goVersion string, o options) {
	w.raw([]byte(magic))
	w.rawUvarint(version)
	w.rawText(goVersion)
	w.rawText(o.types)
	w.rawText(o.shape)
	w.rawWord(o.seed)
	w.rawUvarint(uint64(o.size))
	w.rawUvarint(uint64(w.hashBits))
	w.rawUvarint(uint64(o.block))
}

// key writes the number of a key as the distance from the one before.
func (w *traceWriter) key(column int, key int64) {
	w.varint(column, key-w.lastKey[column])
	w.lastKey[column] = key
}

// elem writes the number of an elem as the distance from the one before.
func (w *traceWriter) elem(column int, elem int64) {
	w.varint(column, elem-w.lastElem[column])
	w.lastElem[column] = elem
}

// hash writes the top eight bits of a hash and the lowest hashBits.
func (w *traceWriter) hash(hash uint64) {
	w.column[columnHashes] = append(w.column[columnHashes], byte(hash>>56))
	low := hash & (1<<w.hashBits - 1)
	for i := uint(0); i*8 < w.hashBits; i++ {
		plane := &w.column[columnHashes+1+i]
		*plane = append(*plane, byte(low>>(8*i)))
	}
}

func (w *traceWriter) draws(draws []uint32) {
	w.uvarint(columnDraws, uint64(len(draws)))
	for _, d := range draws {
		var b [4]byte
		binary.LittleEndian.PutUint32(b[:], d)
		w.column[columnDraws] = append(w.column[columnDraws], b[:]...)
	}
}

// yield writes what an iteration shows, if it shows anything, and whether it is tainted.
func (w *traceWriter) yield(shown, tainted bool, key, elem int64) {
	bits := uint64(0)
	if shown {
		bits |= 1
	}
	if tainted {
		bits |= 2
	}
	w.uvarint(columnYields, bits)
	if shown {
		w.key(columnYields, key)
		w.elem(columnYields, elem)
	}
}

// end writes an operation and four bits of check: two of the running digest of the answers, then
// two of that of the states.
func (w *traceWriter) end(op byte, answers, states uint64) {
	w.column[columnOps] = append(w.column[columnOps], op)
	check := byte(answers&3 | states&3<<2)
	if w.ops%2 == 0 {
		w.nibble = check
	} else {
		w.column[columnChecks] = append(w.column[columnChecks], w.nibble|check<<4)
	}
	w.ops++
}

// flush writes a block. A block without operations ends the trace.
func (w *traceWriter) flush(answers, states uint64) {
	if w.ops%2 == 1 {
		w.column[columnChecks] = append(w.column[columnChecks], w.nibble)
	}
	w.rawUvarint(uint64(w.ops))
	for i := range w.column {
		w.rawUvarint(uint64(len(w.column[i])))
	}
	for i := range w.column {
		w.raw(w.column[i])
		w.column[i] = w.column[i][:0]
	}
	w.rawWord(answers)
	w.rawWord(states)
	w.ops = 0
	w.lastKey, w.lastElem = [columns]int64{}, [columns]int64{}
}

func (w *traceWriter) close() { must(w.out.Close()) }
