//! Times lookups side by side: in rounds, so that what disturbs the machine disturbs all, and the best round counts.

use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 40;

/// One kind of lookup on one table.
pub struct Group {
    title: String,
    /// By contender, nanoseconds of its best round; the first one is ours, the second the floor.
    best: Vec<(&'static str, f64)>,
}

impl Group {
    /// Measures what `round` times, several times over.
    pub fn measure(title: &str, mut round: impl FnMut(&mut Self)) {
        let mut group = Self { title: title.to_owned(), best: Vec::new() };
        for _ in 0..ROUNDS {
            round(&mut group);
        }
        group.print();
    }

    /// Times a lookup over all inputs. Its result is a number made of what was found, so that none of it is left out.
    #[inline(never)]
    pub fn time<I>(&mut self, name: &'static str, inputs: &[I], lookup: impl Fn(&I) -> usize) {
        let inputs = black_box(inputs);
        let start = Instant::now();
        let mut sum = 0_usize;
        for input in inputs {
            sum = sum.wrapping_add(lookup(input));
        }
        black_box(sum);
        let time = start.elapsed().as_secs_f64() * 1e9 / inputs.len() as f64;
        match self.best.iter_mut().find(|(known, _)| *known == name) {
            Some((_, best)) => *best = best.min(time),
            None => self.best.push((name, time)),
        }
    }

    fn print(&self) {
        let of = |name: &str| self.best.iter().find(|(known, _)| *known == name).map_or(f64::NAN, |(_, best)| *best);
        let (ours, floor) = (of("dli-status"), of("floor"));
        print!("{:32} {ours:6.2} ns {:6.2} of the floor;", self.title, ours / floor);
        for (name, time) in self.best.iter().filter(|(name, _)| !["dli-status", "floor"].contains(name)) {
            print!("  {name} {:.1}x", time / ours);
        }
        println!();
    }
}

/// A number that cannot be made without the whole text being there.
#[inline]
pub fn text(text: &str) -> usize {
    text.as_ptr() as usize ^ text.len()
}
