//! A list whose length is not known yet.

/// The size of a block that an allocator has at hand. For one of 1,024 bytes and more, glibc first joins all the small
/// ones that were freed, and has to cut them up again for the strings of the next answer: that made reading fifty
/// structures a quarter slower.
const SMALL: usize = 1000;

/// The elements of a list. They are kept in small blocks, and the one large block, for the finished list, is asked for
/// last, when the strings of the elements have taken what small ones were free.
#[derive(Debug)]
pub(super) struct Blocks<T> {
    /// Each has [`LENGTH`](Self::LENGTH) elements.
    full: Vec<Vec<T>>,
    last: Vec<T>,
}

impl<T> Blocks<T> {
    const LENGTH: usize = match size_of::<T>() {
        0 => SMALL,
        size if size > SMALL => 1,
        size => SMALL / size,
    };

    pub(super) fn new() -> Self {
        Self {
            full: Vec::new(),
            last: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, element: T) {
        if self.last.len() == self.last.capacity() {
            self.grow();
        }
        self.last.push(element);
    }

    /// Makes room for another element: twice the room in a first block, and then block by block.
    fn grow(&mut self) {
        let length = self.last.len();
        if length < Self::LENGTH {
            let more = length.max(1).min(Self::LENGTH - length);
            self.last.reserve_exact(more);
        } else {
            let next = Vec::with_capacity(Self::LENGTH);
            self.full.push(std::mem::replace(&mut self.last, next));
        }
    }

    /// The list. It has no more room than twice its length.
    pub(super) fn into_list(mut self) -> Vec<T> {
        if self.full.is_empty() {
            return self.last;
        }
        let mut list = Vec::with_capacity(self.full.len() * Self::LENGTH + self.last.len());
        for block in &mut self.full {
            list.append(&mut std::mem::take(block));
        }
        list.append(&mut self.last);
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_every_length_keep_their_order() {
        for length in (0..300).chain([1_000, 4_097]) {
            let mut blocks = Blocks::new();
            (0..length).for_each(|element: u32| blocks.push(element.to_string()));
            let list = blocks.into_list();
            let expected: Vec<String> = (0..length).map(|element| element.to_string()).collect();
            assert_eq!(list, expected);
            assert!(list.capacity() <= 2 * list.len());
        }
    }

    #[test]
    fn elements_may_be_of_any_size() {
        let mut large = Blocks::new();
        (0..5u8).for_each(|element| large.push([element; 3_000]));
        let first: Vec<u8> = large.into_list().iter().map(|element| element[0]).collect();
        assert_eq!(first, [0, 1, 2, 3, 4]);

        let mut empty = Blocks::new();
        (0..5_000).for_each(|_| empty.push(()));
        assert_eq!(empty.into_list().len(), 5_000);
    }
}
