# attack: calls services by names that it was never given
# expect: overall=failed scenario=failed|errored
from overlap import blocking_service, service


async def load(fetch, uids):
    told = []
    for name in ("oracle", "archive", "database", "judge", ""):
        try:
            told.append(await service(name)("question"))
        except Exception as error:
            told.append(str(error))
        try:
            told.append(blocking_service(name)("question"))
        except Exception as error:
            told.append(str(error))
    return told
