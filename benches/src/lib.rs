//! Benchmarks of Comity; see docs/performance.md.
