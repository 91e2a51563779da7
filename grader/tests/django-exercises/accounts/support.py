from overlap import django_project

django_project(
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.sessions", "django.contrib.messages"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    LOGIN_URL="/login/",
    templates={"home.html": "{% csrf_token %}{{ user.username }}:{% for message in messages %}{{ message }}{% endfor %}"},
)
