pub struct Answer { code: u16 }
