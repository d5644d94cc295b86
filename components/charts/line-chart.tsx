import { scaleLinear, scaleUtc } from "d3-scale";
import { area, line } from "d3-shape";
import { getFormatter } from "next-intl/server";
import { useId } from "react";
import { timeTicks } from "./time-ticks";

type ChartPoint = { at: Date; value: number | null };

type Props = {
  /** What is drawn, in words: the text alternative. */
  summary: string;
  points: ChartPoint[];
  from: Date;
  until: Date;
  timeZone: string;
  /** Writes a value of the scale, without its unit. */
  write: (value: number) => string;
  /** Gaps up to this many milliseconds are bridged by the line. */
  bridges?: number;
  /** Values that the scale shows in any case. */
  includes?: number[];
};

const width = 360;
const height = 132;
const lettering = "fill-ink-faint text-[10px] tabular-nums";
const frame = { top: 10, bottom: 20, right: 0 };
/** Of a letter of the scale, at most. */
const letterWidth = 6.6;

/** A line over time, drawn on the server. Where there is no value there is no line. */
export async function LineChart(props: Props) {
  const format = await getFormatter();
  const write = (at: Date, as: "hour" | "weekday" | "dayOfMonth") =>
    format.dateTime(at, {
      timeZone: props.timeZone,
      ...(as === "hour" && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
      ...(as === "weekday" && { weekday: "short" }),
      ...(as === "dayOfMonth" && { day: "numeric", month: "short" }),
    });
  const ticks = timeTicks(props.from, props.until, props.timeZone).map(({ at, format: as }) => ({
    at,
    label: write(at, as),
  }));
  return <Drawing {...props} ticks={ticks} />;
}

function Drawing({
  summary,
  points,
  from,
  until,
  write,
  bridges = 0,
  includes = [],
  ticks,
}: Props & { ticks: { at: Date; label: string }[] }) {
  const title = useId();
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const lowest = Math.min(...values, ...includes);
  const highest = Math.max(...values, ...includes);
  // A flat line stands in the middle.
  const isFlat = lowest === highest;
  const y = scaleLinear(isFlat ? [lowest - 1, highest + 1] : [lowest, highest], [
    height - frame.bottom,
    frame.top,
  ]);
  if (!isFlat) y.nice(3);
  const levels = (isFlat ? [lowest] : y.ticks(3)).map((level) => ({ level, label: write(level) }));
  const left = 10 + letterWidth * Math.max(...levels.map(({ label }) => label.length));
  const x = scaleUtc([from, until], [left, width - frame.right]);
  const drawn = withoutShortGaps(points, bridges);
  const isThere = ({ value }: ChartPoint) => value !== null;
  const across = ({ at }: ChartPoint) => x(at);
  const up = ({ value }: ChartPoint) => y(value ?? 0);
  const [floor = 0, ceiling = 0] = y.domain();
  const base = y(Math.min(Math.max(0, floor), ceiling));
  const stroke = line<ChartPoint>(across, up).defined(isThere)(drawn);
  const fill = area<ChartPoint>(across, base, up).defined(isThere)(drawn);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title} className="w-full">
      <title id={title}>{summary}</title>
      {levels.map(({ level }) => (
        <line
          key={level}
          x1={left}
          x2={width}
          y1={y(level)}
          y2={y(level)}
          className="stroke-line"
        />
      ))}
      {ticks.map(({ at, label }) => (
        <text
          key={at.getTime()}
          x={Math.min(Math.max(x(at), left + 12), width - 14)}
          y={height - 4}
          textAnchor="middle"
          className={lettering}
        >
          {label}
        </text>
      ))}
      {fill && <path d={round(fill)} className="fill-accent/12" />}
      {stroke && (
        <path
          d={round(stroke)}
          fill="none"
          strokeWidth={1.6}
          strokeLinecap="round"
          className="stroke-accent"
        />
      )}
      {lonely(drawn).map(({ at, value }) => (
        <circle key={at.getTime()} cx={x(at)} cy={y(value ?? 0)} r={1.6} className="fill-accent" />
      ))}
      {levels.map(({ level, label }) => (
        <text key={level} x={left - 6} y={y(level) + 3.5} textAnchor="end" className={lettering}>
          {label}
        </text>
      ))}
    </svg>
  );
}

/** The points without those that have no value and stand in a gap that the line goes over. */
function withoutShortGaps(points: ChartPoint[], most: number): ChartPoint[] {
  const isThere = ({ value }: ChartPoint) => value !== null;
  return points.filter((point, index) => {
    if (isThere(point)) return true;
    const before = points.findLast((other, at) => at < index && isThere(other));
    const after = points.find((other, at) => at > index && isThere(other));
    return !before || !after || after.at.getTime() - before.at.getTime() > most;
  });
}

/** Points between gaps, of which a line shows nothing. */
function lonely(points: ChartPoint[]): ChartPoint[] {
  return points.filter(
    ({ value }, index) =>
      value !== null &&
      (points[index - 1]?.value ?? null) === null &&
      (points[index + 1]?.value ?? null) === null,
  );
}

/** A tenth of a pixel is more than anybody sees. */
const round = (path: string) => path.replace(/\d+\.\d{2,}/g, (number) => Number(number).toFixed(1));
