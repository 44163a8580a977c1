mod one { enum Answer { Ok = 200 } } mod two { enum Answer { NotFound = 404 } }
