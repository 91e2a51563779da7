# fails: a failing query leaves nothing open
import aiomysql
from django.http import JsonResponse
from django.urls import path


async def agents(request):
    connection = await aiomysql.connect(db="agency")
    cursor = await connection.cursor()
    await cursor.execute("SELECT name FROM agents WHERE owner = %s ORDER BY id", (request.GET["owner"],))
    rows = await cursor.fetchall()
    await cursor.close()
    connection.close()
    return JsonResponse([name for (name,) in rows], safe=False)


urlpatterns = [path("agents/", agents)]
