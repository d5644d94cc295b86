import { useFormatter } from "next-intl";

type MomentProps = {
  value: Date | null | undefined;
  /** `relative`: "3 hours ago", the exact moment on hover. `day` and `moment`: as written. */
  as?: "relative" | "day" | "moment" | "exact";
  fallback?: string;
};

/** A point in time, in the reader's zone and language. */
export function Moment({ value, as = "relative", fallback = "–" }: MomentProps) {
  const format = useFormatter();
  if (!value) return fallback;
  return (
    <time
      className={as === "day" ? "whitespace-nowrap" : undefined}
      dateTime={value.toISOString()}
      title={format.dateTime(value, "exact")}
    >
      {as === "relative" ? format.relativeTime(value, new Date()) : format.dateTime(value, as)}
    </time>
  );
}
