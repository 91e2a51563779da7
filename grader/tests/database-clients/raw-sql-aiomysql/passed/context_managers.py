import aiomysql
from django.http import JsonResponse
from django.urls import path


async def agents(request):
    async with aiomysql.connect(host="db.example.com", user="app", password="x", db="agency") as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT name FROM agents WHERE owner = %s ORDER BY id", (request.GET["owner"],))
            rows = await cursor.fetchall()
    return JsonResponse([name for (name,) in rows], safe=False)


urlpatterns = [path("agents/", agents)]
