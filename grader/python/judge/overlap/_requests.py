"""HTTP requests of a scenario as ASGI sees them: scope and body out of what the author writes."""

import json
from urllib.parse import quote, urlencode

_BOUNDARY = "overlap-boundary"


def make_scope(method, path, query, headers, client_host):
    """The ASGI scope of an HTTP request. `query` (a dict) is added to what the path has already."""
    route, _, text = path.partition("?")
    if query:
        text = "&".join(filter(None, [text, urlencode(query, doseq=True)]))
    named = {"host": "testserver", **{name.lower(): value for name, value in headers.items()}}
    return {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "scheme": "http",
        "method": method, "path": route, "raw_path": quote(route).encode(), "query_string": text.encode(),
        "root_path": "", "headers": [(name.encode(), str(value).encode("latin-1")) for name, value in named.items()],
        "server": ("testserver", 80), "client": (client_host, 40000),
    }


def make_body(body, form, json_data, files):
    """(bytes, content type or None) of a request. Raises TypeError when the body is given twice."""
    if (body is not None) + (form is not None or files is not None) + (json_data is not None) > 1:
        raise TypeError("give one of body, form (with files) and json")
    if json_data is not None:
        return json.dumps(json_data).encode(), "application/json"
    if files is not None:
        return _multipart(form or {}, files), f"multipart/form-data; boundary={_BOUNDARY}"
    if form is not None:
        return urlencode(form, doseq=True).encode(), "application/x-www-form-urlencoded"
    return (body.encode() if isinstance(body, str) else body or b""), None


def _multipart(form, files):
    parts = []
    for name, value in form.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            parts.append((f'form-data; name="{name}"', None, str(one).encode()))
    for name, value in files.items():
        for file_name, content, *kind in value if isinstance(value, list) else [value]:
            content = content.encode() if isinstance(content, str) else content
            disposition = f'form-data; name="{name}"; filename="{file_name}"'
            parts.append((disposition, kind[0] if kind else "application/octet-stream", content))
    lines = []
    for disposition, kind, content in parts:
        head = f"--{_BOUNDARY}\r\nContent-Disposition: {disposition}\r\n"
        lines.append((head + (f"Content-Type: {kind}\r\n" if kind else "") + "\r\n").encode() + content + b"\r\n")
    return b"".join(lines) + f"--{_BOUNDARY}--\r\n".encode()
