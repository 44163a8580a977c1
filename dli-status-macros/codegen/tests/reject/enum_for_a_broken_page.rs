enum Answer { Ok = 200 }
