enum Status { Ok = 200 } macro_rules! answer { ($($name:ident)*) => { enum Answer { $($name),* } } }
