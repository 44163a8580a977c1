enum Answer { Ok = 200, NotFound = 404 }
