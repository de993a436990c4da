//! How often the words of names occur.

use crate::watched::Watched;

/// How often words occur in the lists at hand: a shared rare surname says more than a shared common given name.
/// Learned from the watch list and from a sample of the register; the order of learning makes no difference.
#[derive(Clone, Debug, Default)]
pub struct Commonness {
    names: u64,
}

impl Commonness {
    /// Nothing learned yet.
    pub fn new() -> Commonness {
        Commonness::default()
    }

    /// Learns from one name of a register.
    pub fn learn(&mut self, _name: &str) {
        self.names += 1;
    }

    /// Learns from a person or entity of the watch list: the name and each alias.
    pub fn learn_watched(&mut self, watched: &Watched) {
        self.learn(&watched.name);
        for alias in &watched.aliases {
            self.learn(alias);
        }
    }
}
