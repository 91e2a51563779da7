# fails: a page of five
from django.shortcuts import render
from django.urls import path
from django.views import View
from support import Book


class BookList(View):
    async def get(self, request):
        first = 5 * (int(request.GET.get("page", 1)) - 1)
        total = await Book.objects.acount()
        books = [book async for book in Book.objects.order_by("id")[first : first + 5]]
        return render(request, "books/list.html", {"total": total, "books": books})


urlpatterns = [path("books/", BookList.as_view())]
