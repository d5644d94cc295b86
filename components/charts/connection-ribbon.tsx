import { scaleUtc } from "d3-scale";
import { useId } from "react";
import type { ConnectionState } from "@/components/devices/connection-badge";

type Span = { state: ConnectionState; from: Date; until: Date };

const fills: Record<ConnectionState, string> = {
  connected: "fill-success",
  degraded: "fill-warning",
  disconnected: "fill-danger",
  revoked: "fill-ink-faint",
  pending: "fill-line-strong",
  error: "fill-warning",
};

/** Which state a connection was in over time, as one bar. */
export function ConnectionRibbon({
  summary,
  spans,
  from,
  until,
}: {
  summary: string;
  spans: Span[];
  from: Date;
  until: Date;
}) {
  const title = useId();
  const x = scaleUtc([from, until], [0, 720]);
  return (
    <svg
      viewBox="0 0 720 12"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={title}
      className="h-3 w-full overflow-hidden rounded-full"
    >
      <title id={title}>{summary}</title>
      <rect width={720} height={12} className="fill-sunken" />
      {spans.map((span) => (
        <rect
          key={span.from.getTime()}
          x={x(span.from)}
          width={Math.max(2, x(span.until) - x(span.from))}
          height={12}
          className={fills[span.state]}
        />
      ))}
    </svg>
  );
}
