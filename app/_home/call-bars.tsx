const SECONDS = 5;
const BAR_HEIGHT = 30;
/** Less than the height of a bar: neighbours overlap, and where they also overlap in time it shows. */
const PITCH = 22;
const RADIUS = 7;

type CallBarsProps = {
  /** When each one-second call begins. */
  begins: number[];
  /** What the picture shows, for those who do not see it. */
  description: string;
  /** Words for the stretch from the last end to the end of the axis. */
  spared?: string;
};

const percent = (seconds: number) => `${(seconds / SECONDS) * 100}%`;

/** Bars of one-second calls on a five-second axis; green wherever two of them are under way at once. */
export function CallBars({ begins, description, spared }: CallBarsProps) {
  const height = (begins.length - 1) * PITCH + BAR_HEIGHT;
  const end = Math.max(...begins) + 1;
  return (
    <svg role="img" aria-label={description} width="100%" height={height} className="block overflow-visible">
      {Array.from({ length: SECONDS + 1 }, (_, second) => (
        <line
          key={second}
          x1={percent(second)}
          x2={percent(second)}
          y1={-4}
          y2={height + 4}
          className="stroke-timeline-grid"
        />
      ))}
      <g className="motion-safe:animate-sweep">
        {/* Makes the group as wide as the axis: the sweep is measured by the group's own box. */}
        <rect width="100%" height={height} fill="none" />
        {begins.map((begin, index) => (
          <Bar key={index} begin={begin} top={index * PITCH} name={`load(${index + 1})`} first={index % 2 === 0} />
        ))}
        {begins.slice(1).map((begin, index) => (
          <Overlap
            key={index}
            begin={Math.max(begin, begins[index] ?? 0)}
            end={Math.min(begin, begins[index] ?? 0) + 1}
            top={(index + 1) * PITCH}
          />
        ))}
      </g>
      {spared ? <Spared from={end} middle={height / 2} words={spared} /> : null}
    </svg>
  );
}

function Bar({ begin, top, name, first }: { begin: number; top: number; name: string; first: boolean }) {
  return (
    <>
      <rect
        x={percent(begin)}
        y={top}
        width={percent(1)}
        height={BAR_HEIGHT}
        rx={RADIUS}
        className={first ? 'fill-brand-a' : 'fill-brand-b'}
      />
      <text
        x={percent(begin + 0.5)}
        y={top + BAR_HEIGHT / 2 + 4}
        textAnchor="middle"
        className={`font-mono text-[0.6875rem] font-semibold ${first ? 'fill-(--on-brand-a)' : 'fill-(--on-brand-b)'}`}
      >
        {name}
      </text>
    </>
  );
}

/** The strip that two neighbouring bars share, if they share any time at all. */
function Overlap({ begin, end, top }: { begin: number; end: number; top: number }) {
  if (begin >= end) return null;
  return (
    <rect
      x={percent(begin)}
      y={top}
      width={percent(end - begin)}
      height={BAR_HEIGHT - PITCH}
      rx={BAR_HEIGHT - PITCH}
      className="fill-brand-mix"
    />
  );
}

function Spared({ from, middle, words }: { from: number; middle: number; words: string }) {
  return (
    <g className="motion-safe:animate-told">
      <svg x={percent(from)} y={middle - 8} width={percent(SECONDS - from)} height={16} className="overflow-visible">
        <line x1={10} x2="100%" y1={8} y2={8} strokeDasharray="3 4" className="stroke-brand-mix" />
        <path d="M14 4l-4 4 4 4" fill="none" className="stroke-brand-mix" />
      </svg>
      <text
        x={percent((from + SECONDS) / 2)}
        y={middle - 9}
        textAnchor="middle"
        className="fill-success text-xs font-medium"
      >
        {words}
      </text>
    </g>
  );
}
