import http.client
import json
import urllib.error
import urllib.parse
import urllib.request

import requests

API = "http://api.example.com:8080"


async def with_urllib():
    request = urllib.request.Request(API + "/json?a=1", headers={"X-Agent": "u"})
    with urllib.request.urlopen(request) as response:
        got = [json.load(response)]
    body = urllib.parse.urlencode({"b": 2}).encode()
    got.append(json.load(urllib.request.urlopen(API + "/form", data=body)))
    with urllib.request.urlopen(API + "/old") as response:
        got.append(response.status)
    try:
        urllib.request.urlopen(API + "/missing")
    except urllib.error.HTTPError as error:
        got.append(error.code)
        error.close()
    connection = http.client.HTTPConnection("api.example.com", 8080)
    connection.request("GET", "/trickle")
    got.append(connection.getresponse().read().decode())
    connection.close()
    return got


async def urllib_errors():
    got = []
    for url in (API + "/never", API + "/cut", "http://unknown.example/"):
        try:
            with urllib.request.urlopen(url, timeout=1.0) as response:
                response.read()
        except (OSError, http.client.HTTPException) as error:
            got.append(type(error).__name__)
    return got


async def urllib_refused():
    try:
        urllib.request.urlopen(API + "/json")
    except urllib.error.URLError as error:
        return type(error.reason).__name__


async def with_requests():
    with requests.Session() as session:
        session.headers["X-Agent"] = "r"
        return [
            session.get(API + "/json", params={"a": 1}, timeout=5).json(),
            session.post(API + "/form", data={"b": 2}).json(),
            requests.post(API + "/json", json={"c": [3]}).json(),
            requests.get(API + "/old").status_code,
            requests.get(API + "/missing").ok,
        ]


async def requests_errors():
    got = []
    for url in (API + "/never", API + "/cut", "http://unknown.example/", API + "/missing", API + "/trickle", "nowhere"):
        try:
            response = requests.get(url, timeout=1.5)
            response.raise_for_status()
            response.json()
        except requests.exceptions.RequestException as error:
            got.append(type(error).__name__)
    return got
