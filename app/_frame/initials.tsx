const LATIN_INITIALS_MAX = 2;

/** Up to two initials of a Latin name, or the last character of a Chinese one, as Chinese sites do. */
export function findInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = [...(words.at(-1) ?? '')].at(-1) ?? '';
  if (/\p{Script=Han}/u.test(last)) return last;
  return words
    .map((word) => [...word][0] ?? '')
    .slice(0, LATIN_INITIALS_MAX)
    .join('')
    .toUpperCase();
}

/** A round stand-in for a picture. */
export function Initials({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-8 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
    >
      {findInitials(name)}
    </span>
  );
}
