import zoneinfo

from django.core.exceptions import SynchronousOnlyOperation
from django.db.models import Count, F, Q, Sum
from django.utils import timezone
from support import Author, Book, Tag, sold


async def overview():
    found = {}
    found["prefetched"] = {
        book.title: sorted([tag.name async for tag in book.tags.all()])
        async for book in Book.objects.prefetch_related("tags").order_by("id")
    }
    counted = Author.objects.annotate(count=Count("books")).order_by("-count")
    found["counts"] = {author.name: author.count async for author in counted}
    found["pages"] = (await Book.objects.aaggregate(sum=Sum("pages")))["sum"]
    sf = await Tag.objects.aget(name="sf")
    found["sf"] = [book.title async for book in sf.books.order_by("title").aiterator()]
    found["days"] = [str(day) async for day in Book.objects.filter(published__year=2024).values_list("published__date", flat=True)]
    with timezone.override(zoneinfo.ZoneInfo("Asia/Shanghai")):
        days = Book.objects.filter(title="Solaris").values_list("published__date", flat=True)
        found["local days"] = [str(day) async for day in days]
    found["first"] = (await Book.objects.order_by("title").afirst()).title
    found["exists"] = await Book.objects.filter(author__name="Lem").aexists()
    found["either"] = await Book.objects.filter(Q(title="Eden") | Q(author__name="Dick")).acount()
    found["long"] = [book.title async for book in Book.objects.filter(pages__gt=F("id") * 100)]
    return found


async def change():
    solaris = await Book.objects.select_related("author").aget(title="Solaris")
    new = await Tag.objects.aget(name="new")
    await solaris.tags.aset([new])
    eden = await Book.objects.aget(title="Eden")
    await eden.tags.aadd(*[tag async for tag in Tag.objects.exclude(pk=new.pk)])
    await (await Book.objects.aget(title="Ubik")).tags.aclear()
    await Book.objects.filter(title="Eden").aupdate(pages=F("pages") + 1)
    _, made = await Author.objects.aget_or_create(name="Le Guin")
    _, again = await Author.objects.aupdate_or_create(name="Le Guin", defaults={"name": "Le Guin"})
    author = solaris.author
    await author.books.acreate(title="Fiasco")
    tags = await Tag.objects.abulk_create([Tag(name="a"), Tag(name="b")])
    await Tag.objects.filter(name="b").adelete()
    await tags[0].arefresh_from_db()
    total = await Tag.objects.acount() + 1
    await Book.objects.filter(title="Fiasco").adelete()
    return [new.name, made, again, total, await author.books.acount()]


async def sell():
    heard = []

    async def on_sold(sender, **kwargs):
        heard.append("async")

    def on_sold_sync(sender, **kwargs):
        heard.append("sync")

    sold.connect(on_sold)
    sold.connect(on_sold_sync)
    await sold.asend(Book)
    try:
        list(Book.objects.all())
    except SynchronousOnlyOperation as error:
        return sorted(heard), type(error).__name__
