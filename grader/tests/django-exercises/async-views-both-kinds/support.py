from overlap import service

ask_status = service("status")
