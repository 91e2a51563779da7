import aiomysql
from django.http import JsonResponse
from django.urls import path


async def agents(request):
    connection = await aiomysql.connect(db="agency")
    try:
        cursor = await connection.cursor(aiomysql.DictCursor)
        try:
            await cursor.execute("SELECT name FROM agents WHERE owner = %s ORDER BY id", [request.GET["owner"]])
            return JsonResponse([row["name"] async for row in cursor], safe=False)
        finally:
            await cursor.close()
    finally:
        connection.close()


urlpatterns = [path("agents/", agents)]
