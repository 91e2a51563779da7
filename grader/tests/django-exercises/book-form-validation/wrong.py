# fails: a valid form; invalid forms
from asgiref.sync import sync_to_async
from django import forms
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods
from support import Book


class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["name", "price"]

    def clean_name(self):
        name = self.cleaned_data["name"]
        if len(name) < 3:
            raise forms.ValidationError("too short")
        if Book.objects.filter(name=name).exists():
            raise forms.ValidationError("there already")
        return name


@require_http_methods(["GET", "POST"])
async def add(request):
    if request.method == "GET":
        return HttpResponse(BookForm().as_p())
    form = BookForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    await form.asave() if hasattr(form, "asave") else await sync_to_async(form.save)()
    return redirect("/books/")


urlpatterns = [path("add/", add)]
