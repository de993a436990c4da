//! What an author is told of a pack.

use law::check;

/// A pack with one change, and the faults that it must give.
#[track_caller]
pub fn changed(mut files: Vec<(String, String)>, file: &str, from: &str, to: &str, expected: &[&str]) {
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a file of the pack");
    assert!(text.contains(from), "{from:?} does not stand in {file}");
    *text = text.replacen(from, to, 1);
    told(&files, expected);
}

/// The faults that a pack must give, in the order of files and lines.
#[track_caller]
pub fn told(files: &[(String, String)], expected: &[&str]) {
    let faults: Vec<String> = check(files).faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults, expected);
}
