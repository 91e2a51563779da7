import Link from 'next/link';

/** A link of the header. */
export function NavLink({ href, text }: { href: string; text: string }) {
  return (
    <Link
      href={href}
      className="inline-flex h-10 items-center rounded-md px-3 text-sm font-medium text-muted transition-colors hover:bg-hover hover:text-ink"
    >
      {text}
    </Link>
  );
}
