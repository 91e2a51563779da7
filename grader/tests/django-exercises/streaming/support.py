from overlap import service

read = service("read")
