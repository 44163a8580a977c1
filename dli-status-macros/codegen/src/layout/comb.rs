//! Groups of neighbouring codes, laid over one another so that no two codes share a slot.

use super::Numbers;
use super::numbers::number;
use std::cmp::Reverse;

/// A table in which each code has a slot: at the start of its group, which the upper bits of its distance from the
/// lowest code tell, plus the lower bits.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Comb {
    pub(crate) lowest: u32,
    /// How many bits are the lower ones.
    pub(crate) shift: u32,
    /// By group, where it starts.
    pub(crate) starts: Numbers,
    /// By slot, the row; the number of rows in those of no code.
    pub(crate) rows: Numbers,
}

/// The codes of a group.
#[derive(Default)]
struct Group {
    number: usize,
    /// Lower bits and row of each; never empty.
    members: Vec<(usize, u32)>,
}

impl Comb {
    /// The smallest comb with about as many groups as there are rows; `None` if all have more than `max_slots`. The
    /// distances are those from the lowest code.
    pub(super) fn new(distances: &[u32], lowest: u32, highest: u32, max_slots: usize) -> Option<Self> {
        let span = highest as usize;
        let shifts = (1..u32::BITS).filter(|shift| {
            let groups = (span >> shift) + 1;
            groups <= distances.len() * 4 && groups * 4 >= distances.len()
        });
        let combs =
            shifts.filter_map(|shift| Self::with_shift(distances, lowest, (span >> shift) + 1, shift, max_slots));
        combs.min_by_key(|comb| comb.starts.values.len() + comb.rows.values.len())
    }

    /// Puts each group, the fullest first, at the first slot where all of its codes fall into gaps.
    fn with_shift(distances: &[u32], lowest: u32, groups: usize, shift: u32, max_slots: usize) -> Option<Self> {
        let (mut starts, mut rows) = (vec![0; groups], Vec::new());
        let mut gaps = Gaps::new(max_slots);
        for group in fullest_first(distances, groups, shift) {
            let start = gaps.fit(&group)?;
            *starts.get_mut(group.number).expect("there is a start per group") = number(start);
            for (offset, row) in group.members {
                gaps.fill(start + offset);
                rows.resize(rows.len().max(start + offset + 1), number(distances.len()));
                *rows.get_mut(start + offset).expect("there are enough slots") = row;
            }
        }
        Some(Self { lowest, shift, starts: starts.into_iter().collect(), rows: rows.into_iter().collect() })
    }
}

fn fullest_first(distances: &[u32], groups: usize, shift: u32) -> Vec<Group> {
    let mut groups: Vec<Group> = (0..groups).map(|number| Group { number, members: Vec::new() }).collect();
    for (row, distance) in (0..).zip(distances) {
        let group = groups.get_mut((distance >> shift) as usize).expect("there are groups up to the highest distance");
        group.members.push(((distance & ((1 << shift) - 1)) as usize, row));
    }
    groups.retain(|group| !group.members.is_empty());
    groups.sort_by_key(|group| Reverse(group.members.len()));
    groups
}

/// The slots of a comb that are free. Taken ones are passed over in one step, however many there are.
struct Gaps {
    /// By slot: itself if it is free, else one further on, up to the first free one.
    next: Vec<usize>,
}

impl Gaps {
    fn new(count: usize) -> Self {
        Self { next: (0..=count).collect() }
    }

    /// The lowest start from which all members of a group fall into gaps; `None` if there are no slots left.
    fn fit(&mut self, group: &Group) -> Option<usize> {
        let (first, _) = *group.members.first()?;
        let mut slot = self.free(first)?;
        while !group.members.iter().all(|(offset, _)| self.is_free(slot - first + offset)) {
            slot = self.free(slot + 1)?;
        }
        Some(slot - first)
    }

    fn is_free(&mut self, slot: usize) -> bool {
        self.free(slot) == Some(slot)
    }

    /// The first free slot from here on.
    fn free(&mut self, from: usize) -> Option<usize> {
        let mut free = from;
        while *self.next.get(free)? != free {
            free = *self.next.get(free)?;
        }
        // The slots passed over lead there at once the next time.
        let mut passed = from;
        while passed != free {
            passed = std::mem::replace(self.next.get_mut(passed)?, free);
        }
        (free + 1 < self.next.len()).then_some(free)
    }

    fn fill(&mut self, slot: usize) {
        *self.next.get_mut(slot).expect("it was free") = slot + 1;
    }
}
