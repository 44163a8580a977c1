#[derive(Debug)] pub(crate) enum Answer { Ok = 200 }
