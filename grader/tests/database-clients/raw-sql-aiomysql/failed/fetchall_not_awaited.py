# fails: the agents of an owner, as a list
# diagnosis: never_awaited
# fails: an owner may be called anything; ten requests at once
import aiomysql
from django.http import JsonResponse
from django.urls import path


async def agents(request):
    async with aiomysql.connect(db="agency") as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT name FROM agents WHERE owner = %s ORDER BY id", (request.GET["owner"],))
            rows = cursor.fetchall()
    return JsonResponse([name for (name,) in rows], safe=False)


urlpatterns = [path("agents/", agents)]
