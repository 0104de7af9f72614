#ifndef FAULT_SHIM_H
#define FAULT_SHIM_H

// Faults of disk and clock on demand: preloaded into a program (LD_PRELOAD), this library counts the
// calls that change the file system, the write points, and lets one of them go wrong. What the
// program says on its standard streams is not counted.
//
//   FAULT_AT=n            the n-th write point, from 1, goes wrong
//   FAULT_KIND=kill       the process is killed before the call; "torn": after half of a write
//              term  the process is asked to end (SIGTERM) before the call
//              ENOSPC | EIO | EACCES   the call fails so
//   FAULT_STICKY=1        every later write point goes wrong too; with ENOSPC those that take room
//   FAULT_PATH=part       only files whose path contains this are counted
//   FAULT_BYTES=n         a disk with room for n more bytes; then ENOSPC
//   FAULT_CLOCK=seconds   the clock of the machine, moved by this much
//   FAULT_COUNT_FILE=path two numbers of 64 bits: write points so far, and those that went wrong
//   FAULT_LOG=path        a line for each write point, for a person to read

#endif
