pub enum Answer<'a, T> { Ok(&'a T) }
