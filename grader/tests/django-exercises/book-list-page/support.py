from django.db import models
from overlap import django_project

django_project(templates={
    "books/base.html": "<title>{% block title %}{% endblock %}</title>{% block body %}{% endblock %}",
})
django_project(templates={"books/list.html": """{% extends "books/base.html" %}{% block title %}{{ total }} books{% endblock %}
{% block body %}<ul>{% for book in books %}<li>{{ book.name }}, {{ book.author.name }}</li>{% empty %}none{% endfor %}</ul>{% endblock %}"""})


class Author(models.Model):
    name = models.CharField(max_length=50)


class Book(models.Model):
    name = models.CharField(max_length=50)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
