from overlap import service

work = service("work")
