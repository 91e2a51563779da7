# fails: an owner may be called anything
import aiomysql
from django.http import JsonResponse
from django.urls import path


async def agents(request):
    async with aiomysql.connect(db="agency") as connection:
        async with connection.cursor() as cursor:
            await cursor.execute(f"SELECT name FROM agents WHERE owner = '{request.GET['owner']}' ORDER BY id")
            rows = await cursor.fetchall()
    return JsonResponse([name for (name,) in rows], safe=False)


urlpatterns = [path("agents/", agents)]
