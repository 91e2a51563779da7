/** How much of something is done, as a bar; the words stand beside it. */
export function ProgressBar({ passed, total }: { passed: number; total: number }) {
  const percent = total === 0 ? 0 : (passed / total) * 100;
  return (
    <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-line">
      <span className="block h-full rounded-full bg-success" style={{ width: `${percent}%` }} />
    </span>
  );
}
