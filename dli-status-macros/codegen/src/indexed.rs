//! Positions with a type, and lists that only such a position indexes: a field's position cannot be mistaken for a
//! source's, and looking one up cannot fail.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// The position of a `K` in its list.
pub(crate) struct Id<K> {
    index: usize,
    of: PhantomData<fn() -> K>,
}

/// One `T` per `K`, in the order of the `K`s.
pub(crate) struct By<K, T> {
    items: Vec<T>,
    of: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    pub(crate) const fn new(index: usize) -> Self {
        Self { index, of: PhantomData }
    }

    /// The position, counted from 0.
    pub(crate) fn index(self) -> usize {
        self.index
    }
}

impl<K, T> By<K, T> {
    /// The items in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The items in order, to be changed.
    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// The items in order, each with its position.
    pub(crate) fn enumerate(&self) -> impl Iterator<Item = (Id<K>, &T)> {
        self.items.iter().enumerate().map(|(index, item)| (Id::new(index), item))
    }

    pub(crate) fn find(&self, is_wanted: impl Fn(&T) -> bool) -> Option<Id<K>> {
        self.items.iter().position(is_wanted).map(Id::new)
    }

    /// One item per position, made from the items here.
    pub(crate) fn map<'a, U>(&'a self, item: impl FnMut(&'a T) -> U) -> By<K, U> {
        self.items.iter().map(item).collect()
    }
}

impl<K, T> Index<Id<K>> for By<K, T> {
    type Output = T;

    fn index(&self, id: Id<K>) -> &T {
        self.items.get(id.index).expect("an `Id` is only made for a list that holds it")
    }
}

impl<K, T> IndexMut<Id<K>> for By<K, T> {
    fn index_mut(&mut self, id: Id<K>) -> &mut T {
        self.items.get_mut(id.index).expect("an `Id` is only made for a list that holds it")
    }
}

impl<K, T> FromIterator<T> for By<K, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self { items: items.into_iter().collect(), of: PhantomData }
    }
}

impl<K, T> IntoIterator for By<K, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, K, T> IntoIterator for &'a By<K, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

// Derived, these would ask the same of `K`.

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<K> Eq for Id<K> {}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.index.fmt(f)
    }
}

impl<K, T: Clone> Clone for By<K, T> {
    fn clone(&self) -> Self {
        self.items.iter().cloned().collect()
    }
}

impl<K, T: PartialEq> PartialEq for By<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<K, T: Eq> Eq for By<K, T> {}

impl<K, T: fmt::Debug> fmt::Debug for By<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}
